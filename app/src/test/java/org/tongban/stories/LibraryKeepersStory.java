package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Those who keep the library: an administrator designs a type and sees its sheet, two officers
 * issue a certificate without a case, an office checks one fact, and a person who finds a register
 * wrong gets an answer.
 */
class LibraryKeepersStory {

    @Test
    @Tag("D2")
    void aTypeIsDesignedAndACertificateIsIssuedWithoutACase() {
        try (var administrator = Reader.atADesk();
                var clerk = Reader.atADesk();
                var head = Reader.atADesk()) {
            administrator.signsIn("/staff/sign-in", "admin1");
            clerk.signsIn("/staff/sign-in", "market1");
            head.signsIn("/staff/sign-in", "market2");

            designs(administrator);
            var proposal = proposes(clerk);
            agrees(head, proposal);
        }
    }

    private static void designs(Reader administrator) {
        administrator.opens("/staff/certificate-types/design");
        administrator.presses("a[href$='/fireworks-retail/draft']");
        administrator.page().locator("figure img").waitFor();
        administrator.fills("validYears", "一百年").presses("form[action$='/draft'] button");
        assertThat(administrator.text(".errors")).contains("请填 1 到 100 之间的整数");
        administrator.fills("validYears", "3").presses("form[action$='/draft'] button");
        assertThat(administrator.text("main")).contains("请另一位管理员看过以后发布");
        try (var second = Reader.atADesk()) {
            second.hurries(() -> second.signsIn("/staff/sign-in", "admin2"));
            second.opens("/staff/certificate-types/fireworks-retail/draft");
            second.fills("why", "按新的规定延长有效期");
            second.presses("form[action$='/publication'] button");
            assertThat(second.text("main")).contains("烟花爆竹经营（零售）许可证", "3 年");
        }
        administrator.opens("/staff/certificate-types/fireworks-retail/draft");
        assertThat(administrator.text("main")).contains("第 2 版", "按新的规定延长有效期");
    }

    private static String proposes(Reader clerk) {
        clerk.opens("/staff/direct-issues").presses("a[href$='/new/market/business-licence']");
        clerk.fills("c.holder", "陆某芳").fills("c.holderNumber", "990101198506150021");
        clerk.presses("main form button[type=submit]");
        assertThat(clerk.text(".errors")).contains("不是正确的", "请写明颁发理由");
        clerk.fills("c.holderNumber", "990101198506150020")
                .fills("f.businessName", "陆记米粉店")
                .fills("f.representative", "陆某芳")
                .fills("f.capital", "5")
                .fills("f.premises", "凤羽街道 5 号")
                .fills("f.scope", "米粉")
                .fills("reason", "登记系统故障期间受理，现补发")
                .fills("basis", "登记机关补发执照的规定");
        clerk.presses("main form button[type=submit]");
        assertThat(clerk.text("main")).contains("等待核对", "提出的人不能自己同意");
        return clerk.page().url().replaceAll("^.*(/staff/direct-issues/)", "$1");
    }

    private static void agrees(Reader head, String proposal) {
        head.opens("/staff/direct-issues").opens(proposal);
        head.fills("why", "已核对登记档案").presses("button[value=issue]");
        assertThat(head.text("main")).contains("已颁发");
        head.presses("a[href^='/staff/certificates/']");
        assertThat(head.text("main")).contains("直接颁发", "可信等级", "A（");
    }

    @Test
    @Tag("D4")
    void aFactIsCheckedAndARegisterIsPutRight() {
        try (var officer = Reader.atADesk();
                var keeper = Reader.atADesk();
                var overseer = Reader.atADesk();
                var citizen = Reader.withAPhone()) {
            officer.signsIn("/staff/sign-in", "urbanlaw2");
            keeper.signsIn("/staff/sign-in", "market2");
            overseer.signsIn("/staff/sign-in", "supervisor1");
            citizen.signsIn("/sign-in", "shiyun");

            checks(officer);
            citizen.opens("/my/register-questions");
            assertThat(citizen.text("main")).contains("核对招牌申请人");
            citizen.presses("a[href='/my/objections']");
            citizen.fills("words", "住所已经变更").presses("main form button[type=submit]");
            assertThat(citizen.text(".errors")).contains("请选择哪一项登记");
            picks(citizen, "resource", "market-entities");
            citizen.page().locator("[name=about]").first().check();
            citizen.presses("main form button[type=submit]");
            answers(keeper);
            citizen.opens("/my/objections");
            assertThat(citizen.text("main")).contains("已更正", "已按新执照更正");
            overseer.opens("/staff/register-questions");
            assertThat(overseer.text("main")).contains("核对招牌申请人");
            overseer.opens("/staff/not-asked").opens("/staff/fact-checks");
        }
    }

    private static void checks(Reader officer) {
        officer.opens("/staff/resources").opens("/staff/not-asked").opens("/staff/facts");
        picks(officer, "item", "shop-sign");
        picks(officer, "fact", "market-entities/representative");
        officer.fills("subject", "91990101MA9901100P").fills("value", "石某云");
        officer.fills("purpose", "核对招牌申请人").presses("main form button[type=submit]");
        assertThat(officer.text("[role=status]")).contains("是不是“石某云”");
    }

    private static void answers(Reader keeper) {
        keeper.opens("/staff/objections").presses("ul.check a");
        keeper.fills("answer", "已按新执照更正").presses("button[value=corrected]");
        assertThat(keeper.text("main")).contains("已更正");
    }

    /** A few answers stand below each other, many in a list. */
    private static void picks(Reader reader, String name, String value) {
        var list = reader.page().locator("select[name='" + name + "']");
        if (list.count() > 0) {
            list.selectOption(value);
        } else {
            reader.chooses(name, value);
        }
    }
}
