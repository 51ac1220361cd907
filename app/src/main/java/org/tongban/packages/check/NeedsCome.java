package org.tongban.packages.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Result;
import org.tongban.catalogue.ItemDefinition.ResultKind;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.Need;
import org.tongban.packages.graph.Needs;

/** Every result that is needed is made by something before, and nothing waits for itself. */
record NeedsCome() implements CheckRule {

    @Override
    public void check(CheckSheet sheet) {
        var parts = sheet.pack().parts().collect(Collectors.toSet());
        var needs = new LinkedHashMap<String, List<String>>();
        for (var at = 0; at < sheet.pack().items().size(); at++) {
            var member = sheet.pack().items().get(at);
            var item = sheet.known().items().apply(member.item());
            if (item.isEmpty()) continue;
            for (var n = 0; n < member.needs().size(); n++) {
                var need = member.needs().get(n);
                var path = "items[" + at + "].needs[" + n + "]";
                if (!parts.contains(need.on())) {
                    sheet.fault(path + ".on", "这一件事里没有“" + need.on() + "”");
                } else {
                    need(sheet, need, item.get(), path);
                }
            }
            needs.put(member.item(), member.needs().stream().map(Need::on).toList());
        }
        var circle = Needs.circle(needs);
        if (!circle.isEmpty()) {
            sheet.fault("items", "互相等结果，谁也开始不了：" + String.join(" → ", circle));
        }
    }

    private static void need(CheckSheet sheet, Need need, ItemDefinition item, String path) {
        var result = sheet.item(need.on()).map(ItemDefinition::result);
        fills(sheet, need, item, result, path);
        for (var asked : need.asks()) {
            var field = CheckSheet.field(item, asked);
            if (field.isEmpty()) {
                sheet.fault(path + ".asks", "“" + item.name() + "”没有字段“" + asked + "”");
            } else if (field.get().isGroup()
                    || field.get().type() == ItemDefinition.FieldType.FILE) {
                sheet.fault(path + ".asks", "“" + asked + "”是一组或者文件，不能以后再问");
            }
        }
        for (var material : need.stands()) {
            if (item.material(material).isEmpty()) {
                sheet.fault(path + ".stands", "“" + item.name() + "”没有材料“" + material + "”");
            }
        }
        if (!need.stands().isEmpty() && result.filter(r -> r.kind() != ResultKind.NONE).isEmpty()) {
            sheet.fault(path + ".stands", "“" + need.on() + "”没有结果文书，不能顶替材料");
        }
    }

    private static void fills(
            CheckSheet sheet,
            Need need,
            ItemDefinition item,
            Optional<Result> result,
            String path) {
        var lines =
                result.map(Result::certificate)
                        .map(type -> sheet.known().certificates().getOrDefault(type, Set.of()))
                        .orElse(Set.of());
        for (var fill : need.fills()) {
            if (CheckSheet.field(item, fill.field()).isEmpty()) {
                sheet.fault(path + ".fills", "“" + item.name() + "”没有字段“" + fill.field() + "”");
            }
            if (result.map(Result::certificate).isEmpty()) {
                sheet.fault(path + ".fills", "“" + need.on() + "”不发证照，没有可以填的内容");
            } else if (!fill.line().equals(PackageDefinition.NUMBER)
                    && !lines.contains(fill.line())) {
                sheet.fault(path + ".fills", "结果上没有“" + fill.line() + "”这一栏");
            }
        }
    }
}
