package org.tongban.catalogue.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

@Tag("A3")
class EntryTests {

    private static final Texts CHINESE = new TextBundles().in(Preferences.CHINESE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "situation.kind == 'restaurant'",
                "situation.kind == 'a' || situation.kind == 'b'",
                "situation.online == 'sells' && form.storage == true",
                "(situation.kind == 'a' || situation.kind == 'b') && form.storage == false"
            })
    void whatCanBeTickedComesOutAsItWentIn(String cel) {
        assertThat(PlainCondition.read(cel).map(PlainCondition::cel)).contains(cel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form.area > 50",
                "situation.kind != 'canteen'",
                "situation.a == 'x' || situation.b == 'y'",
                "(situation.a == 'x') && form.b == true",
                "situation.a == 'x' && situation.a == 'y'",
                "situation.a == 'x' || (situation.a == 'y')",
                "nonsense"
            })
    void anythingElseIsForExperts(String cel) {
        assertThat(PlainCondition.read(cel)).isEmpty();
    }

    @Test
    void rowsAreAddedMovedAndTakenOutAtTheirPlace() {
        Map<String, Object> tree =
                Map.of("materials", List.of(Map.of("key", "a"), Map.of("key", "b")));

        var more = EntryTree.added(tree, "materials");
        var moved = EntryTree.moved(tree, "materials[1]", -1);
        var less = EntryTree.removed(tree, "materials[0]");

        assertThat(EntryTree.rows(more, "materials")).hasSize(3);
        assertThat(EntryTree.text(moved, "materials[0].key")).isEqualTo("b");
        assertThat(EntryTree.rows(less, "materials")).containsExactly(Map.of("key", "b"));
        assertThat(EntryTree.rows(tree, "materials")).hasSize(2);
    }

    @Test
    void aRowWithinAGroupIsFound() {
        var rules = "handling.automatic.rules";

        var one = EntryTree.added(Map.of(), rules);
        var two = EntryTree.added(one, rules);

        assertThat(EntryTree.rows(two, rules)).hasSize(2);
        assertThat(EntryTree.rows(EntryTree.removed(two, rules + "[1]"), rules)).hasSize(1);
        for (var none : List.of("handling", "handling[0].automatic.rules", "handling.automatic")) {
            assertThat(EntryTree.added(two, none)).isEqualTo(two);
        }
    }

    @Test
    void aRowWithinARowIsFound() {
        Map<String, Object> tree = Map.of("form", List.of(Map.of("page", "一")));

        var more = EntryTree.added(tree, "form[0].fields");

        assertThat(EntryTree.rows(more, "form[0].fields")).hasSize(1);
        assertThat(EntryTree.text(more, "form[0].page")).isEqualTo("一");
    }

    @ParameterizedTest
    @ValueSource(strings = {"materials[9]", "materials[]", "x[0]", "materials", "", "[[[["})
    void aHostilePathChangesNothing(String path) {
        Map<String, Object> tree = Map.of("materials", List.of(Map.of("key", "a")));

        assertThat(EntryTree.rows(EntryTree.removed(tree, path), "materials")).hasSize(1);
        assertThat(EntryTree.rows(EntryTree.moved(tree, path, -1), "materials")).hasSize(1);
    }

    @Test
    void saysInWordsWhatDiffers() {
        var before = new LinkedHashMap<String, Object>();
        before.put("summary", "一句话");
        before.put("level", 4);
        before.put(
                "materials",
                List.of(material("a", "平面图", "required"), material("b", "照片", "optional")));
        var after = new LinkedHashMap<>(before);
        after.put("summary", "另一句话");
        after.put(
                "materials",
                List.of(material("c", "合同", "required"), material("a", "平面图", "optional")));

        var changes = Difference.between(before, after, CHINESE);

        assertThat(changes)
                .extracting(
                        Difference.Change::place,
                        Difference.Change::before,
                        Difference.Change::after)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("一句话说明", "一句话", "另一句话"),
                        org.assertj.core.groups.Tuple.tuple("材料", "照片", ""),
                        org.assertj.core.groups.Tuple.tuple("材料", "", "合同"),
                        org.assertj.core.groups.Tuple.tuple("材料“平面图” · 必要性", "必要", "非必要"));
    }

    @Test
    void everyPartAndEveryChoiceHasItsWords() {
        assertWords(Section.all(), "");
        for (var section : Section.values()) {
            assertThat(CHINESE.has("editor.section." + section.word())).as(section.word()).isTrue();
            assertThat(CHINESE.has("editor.section." + section.word() + ".lead")).isTrue();
        }
    }

    private static void assertWords(List<Part> parts, String above) {
        for (var part : parts) {
            var path = above.isEmpty() ? part.key() : above + "." + part.key();
            switch (part) {
                case Part.Leaf leaf -> {
                    if (leaf.kind() == Part.Kind.KEY) continue;
                    assertThat(CHINESE.has(Places.key(path))).as(path).isTrue();
                    if (leaf.kind() == Part.Kind.CHOICE) {
                        leaf.values()
                                .forEach(
                                        v ->
                                                assertThat(CHINESE.has(Places.key(path) + "." + v))
                                                        .as(path + v)
                                                        .isTrue());
                    }
                }
                case Part.Group(var _, var below) -> assertWords(below, path);
                case Part.Rows(var _, var _, var below) -> {
                    assertThat(CHINESE.has(Places.key(path))).as(path).isTrue();
                    assertWords(below, path);
                }
            }
        }
    }

    private static Map<String, Object> material(String key, String name, String necessity) {
        return Map.of("key", key, "name", name, "necessity", necessity);
    }
}
