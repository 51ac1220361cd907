package org.tongban.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemFilter.Side;
import org.tongban.catalogue.ItemPage;
import org.tongban.catalogue.ItemSummary;
import org.tongban.catalogue.Why;
import org.tongban.catalogue.search.Means;
import org.tongban.catalogue.search.Quality;

/** What people say, and the item that answers it. */
@Tag("F3")
class SearchInTheSanduPackTests {

    private static ItemPage search(String words) {
        return SanduSearch.finder().find(words, ItemFilter.ALL, Means.BOTH, "");
    }

    @ParameterizedTest
    @CsvSource({
        "我想开一家小饭馆, food-business-new",
        "开饭馆, food-business-new",
        "开奶茶店, food-business-new",
        "开小吃店, food-business-new",
        "结婚, marriage-registration",
        "领结婚证, marriage-registration",
        "离婚, divorce-registration",
        "公积金租房, housing-fund-withdrawal-rent",
        "租房提取公积金, housing-fund-withdrawal-rent",
        "公积金贷款, housing-fund-loan",
        "砍树, tree-felling",
        "小区的树挡光要砍, tree-moving",
        "给孩子上户口, household-birth",
        "新生儿落户, household-birth",
        "办身份证, id-card-first",
        "居住证, residence-permit",
        "低保, minimum-living-allowance",
        "残疾证, disability-certificate",
        "退休, retirement-application",
        "社保卡, social-security-card",
        "注册公司, company-registration",
        "注销公司, company-cancellation",
        "个体户营业执照, individual-business-registration",
        "开网吧, internet-cafe",
        "开药店, drug-retail-licence",
        "卖烟, tobacco-retail-new",
        "卖烟花爆竹, fireworks-retail",
        "教师资格证, teacher-qualification",
        "二手房过户, real-estate-transfer",
        "公租房, public-rental-housing",
        "护士注册, nurse-registration",
        "刻公章, seal-engraving-record",
        "请律师没钱, legal-aid",
        "装水表, water-connection",
        "出生证, birth-certificate",
        "卖农药, pesticide-licence",
        "食品经营许可, food-business-new",
        "食品经营许可延续, food-business-renewal",
    })
    void findsTheItemFirst(String words, String key) {
        assertThat(search(words).items()).extracting(ItemSummary::key).startsWith(key);
        assertThat(search(words).sure()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "spjyxk, food-business-new",
        "SPJYXK, food-business-new",
        "jhdj, marriage-registration",
        "kaifandian, food-business-new",
        "kai fan guan, food-business-new",
        "shipinjingyingxuke, food-business-new",
    })
    void readsPinyinAndFirstLetters(String letters, String key) {
        var found = search(letters);

        assertThat(found.items()).extracting(ItemSummary::key).startsWith(key);
        assertThat(found.found().getFirst().why()).isInstanceOf(Why.Letters.class);
    }

    @ParameterizedTest
    @CsvSource({
        "食品京营许可, food-business-new",
        "食品经许可, food-business-new",
        "食品经营营许可, food-business-new",
        "烟草专买零售许可, tobacco-retail-new",
        "结昏登记, marriage-registration",
        "社会保章卡, social-security-card",
    })
    void forgivesAWrongAMissingAndADoubledCharacter(String words, String key) {
        assertThat(search(words).items()).extracting(ItemSummary::key).startsWith(key);
    }

    @Test
    void saysHowItUnderstoodACharacterThatOnlySoundsTheSame() {
        assertThat(search("烟草专麦").found().getFirst().why())
                .isEqualTo(new Why.Sound("烟草专麦", "烟草专卖"));
    }

    @Test
    void saysWhatTheWordMeans() {
        assertThat(search("开饭堂和大排档").found().getFirst().why())
                .isEqualTo(new Why.Word("大排档", "餐饮服务"));
    }

