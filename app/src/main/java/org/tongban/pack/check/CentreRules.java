package org.tongban.pack.check;

import java.util.Set;
import org.tongban.pack.text.Node;

/** Centres stand in a region; a window belongs to an agency or is a comprehensive one. */
final class CentreRules implements PackRule {

    @Override
    public void check(Pack pack) {
        var sheet = pack.sheet("centres.yaml");
        var list = pack.file("centres.yaml").list();
        sheet.unique(list, "", "key");
        sheet.unique(
                list.stream().flatMap(centre -> centre.list("windows").stream()).toList(),
                "windows",
                "key");
        FaultSheet.each(
                list,
                "",
                (centre, path) -> {
                    sheet.reference(
                            centre, path, "region", pack.known().regions(), "regions.csv 里的区划");
                    FaultSheet.each(
                            centre.list("windows"),
                            path + ".windows",
                            (window, below) ->
                                    window(window, below, pack.known().agencies(), sheet));
                });
    }

    private static void window(Node window, String path, Set<String> agencies, FaultSheet sheet) {
        sheet.reference(window, path, "agency", agencies, "agencies.yaml 里的部门");
        var ofAgency = window.text("kind").equals("agency");
        if (ofAgency != window.at("agency").isPresent()) {
            sheet.errorAt(window.line(), path, ofAgency ? "部门窗口要写明 agency" : "综合窗口不写 agency", "");
        }
    }
}
