package org.tongban.pack.check;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.tongban.pack.text.Node;

/** Each of the people's words has one meaning and leads to items that the pack has. */
final class WordRules implements PackRule {

    private static final String FILE = "words.yaml";

    @Override
    public void check(Pack pack) {
        var sheet = pack.sheet(FILE);
        var meanings = pack.file(FILE).list("meanings");
        sheet.unique(meanings, "meanings", "term");
        sheet.unique(pack.file(FILE).list("lifeEvents"), "lifeEvents", "key");
        var items = Pack.texts(List.copyOf(pack.items().values()), "key");
        for (var kind : List.of("meanings", "lifeEvents")) {
            FaultSheet.each(
                    pack.file(FILE).list(kind),
                    kind,
                    (one, path) ->
                            FaultSheet.each(
                                    one.list("items"),
                                    path + ".items",
                                    (item, below) -> leadsTo(item, below, items, sheet)));
        }
        oneMeaning(meanings, sheet);
    }

    /** No error: words may be written down before the item is, and outlive it. */
    private static void leadsTo(Node item, String path, Set<String> items, FaultSheet sheet) {
        if (!items.contains(item.text())) {
            sheet.findingAt(
                    item.line(), path, "本包里没有事项“" + item.text() + "”，这个说法暂时指不到它", "本包 items 里的事项");
        }
    }

    /** A word that stands under two terms would answer with whichever comes first. */
    private static void oneMeaning(List<Node> meanings, FaultSheet sheet) {
        var termOf = new HashMap<String, String>();
        FaultSheet.each(
                meanings,
                "meanings",
                (meaning, path) ->
                        FaultSheet.each(
                                meaning.list("words"),
                                path + ".words",
                                (word, below) -> {
                                    var other =
                                            termOf.putIfAbsent(word.text(), meaning.text("term"));
                                    if (other == null) return;
                                    sheet.errorAt(
                                            word.line(),
                                            below,
                                            "“" + word.text() + "”已经是“" + other + "”的说法",
                                            "一个说法只写在一处");
                                }));
    }
}