    @Test
    void findsByTheBasicCode() {
        var code = "520131012001";

        assertThat(search(code).found().getFirst().why()).isEqualTo(new Why.Code(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"工伤怎么报", "想要轮椅", "身份证丢了", "考驾照"})
    void saysWhatItUnderstoodWhenThePlaceDoesNotHandleIt(String words) {
        var found = search(words);

        assertThat(found.sure()).isFalse();
        assertThat(found.notHere()).isNotEmpty();
    }

    @Test
    void narrowsAndCountsWhatEachOtherValueWouldLeave() {
        var all = SanduSearch.finder().list(ItemFilter.ALL, "");
        var firms = SanduSearch.finder().list(ItemFilter.ALL.with(Side.AUDIENCE, "firm"), "");

        assertThat(firms.total()).isLessThan(all.total());
        assertThat(firms.sides().get(Side.AUDIENCE)).isEqualTo(all.sides().get(Side.AUDIENCE));
        assertThat(all.sides().get(Side.AUDIENCE))
                .contains(new ItemPage.Count("firm", firms.total()));
    }

    @Test
    void aLifeEventBringsItsItemsTogether() {
        var birth = SanduSearch.finder().list(ItemFilter.ALL.with(Side.LIFE, "birth"), "");

        assertThat(birth.items())
                .extracting(ItemSummary::key)
                .contains("birth-certificate", "household-birth", "maternal-service-registration");
    }

    @Test
    void pagesMeetEveryItemOnce() {
        var keys = new java.util.ArrayList<String>();
        var page = SanduSearch.finder().list(ItemFilter.ALL, "");
        keys.addAll(page.items().stream().map(ItemSummary::key).toList());
        while (!page.next().isEmpty()) {
            page = SanduSearch.finder().list(ItemFilter.ALL, page.next());
            keys.addAll(page.items().stream().map(ItemSummary::key).toList());
        }

        assertThat(keys).doesNotHaveDuplicates().hasSize(page.total());
        assertThat(SanduSearch.finder().list(ItemFilter.ALL, page.previous()).items())
                .extracting(ItemSummary::key)
                .isEqualTo(
                        keys.subList(
                                keys.size() - page.items().size() - ItemPage.SIZE,
                                keys.size() - page.items().size()));
    }

    /** The figures of docs/search.md less what a change may cost without being looked at. */
    @Test
    void answersTheGoldenQuestions() throws IOException {
        var both = Quality.of(SanduSearch.finder(), SanduSearch.golden().half(true), Means.BOTH);
        var words = Quality.of(SanduSearch.finder(), SanduSearch.golden().half(true), Means.WORDS);
        var meaning =
                Quality.of(SanduSearch.finder(), SanduSearch.golden().half(true), Means.MEANING);

        assertThat(SanduSearch.golden().questions()).hasSizeGreaterThan(200);
        assertThat(both.first()).isGreaterThan(0.92);
        assertThat(both.withinThree()).isGreaterThan(0.96);
        assertThat(both.reciprocalRank()).isGreaterThan(0.95);
        assertThat(both.sure()).isGreaterThan(0.92);
        assertThat(both.unsure()).isGreaterThan(0.9);
        assertThat(words.first()).isGreaterThan(0.9);
        assertThat(meaning.first()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "*",
                "name:* OR key:*",
                "\"(((((",
                "+-&&||!(){}[]^\"~*?:\\/",
                "\u0000\u0001\u202e",
                "' OR 1=1 --",
                "😀😀",
                "\ud800",
                "𠀀𠀁证",
                "ﬁﬁﬁ①②③",
                "ก็ห้ามค้น",
            })
    void anyTextIsSafe(String words) {
        assertThat(search(words).items()).hasSizeLessThanOrEqualTo(ItemPage.SIZE);
    }

    @Test
    void aVeryLongQuestionIsAnsweredToo() {
        assertThat(search("开饭馆" + "啊！".repeat(500_000)).items()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b!!!!", "a_-", "zzz", "-1", "99999999999", "a5oqx"})
    void aCursorThatNobodyGaveIsHarmless(String cursor) {
        assertThat(SanduSearch.finder().list(ItemFilter.ALL, cursor).items()).isNotEmpty();
        assertThat(SanduSearch.finder().find("证", ItemFilter.ALL, Means.BOTH, cursor).items())
                .isNotEmpty();
    }
}
