package org.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.directory.OfferedRegions;

/** Groups of questions that are answered several times. */
@Tag("A3")
class FormRowsTests {

    private static final OfferedRegions REGIONS = OfferedRegions.of("522732000000", List.of());
    private static final Field NAME = question("name", "姓名", FieldType.NAME);
    private static final Field AMOUNT = question("amount", "出资", FieldType.MONEY);
    private static final Field PARTNERS =
            new Field(
                    "partners",
                    "股东",
                    null,
                    FieldType.GROUP,
                    true,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    List.of(NAME, AMOUNT),
                    1,
                    3);

    @Test
    void everyFaultStandsAtItsRow() {
        var checked =
                check(
                        Map.of(
                                "partners", List.of("3"),
                                "partners.0.name", List.of("韦晓兰"),
                                "partners.0.amount", List.of("三万"),
                                "partners.1.amount", List.of("５，０００元")));

        assertThat(checked.faults())
                .extracting(FieldFault::fieldKey)
                .containsExactly("partners.0.amount", "partners.1.name");
        assertThat(checked.faults().getLast().arguments()).containsExactly("股东 2 姓名");
        assertThat(checked.faults()).extracting(FieldFault::asked).containsOnly("partners");
        assertThat(FormRows.checked(checked.values().getOrDefault("partners", List.of())))
                .as("the third row was only opened")
                .hasSize(2);
    }

    @Test
    void whatHasToBeThereIsAskedForInItsOwnRow() {
        assertThat(check(Map.of()).faults())
                .extracting(FieldFault::fieldKey)
                .containsExactly("partners.0.name", "partners.0.amount");
    }

    @Test
    void tooManyRowsAreRefusedAndNobodyMakesUsDrawAMillion() {
        var typed = new LinkedHashMap<String, List<String>>();
        typed.put("partners", List.of("9999"));
        for (var row = 0; row < 4; row++) {
            typed.put("partners." + row + ".name", List.of("韦晓兰"));
            typed.put("partners." + row + ".amount", List.of("1"));
        }

        assertThat(FormRows.opened(PARTNERS, typed)).isEqualTo(FormRows.MOST + 1);
        assertThat(check(typed).faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.fieldKey()).isEqualTo("partners");
                            assertThat(fault.messageKey()).isEqualTo("catalogue.fault.rows-many");
                        });
    }

    @Test
    void aRowIsAddedAndTakenAwayAndTheOthersStayAsTheyWere() {
        var typed =
                Map.of(
                        "other", List.of("x"),
                        "partners", List.of("2"),
                        "partners.0.name", List.of("甲"),
                        "partners.1.name", List.of("乙"),
                        "partners.1.amount", List.of("写错了"));

        var added = FormRows.added(PARTNERS, typed);
        assertThat(FormRows.opened(PARTNERS, added)).isEqualTo(3);
        assertThat(FormRows.added(PARTNERS, added)).as("three at most").isEqualTo(added);

        assertThat(FormRows.removed(PARTNERS, 0, typed))
                .isEqualTo(
                        Map.of(
                                "other", List.of("x"),
                                "partners", List.of("1"),
                                "partners.0.name", List.of("乙"),
                                "partners.0.amount", List.of("写错了")));
        assertThat(FormRows.removed(PARTNERS, 7, typed)).isEqualTo(typed);
    }

    @Test
    void theSchemaSaysWhatARowIs() {
        assertThat(FormSchema.of(List.of(PARTNERS)).json())
                .contains("\"minItems\":1", "\"maxItems\":3", "\"required\":[\"name\",\"amount\"]");
    }

    @Test
    void aDefinitionWithAGroupComesBackAsItWas() {
        var item = item();

        assertThat(ItemJson.read(ItemJson.write(item))).isEqualTo(item);
        assertThat(ItemJson.of(ItemJson.tree(item))).isEqualTo(item);
    }

    @Test
    void aConditionSeesHowManyRowsThereAre() {
        var item = item();
        var two =
                Map.of(
                        "partners", List.of("2"),
                        "partners.0.name", List.of("甲"),
                        "partners.0.amount", List.of("1"),
                        "partners.1.name", List.of("乙"),
                        "partners.1.amount", List.of("1"));

        assertThat(FormCheck.check(item, two, Map.of(), Map.of(), REGIONS).faults())
                .extracting(FieldFault::fieldKey)
                .containsExactly("meeting");
        assertThat(
                        FormCheck.check(
                                        item,
                                        FormRows.removed(PARTNERS, 1, two),
                                        Map.of(),
                                        Map.of(),
                                        REGIONS)
                                .faults())
                .isEmpty();
    }

    private static FormCheck.Checked check(Map<String, List<String>> typed) {
        var item = item();
        return FormCheck.check(item, List.of(PARTNERS), typed, Map.of(), Map.of(), REGIONS);
    }

    private static Field question(String key, String label, FieldType type) {
        return new Field(
                key, label, null, type, true, null, null, null, List.of(), null, null, List.of(),
                null, null);
    }

    private static ItemDefinition item() {
        var tree = new LinkedHashMap<String, Object>();
        tree.putAll(Map.of("key", "k", "agency", "market", "name", "事项", "summary", "一句话"));
        tree.putAll(Map.of("type", "20", "catalogCode", "520131012000", "level", 4));
        tree.putAll(Map.of("caseKind", "at-once", "visits", 0, "visitReason", "无"));
        tree.putAll(Map.of("onlineDepth", "full", "tolerant", false));
        for (var list :
                List.of(
                        "alsoCalled",
                        "themes",
                        "legalBasis",
                        "fee",
                        "conditions",
                        "questions",
                        "materials",
                        "specialProcedures",
                        "faq")) {
            tree.put(list, List.of());
        }
        tree.put("audience", List.of("person"));
        var limit = Map.of("days", 0, "unit", "working");
        tree.put("limits", Map.of("statutory", limit, "promised", limit));
        var decide = new LinkedHashMap<String, Object>();
        decide.putAll(Map.of("key", "d", "name", "决定", "post", "p", "kind", "decision"));
        decide.putAll(Map.of("days", 0, "after", List.of()));
        tree.put("steps", List.of(decide));
        tree.put("result", Map.of("name", "结果", "kind", "none"));
        tree.put(
                "form",
                List.of(
                        Map.of(
                                "page",
                                "股东",
                                "fields",
                                List.of(
                                        field(PARTNERS),
                                        Map.of(
                                                "key", "meeting",
                                                "label", "哪天开的股东会？",
                                                "type", "date",
                                                "required", true,
                                                "choices", List.of(),
                                                "when", "form.partners >= 2.0")))));
        return ItemJson.of(tree);
    }

    private static Map<String, Object> field(Field group) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("key", group.key());
        tree.put("label", group.label());
        tree.put("type", "group");
        tree.put("required", true);
        tree.put("choices", List.of());
        tree.put("minRows", 1);
        tree.put("maxRows", 3);
        tree.put(
                "fields",
                List.of(
                        Map.of(
                                "key",
                                "name",
                                "label",
                                "姓名",
                                "type",
                                "name",
                                "required",
                                true,
                                "choices",
                                List.of()),
                        Map.of(
                                "key",
                                "amount",
                                "label",
                                "出资",
                                "type",
                                "money",
                                "required",
                                true,
                                "choices",
                                List.of())));
        return tree;
    }
}
