package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application to go on with a guest house (公共场所卫生许可延续): the shortest way to a case that an
 * office reviews in two steps and decides. How it is filled in is looked at by other stories.
 *
 * @param id of the case
 * @param caseNo as in the applicant's addresses
 */
record Renewal(String id, String caseNo) {

    static final String ITEM = "public-place-hygiene-renewal";

    /** Sent in by somebody who is signed in. */
    static Renewal sentBy(Reader citizen) {
        citizen.hurries(() -> fillsIn(citizen));
        var id = citizen.page().url().replaceAll(".*/drafts/([^/]+)/check.*", "$1");
        citizen.chooses("delivery", "electronic").chooses("truth", "yes");
        citizen.hurries(() -> citizen.presses("main form button[type=submit]"));
        assertThat(citizen.page().url()).endsWith("/receipt");
        return new Renewal(
                id, citizen.page().url().replaceAll(".*/my/cases/([^/]+)/receipt", "$1"));
    }

    private static void fillsIn(Reader citizen) {
        citizen.opens("/apply/" + ITEM);
        citizen.page().locator("input[name=as]").first().check();
        citizen.chooses("q.air", "split").chooses("q.changed", "changed");
        citizen.presses("main form button[type=submit]");
        var draft = "/drafts/" + citizen.page().url().replaceAll(".*/drafts/([^/?]+).*", "$1");
        citizen.opens(draft + "/form/1");
        citizen.fills("f.licenceNo", "卫证字2022第001号").fills("f.expiresOn", "2027年1月31日");
        citizen.fills("f.creditCode", "92990101MA99010126");
        citizen.presses("main form[data-autosave] button[type=submit]");
        citizen.fills("f.premises", "三都水族自治县三合街道1号").fills("f.project", "住宿");
        citizen.fills("f.area", "１２０").fills("f.representative", "韦某兰");
        citizen.presses("main form[data-autosave] button[type=submit]");
        citizen.opens(draft + "/materials");
        for (var material : new String[] {"licence", "test-report", "plan"}) {
            citizen.uploads(material, Scan.picture());
        }
        citizen.opens(draft + "/check");
    }

    Renewal acceptedBy(Reader clerk) {
        clerk.opens(atTheDesk()).findsAllInOrder().presses("button[value=accept]");
        assertThat(clerk.page().url()).contains("done=accept");
        return this;
    }

    Renewal passedBy(Reader reviewer, String opinion) {
        reviewer.opens(forStaff()).fills("opinion", opinion).presses("button[value=pass]");
        assertThat(reviewer.page().url()).contains("done=pass");
        return this;
    }

    String atTheDesk() {
        return "/staff/desk/" + id;
    }

    String forStaff() {
        return "/staff/cases/" + id;
    }

    String forTheApplicant() {
        return "/my/cases/" + caseNo;
    }
}
