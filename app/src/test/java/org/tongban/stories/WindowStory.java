package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody without an account is served at the window from the first word to the result. */
class WindowStory {

    @Test
    @Tag("B1")
    @Tag("B2")
    @Tag("B10")
    void anApplicationAtTheWindowIsTakenInGrantedAndHandedOver() {
        try (var clerk = Reader.atADesk();
                var reviewer = Reader.atADesk();
                var decider = Reader.atADesk()) {
            clerk.hurries(() -> clerk.signsIn("/staff/sign-in", "counter1"));
            var caseId = takesIn(clerk);

            clerk.opensPaper("材料接收凭证");
            assertThat(clerk.text("main")).contains("莫某桂", "随附材料 2 份");
            clerk.opens("/staff/desk/" + caseId).findsAllInOrder();
            clerk.presses("button[value=accept]");
            assertThat(clerk.text("main")).contains("打印行政许可受理通知书");

            reviewer.hurries(() -> reviewer.signsIn("/staff/sign-in", "health1"));
            reviewer.hurries(() -> passes(reviewer, caseId));
            decider.hurries(() -> decider.signsIn("/staff/sign-in", "health2"));
            decider.opens("/staff/cases/" + caseId).presses("button[value=grant]");
            assertThat(decider.page().url()).contains("done=grant");

            handsOver(clerk, caseId);
        }
    }

    private static String takesIn(Reader clerk) {
        var window = new Window(clerk);
        window.opens("公共场所卫生许可 延续", Renewal.ITEM);
        clerk.presses("button[value=send]");
        assertThat(clerk.text(".errors"))
                .as("everything that is missing is said at once")
                .contains("身份证号", "用集中空调通风系统吗", "卫生许可证编号", "还没有收到");
        window.isAppliedForBy("PERSON", "莫某桂", "99010119770707003X", "");
        clerk.chooses("q.air", "split").chooses("q.changed", "same");
        clerk.fills("f.licenceNo", "卫证字2022第002号").fills("f.expiresOn", "2027-01-31");
        clerk.fills("f.unitName", "阿桂旅店").fills("f.creditCode", "92990101MA99010126");
        clerk.fills("f.premises", "三都水族自治县三合街道1号").fills("f.project", "住宿");
        clerk.fills("f.area", "120").fills("f.representative", "莫某桂");
        clerk.fills("f.mobile", "13800003999").presses("button[value=send]");
        assertThat(clerk.text(".errors")).as("a wrong last character").contains("身份证");
        assertThat(clerk.page().locator("[name='f.unitName']").inputValue()).isEqualTo("阿桂旅店");
        clerk.fills("a.number", "990101197707070030");
        return window.sends("WINDOW");
    }

    private static void passes(Reader reviewer, String caseId) {
        reviewer.opens("/staff/cases/" + caseId).fills("opinion", "材料齐全。");
        reviewer.presses("button[value=pass]");
        assertThat(reviewer.page().url()).contains("done=pass");
    }

    private static void handsOver(Reader clerk, String caseId) {
        clerk.opens("/staff/desk/deliver");
        assertThat(clerk.page().locator("a[href$='" + caseId + "']").count()).isEqualTo(1);
        clerk.presses("a[href$='" + caseId + "']");
        printsTheCertificate(clerk);
        clerk.presses("main form button[type=submit]");
        assertThat(clerk.text(".errors")).contains("领取人");
        clerk.fills("receivedBy", "莫某桂").presses("main form button[type=submit]");
        assertThat(clerk.text("main")).contains("已经登记", "莫某桂");
        assertThat(clerk.page().locator("[name=receivedBy]").count())
                .as("nobody gets it twice")
                .isZero();
        clerk.opens("/staff/cases/" + caseId);
        assertThat(clerk.text("main")).contains("窗口领取，领取人：莫某桂");
    }

    /** It is issued a moment after the decision; a clerk looks again. */
    private static void printsTheCertificate(Reader clerk) {
        var link = "main a[href$='/result.pdf']";
        clerk.looksAgainUntil(link);
        assertThat(clerk.text(link)).contains("打印", "卫生许可证");
        assertThat(new String(clerk.fetches(link), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }
}
