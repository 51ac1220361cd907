package org.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.catalogue.FormCheck.Checked;
import org.tongban.directory.OfferedRegions;
import org.tongban.directory.Region;
import org.tongban.directory.Region.Level;

class FormCheckTests {

    private static final OfferedRegions REGIONS =
            OfferedRegions.of(
                    "522732000000",
                    List.of(
                            region("522732000000", "三都水族自治县", Level.COUNTY, "522700000000"),
                            region("522732001000", "三合街道", Level.TOWN, "522732000000"),
                            region("522732001005", "凤凰社区居民委员会", Level.VILLAGE, "522732001000"),
                            region("522732001201", "新华村村民委员会", Level.VILLAGE, "522732001000"),
                            region("522732100000", "大河镇", Level.TOWN, "522732000000"),
                            region("522732100201", "新华村村民委员会", Level.VILLAGE, "522732100000")));

    private static Region region(String code, String name, Level level, String parent) {
        return new Region(code, name, level, Optional.of(parent), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "522732001005 | 522732001005",
                "三合街道 | 522732001000",
                " 三合街道 凤凰社区 | 522732001005",
                "凤凰社区居民委员会 | 522732001005",
                "三都水族自治县三合街道凤凰社区居民委员会 | 522732001005",
                "大河镇新华村 | 522732100201",
                "三都水族自治县 | 522732000000",
            })
    void takesARegionByItsCodeOrAsPeopleNameIt(String typed, String code) {
        assertThat(check("region", typed).values()).containsEntry("f", code);
    }

    @Test
    void aVillageNameOfTwoTownsAsksWhich() {
        var fault = check("region", "新华村").faults().getFirst();

        assertThat(fault.messageKey()).isEqualTo("catalogue.fault.region-unclear");
        assertThat(fault.arguments()).contains("三合街道新华村村民委员会、大河镇新华村村民委员会");
    }

