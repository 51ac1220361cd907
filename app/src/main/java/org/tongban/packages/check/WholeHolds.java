package org.tongban.packages.check;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.PublishedItem;
import org.tongban.packages.merge.Merge;
import org.tongban.packages.merge.Selection;
import org.tongban.packages.merge.Wording;

/** The merged form can be asked, and the promise is not shorter than the longest way. */
record WholeHolds() implements CheckRule {

    /** Longest key that a form takes. */
    private static final int LONGEST_KEY = 64;

    @Override
    public void check(CheckSheet sheet) {
        var pack = sheet.pack();
        var words = new PlainWords();
        var widest =
                Selection.widest(
                        pack,
                        key ->
                                sheet.item(key)
                                        .map(item -> new PublishedItem(1, Instant.EPOCH, item)));
        conditions(
                sheet, Merge.of(pack, widest, Selection.questions(pack, key -> key, words), words));
        var longest = Merge.path(widest);
        if (pack.limitDays() < longest.days()) {
            sheet.fault(
                    "limitDays",
                    "比最长的一条路短："
                            + String.join(" → ", longest.keys())
                            + " 要 "
                            + longest.days()
                            + " 个工作日");
        }
    }

    private static void conditions(CheckSheet sheet, ItemDefinition merged) {
        var names = Applicability.names(merged);
        var seen = new HashSet<String>();
        for (var field : merged.fields()) {
            if (!seen.add(field.key())) sheet.fault("elements", "“" + field.key() + "”重名");
            if (field.key().length() > LONGEST_KEY) {
                sheet.fault("items", "“" + field.key() + "”太长");
            }
            if (field.when() != null) {
                sheet.carried(field.when(), names, "“" + field.key() + "”");
            }
        }
        for (var material : merged.materials()) {
            if (material.when() != null) {
                sheet.carried(material.when(), names, "“" + material.key() + "”");
            }
        }
    }

    /** The check looks at keys and conditions, not at words. */
    private static final class PlainWords implements Wording {
        @Override
        public String neededBy(List<String> items) {
            return String.join("、", items);
        }

        @Override
        public String wanted(String item) {
            return item;
        }

        @Override
        public String yes() {
            return "yes";
        }

        @Override
        public String no() {
            return "no";
        }

        @Override
        public String situationPage() {
            return "situation";
        }
    }
}
