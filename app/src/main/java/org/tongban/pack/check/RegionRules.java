package org.tongban.pack.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongban.codes.RegionCode;
import org.tongban.pack.text.PackReader;
import org.tongban.pack.text.PackText;

/** Each region has a code and a name, and stands below a higher one that came before it. */
final class RegionRules implements PackRule {

    private static final List<String> LEVELS =
            List.of("province", "city", "county", "town", "village");

    @Override
    public void check(Pack pack) {
        var sheet = pack.sheet(PackReader.REGIONS);
        var levels = new HashMap<String, String>();
        for (var row : pack.regions()) {
            itself(row, sheet);
            parent(row, levels, sheet);
            if (levels.putIfAbsent(row.code(), row.level()) != null) {
                sheet.errorAt(row.line(), "code", "代码重复：" + row.code(), "");
            }
        }
    }

    private static void itself(PackText.RegionRow row, FaultSheet sheet) {
        if (!RegionCode.read(row.code()).isValid()) {
            sheet.errorAt(row.line(), "code", "区划代码不对：" + row.code(), "12 位数字");
        }
        if (row.name().isBlank()) sheet.errorAt(row.line(), "name", "没有名称", "");
        if (!LEVELS.contains(row.level())) {
            sheet.errorAt(
                    row.line(), "level", "“" + row.level() + "”不在表中", String.join("、", LEVELS));
        }
        if (!row.virtual().equals("true") && !row.virtual().equals("false")) {
            sheet.errorAt(row.line(), "virtual", "“" + row.virtual() + "”不合要求", "true、false");
        }
    }

    private static void parent(
            PackText.RegionRow row, Map<String, String> levels, FaultSheet sheet) {
        var level = levels.get(row.parent());
        if (!row.parent().isEmpty() && level == null) {
            sheet.errorAt(row.line(), "parent", "上级 " + row.parent() + " 不在前面的行里", "");
        } else if (level != null && LEVELS.indexOf(level) >= LEVELS.indexOf(row.level())) {
            sheet.errorAt(row.line(), "parent", "上级的级别不比自己高", "");
        }
    }
}