    @ParameterizedTest
    @ValueSource(strings = {"110000000000", "北京市", "522732", "52273200100522732001005", "x"})
    void refusesARegionThatIsNotOfThePlace(String typed) {
        assertThat(check("region", typed).faults())
                .extracting(FieldFault::messageKey)
                .containsExactly("catalogue.fault.region-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21",
        "2026/11/21, 2026-11-21",
        "2026年11月21日, 2026-11-21",
        "20261121, 2026-11-21",
        "２０２６．１１．２１, 2026-11-21",
        "2026 年 1 月 2 日, 2026-01-02"
    })
    void readsADayAsPeopleWriteIt(String typed, String day) {
        assertThat(check("date", typed).values()).containsEntry("f", day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | ８６     | 86",
                "integer | 1,200    | 1200",
                "integer | 1，200   | 1200",
                "decimal | 86。5    | 86.5",
                "decimal |  86 . 5  | 86.5",
                "money   | ￥1,200.50元 | 1200.50",
            })
    void readsNumbersAsInputMethodsLeaveThem(String type, String typed, String number) {
        var value = check(type, typed).values().get("f");

        assertThat(new BigDecimal(String.valueOf(value))).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer    | 八十六             | catalogue.fault.not-whole",
                "integer    | 1.5                | catalogue.fault.not-whole",
                "decimal    | 86平方             | catalogue.fault.not-number",
                "money      | 1.005              | catalogue.fault.not-money",
                "decimal    | 0                  | catalogue.fault.too-small",
                "decimal    | 1000               | catalogue.fault.too-large",
                "date       | 明天               | catalogue.fault.not-date",
                "date       | 2026-02-30         | catalogue.fault.no-such-day",
                "citizenId  | 990101199001010018 | catalogue.fault.citizen-id.check",
                "citizenId  | 110                | catalogue.fault.citizen-id.length",
                "mobile     | 1380               | catalogue.fault.mobile.length",
                "creditCode | 91999900MA0TEQT130 | catalogue.fault.credit-code.check",
                "choice     | c                  | catalogue.fault.unknown-choice",
                "yesno      | 也许               | catalogue.fault.not-yes-no",
                "text       | ''                 | catalogue.fault.missing.text",
                "decimal    | ''                 | catalogue.fault.missing.number",
                "text       | 一二三四五六七八九十一 | catalogue.fault.too-long",
            })
    void saysWhatIsWrong(String type, String typed, String messageKey) {
        assertThat(check(type, typed).faults())
                .extracting(FieldFault::messageKey)
                .containsExactly(messageKey);
    }

    @Test
    void aFieldWhoseConditionDoesNotHoldIsDropped() {
        var item = item(field("kind", "choice", ""), field("f", "decimal", "form.kind == 'a'"));

        var dropped = check(item, Map.of("kind", List.of("b"), "f", List.of("5")));
        var kept = check(item, Map.of("kind", List.of("a"), "f", List.of("5")));

        assertThat(dropped.values()).containsOnlyKeys("kind");
        assertThat(dropped.faults()).isEmpty();
        assertThat(kept.values()).containsOnlyKeys("kind", "f");
    }

    @Test
    void aDroppedFieldMakesNoConditionTrue() {
        var item =
                item(
                        field("kind", "choice", ""),
                        field("inner", "choice", "form.kind == 'a'"),
                        field("f", "decimal", "form.inner == 'a'"));

        var checked =
                check(item, Map.of("kind", List.of("b"), "inner", List.of("a"), "f", List.of("5")));

        assertThat(checked.values()).containsOnlyKeys("kind");
    }

    @Test
    void writesAndReadsADefinitionUnchanged() {
        var item = item(field("f", "citizenId", "situation.x == 'a'"));

        assertThat(ItemJson.read(ItemJson.write(item))).isEqualTo(item);
        assertThat(ItemJson.write(item)).contains("\"citizenId\"", "\"at-once\"");
    }

    private static Checked check(String type, String typed) {
        return check(item(field("f", type, "")), Map.of("f", List.of(typed)));
    }

    private static Checked check(ItemDefinition item, Map<String, List<String>> typed) {
        return FormCheck.check(item, typed, Map.of(), Map.of(), REGIONS);
    }

    private static Map<String, Object> field(String key, String type, String when) {
        var field = new LinkedHashMap<String, Object>();
        field.put("key", key);
        field.put("label", "字段");
        field.put("type", type);
        field.put("required", true);
        if (type.equals("text")) field.put("maxLength", 10);
        if (type.equals("decimal")) field.putAll(Map.of("min", "1", "max", "100"));
        field.put(
                "choices",
                type.startsWith("choice")
                        ? List.of(
                                Map.of("value", "a", "label", "甲"),
                                Map.of("value", "b", "label", "乙"))
                        : List.of());
        if (!when.isEmpty()) field.put("when", when);
        return field;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    private static ItemDefinition item(Map<String, Object>... fields) {
        var item = new LinkedHashMap<String, Object>();
        item.putAll(Map.of("key", "k", "agency", "market", "name", "事项", "summary", "一句话"));
        item.putAll(Map.of("type", "20", "catalogCode", "520131012000", "level", 4));
        item.putAll(Map.of("caseKind", "at-once", "visits", 0, "visitReason", "无"));
        item.putAll(Map.of("onlineDepth", "full", "tolerant", false));
        for (var list :
                List.of(
                        "alsoCalled",
                        "themes",
                        "legalBasis",
                        "fee",
                        "conditions",
                        "materials",
                        "specialProcedures",
                        "faq")) {
            item.put(list, List.of());
        }
        item.put("audience", List.of("person"));
        var limit = Map.of("days", 0, "unit", "working");
        item.put("limits", Map.of("statutory", limit, "promised", limit));
        item.put("questions", List.of(Map.of("key", "x", "text", "？", "choices", List.of())));
        item.put("form", List.of(Map.of("page", "页", "fields", List.of(fields))));
        item.put(
                "steps",
                List.of(
                        Map.of(
                                "key",
                                "d",
                                "name",
                                "决定",
                                "post",
                                "p",
                                "kind",
                                "decision",
                                "days",
                                0,
                                "after",
                                List.of())));
        item.put("result", Map.of("name", "结果", "kind", "none"));
        return ItemJson.of(item);
    }
}
