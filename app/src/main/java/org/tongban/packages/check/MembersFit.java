package org.tongban.packages.check;

import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.packages.PackageDefinition.Member;
import org.tongban.packages.merge.Selection;

/** Items exist, serve who applies, and understand what is answered for them. */
record MembersFit() implements CheckRule {

    @Override
    public void check(CheckSheet sheet) {
        for (var at = 0; at < sheet.pack().items().size(); at++) {
            var member = sheet.pack().items().get(at);
            var path = "items[" + at + "]";
            var item = sheet.known().items().apply(member.item());
            if (item.isEmpty()) {
                sheet.fault(path + ".item", "没有“" + member.item() + "”");
                continue;
            }
            audience(sheet, member, item.get(), path);
            if (member.when() != null) {
                sheet.condition(member.when(), Selection.names(sheet.pack()), path + ".when");
            }
            answers(sheet, member, item.get(), path);
        }
    }

    private static void audience(
            CheckSheet sheet, Member member, ItemDefinition item, String path) {
        sheet.pack().audience().stream()
                .filter(one -> !item.audience().contains(one) && member.when() == null)
                .forEach(
                        one ->
                                sheet.fault(
                                        path + ".item",
                                        "“"
                                                + item.name()
                                                + "”不受理这一件事的服务对象 "
                                                + one
                                                + "，要用 when 分开"));
        if (item.onlineDepth().equals("info")) {
            sheet.fault(path + ".item", "“" + item.name() + "”不能网上申请");
        }
    }

    private static void answers(CheckSheet sheet, Member member, ItemDefinition item, String path) {
        for (var at = 0; at < member.answers().size(); at++) {
            var answer = member.answers().get(at);
            var here = path + ".answers[" + at + "]";
            var question =
                    item.questions().stream()
                            .filter(one -> one.key().equals(answer.question()))
                            .findFirst();
            if (question.isEmpty()) {
                sheet.fault(
                        here + ".question", "“" + item.name() + "”没有问题“" + answer.question() + "”");
                continue;
            }
            if ((answer.as() == null) == (answer.value() == null)) {
                sheet.fault(here, "as 和 value 写一个，只写一个");
                continue;
            }
            var allowed =
                    question.get().choices().stream()
                            .map(Choice::value)
                            .collect(Collectors.toSet());
            if (answer.value() != null && !allowed.contains(answer.value())) {
                sheet.fault(here + ".value", "不是“" + answer.question() + "”的选项");
            }
            if (answer.as() != null) mapped(sheet, answer.as(), allowed, here + ".as");
        }
    }

    private static void mapped(CheckSheet sheet, String as, Set<String> allowed, String path) {
        var own = sheet.pack().questions().stream().filter(one -> one.key().equals(as)).findFirst();
        if (own.isEmpty()) {
            sheet.fault(path, "这一件事没有问题“" + as + "”");
            return;
        }
        own.get().choices().stream()
                .filter(choice -> !allowed.contains(choice.value()))
                .forEach(choice -> sheet.fault(path, "选项“" + choice.value() + "”事项里没有"));
    }
}
