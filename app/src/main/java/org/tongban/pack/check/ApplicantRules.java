package org.tongban.pack.check;

import java.util.Set;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CreditCode;
import org.tongban.codes.Mobile;
import org.tongban.pack.text.Node;

/** The invented applicants of a demonstration have numbers that can be, and act for each other. */
final class ApplicantRules implements PackRule {

    private static final String FILE = "applicants.yaml";
    private static final String LOGINS = "本文件 people 里的 login";

    @Override
    public void check(Pack pack) {
        var sheet = pack.sheet(FILE);
        var people = pack.file(FILE).list("people");
        var firms = pack.file(FILE).list("firms");
        sheet.unique(people, "people", "login");
        sheet.unique(people, "people", "idNumber");
        sheet.unique(firms, "firms", "creditCode");
        FaultSheet.each(
                people,
                "people",
                (person, path) -> {
                    sheet.code(person, path, "idNumber", CitizenId::read);
                    sheet.code(person, path, "mobile", Mobile::read);
                });
        var logins = Pack.texts(people, "login");
        FaultSheet.each(firms, "firms", (firm, path) -> firm(firm, path, logins, sheet));
    }

    private static void firm(Node firm, String path, Set<String> logins, FaultSheet sheet) {
        sheet.code(firm, path, "creditCode", CreditCode::read);
        sheet.reference(firm, path, "representative", logins, LOGINS);
        FaultSheet.each(
                firm.list("agents"),
                path + ".agents",
                (agent, below) -> sheet.known(agent, below, logins, LOGINS));
    }
}
