package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.YearMonth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The head of a firm asks somebody to act for it. The agent applies; the right is taken back, and
 * what was begun stays shut. The office's looks and uses stand in one record, which the head reads.
 */
class AgentStory {

    private static final String ITEM = "seal-cancellation";
    private static final String FIRM = "三都某云马尾绣工艺品有限公司";

    @Test
    @Tag("D1")
    @Tag("H4")
    void anAgentAppliesForAFirmAndTheRightIsTakenBack() {
        try (var head = Reader.withAPhone();
                var agent = Reader.withAPhone();
                var office = Reader.atADesk()) {
            head.signsIn("/sign-in", "shiyun");
            agent.hurries(() -> agent.signsIn("/sign-in", "baixue"));
            agent.opens("/apply/" + ITEM);
            assertThat(agent.text("main")).doesNotContain(FIRM);

            gives(head);
            applies(agent);
            var unsent = begins(agent);
            head.opens("/my").presses("a[href^='/my/cases/']");
            var path = head.page().url().replaceAll("^https?://[^/]+", "");
            assertThat(head.text("main")).contains("白某雪");

            head.opens("/my/mandates").presses("a[href^='/my/mandates/']:has-text('白某雪')");
            assertThat(head.text("main")).contains("只办“", "已提交");
            head.presses("form[action$='/end'] button[type=submit]");
            assertThat(head.text("main")).contains("委托已结束", "委托人已收回");

            agent.opens("/drafts/" + unsent + "/form/1");
            assertThat(agent.text("main")).contains("现在不能接着填", FIRM);
            agent.opens("/my");
            assertThat(agent.page().locator("a[href='" + path + "']").count()).isZero();
            assertThat(agent.page().request().get(House.theOnly().at(path)).status())
                    .isEqualTo(404);

            office.hurries(() -> office.signsIn("/staff/sign-in", "counter1"));
            proves(office);
            head.opens("/my/looks");
            assertThat(head.text("main")).contains("窗口核验身份");
            ofMonth(head, 0);
            assertThat(head.text("main")).contains("窗口核验身份");
            ofMonth(head, 20);
            assertThat(head.text("main")).contains("这个月没有人看过");
            head.opens("/my/identity");
            assertThat(head.text("main")).contains("居民身份证", "平台核验");
        }
    }

    private static void ofMonth(Reader head, int back) {
        var month = YearMonth.from(House.theOnly().today()).minusMonths(back);
        head.page().locator("select[name=month]").selectOption(month.toString());
        head.presses("main form[action='/my/looks'] button");
    }

    private static void proves(Reader office) {
        office.opens("/staff/identity").presses("main form button[type=submit]");
        assertThat(office.text(".errors")).contains("请填写姓名", "请选择出示了哪种证件");
        office.fills("name", "石某云").fills("number", "990101198803120063");
        office.chooses("document", "IDENTITY_CARD").chooses("seen", "yes");
        office.presses("main form button[type=submit]");
        assertThat(office.text("main")).contains("已记录核验", "石某云", "没有登记");
    }

    private static void gives(Reader head) {
        head.opens("/items/" + ITEM).presses("a[href^='/my/mandates/new']");
        head.presses("main form button[type=submit]");
        assertThat(head.text(".errors")).contains("请填写受托人的姓名", "请填写受托人的身份证号");
        picks(head, "giver");
        head.fills("name", "白某雪").fills("number", "990101200104110464");
        head.chooses("scope", "item");
        head.fills("until", House.theOnly().today().plusMonths(6).toString());
        head.presses("main form button[type=submit]");
        assertThat(head.text("main")).contains("委托已生效", FIRM + "委托白某雪办事");
    }

    /** The option of the firm; the other is the reader. */
    private static void picks(Reader reader, String name) {
        reader.page()
                .locator("input[name='" + name + "']:not([value=self])")
                .first()
                .check(new Locator.CheckOptions().setForce(true));
    }

    private static String begins(Reader agent) {
        agent.opens("/apply/" + ITEM);
        picks(agent, "as");
        agent.presses("main form button[type=submit]");
        return agent.page().url().replaceAll(".*/drafts/", "");
    }

    private static void applies(Reader agent) {
        var draft = begins(agent);
        agent.hurries(
                () -> {
                    agent.opens("/drafts/" + draft + "/form/1");
                    agent.fills("f.contact", "白某雪");
                    agent.presses("main form button[type=submit]");
                    agent.page()
                            .locator("input[name='f.seals']")
                            .first()
                            .check(new Locator.CheckOptions().setForce(true));
                    agent.presses("main form button[type=submit]");
                    agent.opens("/drafts/" + draft + "/materials");
                    agent.uploads("end-proof", Scan.picture());
                });
        agent.opens("/drafts/" + draft + "/check")
                .chooses("delivery", "electronic")
                .chooses("truth", "yes");
        agent.presses("main form button[type=submit]");
        assertThat(agent.page().url()).endsWith("/receipt");
    }
}
