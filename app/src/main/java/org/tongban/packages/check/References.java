package org.tongban.packages.check;

import org.tongban.catalogue.ItemDefinition.Question;
import org.tongban.packages.merge.Selection;

/** Keys stand once; offices, certificates and what is looked up exist. */
record References() implements CheckRule {

    @Override
    public void check(CheckSheet sheet) {
        var pack = sheet.pack();
        if (sheet.known().items().apply(pack.key()).isPresent()) {
            sheet.fault("key", "“" + pack.key() + "”已经是一个事项的 key");
        }
        sheet.agency(pack.lead(), "lead");
        sheet.once(pack.parts().toList(), "items");
        sheet.once(pack.questions().stream().map(Question::key).toList(), "questions");
        for (var at = 0; at < pack.queries().size(); at++) {
            var query = pack.queries().get(at);
            var path = "queries[" + at + "]";
            sheet.agency(query.agency(), path + ".agency");
            if (!sheet.known().certificates().containsKey(query.certificate())) {
                sheet.fault(path + ".certificate", "没有“" + query.certificate() + "”");
            }
            if (query.when() != null) {
                sheet.condition(query.when(), Selection.names(pack), path + ".when");
            }
        }
    }
}
