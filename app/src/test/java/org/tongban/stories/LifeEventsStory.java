package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.casework.Applicant;

/**
 * Things that happen to people and firms, each told, written and sent once with a phone and seen
 * through to its end. What the offices do is done without a browser; other stories look at their
 * pages.
 */
@Tag("C1")
@Tag("C2")
@Tag("C3")
class LifeEventsStory {

    private static Applicant person(String name, String id, String mobile, String address) {
        return new Applicant(Applicant.Kind.PERSON, name, id, name, mobile, address);
    }

    @Test
    @Tag("C4")
    void aChildIsBorn() {
        try (var citizen = Reader.withAPhone();
                var supervisor = Reader.atADesk()) {
            var mother = person("石某芳", "990101199208170669", "13800004098", "周覃镇幸福社区15号");
            citizen.signsIn("/sign-in", "shifang");
            var sent =
                    new PackageByBrowser(
                                    citizen,
                                    "newborn",
                                    mother,
                                    Map.of(
                                            "born",
                                            "hospital",
                                            "parents",
                                            "both",
                                            "with_vaccination_book",
                                            "yes"))
                            .sends(
                                    Map.of(
                                            "household_birth__q__married", "married",
                                            "household_birth__q__follow", "mother",
                                            "household_birth__q__books", "same"));
            assertThat(citizen.text("main"))
                    .contains("新生儿出生一件事", "办理中，已办好 0/3", "在等“出生医学证明")
                    .contains("少填 15 项、少交 2 份材料、少跑 0 次");

            sent.granted("birth-certificate");
            citizen.opensUntil(sent.path(), "main .tag:has-text('办理中') >> nth=2");
            assertThat(citizen.text("main")).contains("办理中，已办好 1/3", "同时办", "办理结果");
            sent.granted("household-birth").granted("vaccination-book");
            citizen.opens(sent.path());
            assertThat(citizen.text("main")).contains("全部办好");
            assertThat(citizen.page().locator("#results + ul a").count()).isEqualTo(3);

            supervisor.signsIn("/staff/sign-in", "supervisor1");
            supervisor.opens("/staff/packages/newborn");
            var month = supervisor.page().locator("tbody tr").first().locator("td");
            assertThat(month.allInnerTexts())
                    .as("the one application of this month")
                    .element(1)
                    .isEqualTo("1");
            assertThat(month.allInnerTexts().subList(4, 7)).containsExactly("15", "2", "0");
        }
    }

    @Test
    void aCompanyEndsInOneRowAndThenSideBySide() {
        try (var citizen = Reader.withAPhone()) {
            var firm =
                    new Applicant(
                            Applicant.Kind.FIRM,
                            "三都某辉农产品加工有限公司",
                            "91990101MA9901135A",
                            "李某辉",
                            "13800003765",
                            "三都水族自治县普安镇高硐村1组");
            citizen.signsIn("/sign-in", "lihui");
            var sent =
                    new PackageByBrowser(
                                    citizen,
                                    "close-company",
                                    firm,
                                    Map.of("way", "ordinary", "staff", "insured"))
                            .sends(
                                    Map.of(
                                            "tax_cancellation__q__taxed", "small",
                                            "tax_cancellation__q__invoice", "no"));
            assertThat(citizen.text("main")).contains("办理中，已办好 0/4", "少填 11 项、少交 3 份材料");
            assertThat(citizen.page().locator("ol.timeline > li").count())
                    .as("one, then one, then two side by side")
                    .isEqualTo(3);

            sent.granted("tax-cancellation");
            citizen.opens(sent.path());
            assertThat(citizen.page().locator("ol.timeline > li").nth(1).getAttribute("class"))
                    .isEqualTo("now");
            assertThat(citizen.page().locator("ol.timeline > li").nth(2).innerText())
                    .contains("同时办", "在等“公司注销登记");
            sent.granted("company-cancellation");
            citizen.opens(sent.path());
            assertThat(citizen.page().locator("ol.timeline > li").nth(2).innerText())
                    .doesNotContain("在等");
            sent.granted("seal-cancellation").granted("social-insurance-cancellation");
            citizen.opens(sent.path());
            assertThat(citizen.text("main")).contains("全部办好", "清税证明", "印章注销回执");
        }
    }

    @Test
    void aWorkerRetires() {
        try (var citizen = Reader.withAPhone()) {
            citizen.signsIn("/sign-in", "panxiu");
            var worker = person("潘某秀", "99010119620214022X", "13800003580", "大河镇大河村6组");
            var sent =
                    new PackageByBrowser(
                                    citizen,
                                    "retirement",
                                    worker,
                                    Map.of(
                                            "ground",
                                            "normal",
                                            "status",
                                            "employed",
                                            "with_housing_fund_withdrawal_retire",
                                            "yes"))
                            .sends(Map.of("housing_fund_withdrawal_retire__q__loan", "none"));
            assertThat(citizen.text("main")).contains("企业职工退休一件事", "已办好 0/2");

            sent.granted("retirement-application");
            sent.granted("housing-fund-withdrawal-retire");
            citizen.opens(sent.path());
            assertThat(citizen.text("main")).contains("全部办好", "基本养老金待遇核定表", "住房公积金提取和销户回单");
        }
    }

    @Test
    void aDisabledPersonChoosesWhatSheWants() {
        try (var citizen = Reader.withAPhone()) {
            citizen.signsIn("/sign-in", "weiying");
            var holder = person("韦某英", "990101194312120642", "13800004024", "中和镇三洞村2组");
            var sent =
                    new PackageByBrowser(
                                    citizen,
                                    "disability",
                                    holder,
                                    Map.of(
                                            "has",
                                            "not-yet",
                                            "with_disability_living_allowance",
                                            "yes",
                                            "with_disability_care_allowance",
                                            "no"))
                            .sends(
                                    Map.of(
                                            "disability_certificate__q__who", "self",
                                            "disability_certificate__q__mobility", "able"));
            assertThat(citizen.text("main"))
                    .contains("已办好 0/2", "困难残疾人生活补贴")
                    .doesNotContain("护理补贴");

            sent.granted("disability-certificate");
            citizen.opensUntil(sent.path(), "main a[href^='/my/cases/'] >> nth=1");
            sent.granted("disability-living-allowance");
            citizen.opens(sent.path());
            assertThat(citizen.text("main")).contains("全部办好").doesNotContain("护理补贴");
        }
    }
}
