package org.tongban.packages.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.packages.PackageDefinition.Element;

/** Fields that are said to mean the same exist and can be asked in one question. */
record ElementsFit() implements CheckRule {

    @Override
    public void check(CheckSheet sheet) {
        var taken = new HashSet<String>();
        for (var at = 0; at < sheet.pack().elements().size(); at++) {
            element(sheet, sheet.pack().elements().get(at), "elements[" + at + "]", taken);
        }
    }

    private static void element(CheckSheet sheet, Element element, String path, Set<String> taken) {
        if (element.key().contains("__")) sheet.fault(path + ".key", "不能有两个连着的下划线");
        Optional<Field> first = Optional.empty();
        for (var reference : element.fields()) {
            if (!taken.add(reference)) sheet.fault(path + ".fields", "“" + reference + "”写了两次");
            var found = sheet.referred(reference, CheckSheet::field, path + ".fields", "字段");
            if (found.isEmpty()) continue;
            var field = found.get();
            if (field.isGroup() || field.type() == FieldType.FILE) {
                sheet.fault(path + ".fields", "“" + reference + "”是一组或者文件，不能合并");
            }
            if (first.isEmpty()) {
                first = found;
            } else if (!fit(first.get(), field)) {
                sheet.fault(path + ".fields", "“" + reference + "”的类型或者选项和前面的不一样，不能当成一个数据元");
            }
        }
    }

    private static boolean fit(Field one, Field other) {
        return one.type() == other.type() && one.choices().equals(other.choices());
    }
}
