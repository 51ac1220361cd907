package org.tongban.packages.check;

import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.law.LegalBasis;
import org.tongban.packages.PackageDefinition.Merged;
import org.tongban.packages.PackageDefinition.MergedApproval;
import org.tongban.packages.PackageDefinition.Stage;

/**
 * An investment project: stages exist, every approval stands in one of them, and the code of the
 * project is asked by each of them.
 */
@LegalBasis("codes/gbt40058/1")
record ProjectFits() implements CheckRule {

    @Override
    public void check(CheckSheet sheet) {
        var pack = sheet.pack();
        sheet.once(pack.stages().stream().map(Stage::key).toList(), "stages");
        for (var at = 0; at < pack.stages().size(); at++) {
            sheet.agency(pack.stages().get(at).lead(), "stages[" + at + "].lead");
        }
        var stages = pack.stages().stream().map(Stage::key).collect(Collectors.toSet());
        for (var at = 0; at < pack.items().size(); at++) {
            var stage = pack.items().get(at).stage();
            if (stage == null && !stages.isEmpty()) {
                sheet.fault("items[" + at + "]", "没有写属于哪个阶段");
            } else if (stage != null && !stages.contains(stage)) {
                sheet.fault("items[" + at + "].stage", "没有阶段“" + stage + "”");
            }
        }
        if (pack.projectCode() != null) code(sheet, pack.projectCode());
        if (pack.merged() != null) merged(sheet, pack.merged(), stages);
    }

    /**
     * What is merged has an office, a stage, and where it is applied for here, an item of these.
     */
    private static void merged(CheckSheet sheet, Merged merged, Set<String> stages) {
        sheet.once(merged.list().stream().map(MergedApproval::key).toList(), "merged.list");
        sheet.once(
                merged.list().stream().flatMap(one -> one.of().stream()).toList(), "merged.list");
        for (var at = 0; at < merged.list().size(); at++) {
            var one = merged.list().get(at);
            var path = "merged.list[" + at + "]";
            sheet.agency(one.agency(), path + ".agency");
            if (!stages.contains(one.stage())) {
                sheet.fault(path + ".stage", "没有阶段“" + one.stage() + "”");
            }
            if (one.item() != null && sheet.pack().member(one.item()).isEmpty()) {
                sheet.fault(path + ".item", "这一件事里没有“" + one.item() + "”");
            }
        }
    }

    private static void code(CheckSheet sheet, String key) {
        var element =
                sheet.pack().elements().stream().filter(one -> one.key().equals(key)).findFirst();
        if (element.isEmpty()) {
            sheet.fault("projectCode", "没有数据元“" + key + "”");
            return;
        }
        var fields = element.get().fields();
        for (var at = 0; at < sheet.pack().items().size(); at++) {
            var member = sheet.pack().items().get(at);
            var asked =
                    sheet.item(member.item()).stream()
                            .flatMap(item -> item.fields().stream())
                            .filter(field -> field.type() == FieldType.PROJECT_CODE)
                            .anyMatch(field -> fields.contains(member.item() + "." + field.key()));
            if (!asked) {
                sheet.fault(
                        "items[" + at + "]", "“" + member.item() + "”没有问项目代码，或者没有对到“" + key + "”");
            }
        }
    }
}
