package org.tongban.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.catalogue.search.ItemIndex;

/** What people say, and the item that answers it. */
@Tag("F3")
class SearchInTheSanduPackTests {

    private static ItemIndex index = ItemIndex.of(List.of());

    @BeforeAll
    static void build() throws IOException {
        var pack = PackCheck.check(PackReader.read(SanduPackTests.SANDU)).content().orElseThrow();
        var agencies =
                pack.agencies().stream()
                        .collect(
                                Collectors.toMap(
                                        PackContent.Agency::key, PackContent.Agency::name));
        index =
                ItemIndex.of(
                        pack.items().stream()
                                .map(
                                        i ->
                                                ItemIndex.Entry.of(
                                                        i, agencies.getOrDefault(i.agency(), "")))
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "我想开一家小饭馆, food-business-new",
        "开饭馆, food-business-new",
        "开奶茶店, food-business-new",
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
    })
    void findsTheItemFirst(String words, String key) {
        assertThat(index.search(words)).startsWith(key);
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
                "' OR 1=1 --"
            })
    void anyTextIsSafe(String words) {
        assertThat(index.search(words)).hasSizeLessThan(201);
    }

    @Test
    void aVeryLongQuestionIsAnsweredToo() {
        assertThat(index.search("开饭馆" + "啊！".repeat(500_000))).isNotEmpty();
    }
}
