package org.tongban.pack.check;

import org.tongban.casework.notice.wording.PaperForm;
import org.tongban.casework.notice.wording.PartForm;
import org.tongban.casework.notice.wording.Wording;
import org.tongban.pack.text.Node;

/**
 * The words of a paper say what the law wants said, and have no place that nothing can be put into.
 */
final class NoticeRules implements PackRule {

    private static final String FILE = "notices.yaml";

    @Override
    public void check(Pack pack) {
        var sheet = pack.sheet(FILE);
        for (var paper : PaperForm.ALL) {
            pack.file(FILE)
                    .at(paper.name())
                    .ifPresent(
                            words ->
                                    paper.parts().forEach(part -> part(paper, part, words, sheet)));
        }
    }

    private static void part(PaperForm paper, PartForm part, Node words, FaultSheet sheet) {
        var text = words.text(part.key());
        // That a part is missing is said by the shape of the file.
        if (text.isBlank()) return;
        var wording = Wording.of(text);
        for (var place : part.unknown(wording)) {
            sheet.error(words, paper.name(), part.key(), "没有“{" + place + "}”可填", places(part));
        }
        for (var place : part.lacking(wording)) {
            sheet.error(words, paper.name(), part.key(), "这里必须写出“{" + place + "}”", places(part));
        }
        part.unsaid(text)
                .forEach(
                        said ->
                                sheet.error(
                                        words, paper.name(), part.key(), "这里必须写明" + said.name()));
    }

    private static String places(PartForm part) {
        return part.places().isEmpty()
                ? "不带花括号的文字"
                : String.join("、", part.places().stream().map(p -> "{" + p + "}").toList());
    }
}
