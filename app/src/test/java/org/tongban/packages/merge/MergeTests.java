package org.tongban.packages.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.casework.SubmittedFile;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.SanduPackages;

/** One form for all, and back again: nothing is lost, invented or taken for something else. */
@Tag("C2")
class MergeTests {

    private static final SanduPackages SANDU = SanduPackages.read();
    private static final int ROUNDS = 40;

    static LongStream seeds() {
        return LongStream.range(0, ROUNDS);
    }

    private static Stream<PackageDefinition> packages() {
        return SANDU.packages.values().stream();
    }

    @Test
    void thePackHasTheFivePackagesWithWhichItBegan() {
        assertThat(SANDU.packages.keySet())
                .contains(
                        "open-restaurant", "close-company", "newborn", "retirement", "disability");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsMergedAndSplitIsWhatItWas(long seed) {
        packages().forEach(pack -> roundTrip(pack, new Random(seed)));
    }

    private static void roundTrip(PackageDefinition pack, Random random) {
        var situation = situation(pack, random);
        var chosen = Selection.of(pack, situation, facts(random), SANDU::item);
        var keys = new Keys(pack);
        var merged = new LinkedHashMap<String, List<String>>();
        var before = new LinkedHashMap<String, Map<String, List<String>>>();
        for (var one : chosen) {
            var own = SanduPackages.answers(one.definition(), random);
            one.laterFields().forEach(own::remove);
            // What means the same was answered the same.
            own.replaceAll((key, said) -> merged.getOrDefault(under(keys, one, key), said));
            own.forEach((key, said) -> merged.put(under(keys, one, key), said));
            before.put(one.key(), own);
        }

        var split = new Split(pack);

        for (var one : chosen) {
            var share = split.of(one, situation, merged, List.of(), List.of());
            assertThat(share.typed()).as(one.key()).isEqualTo(before.get(one.key()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAnswerOfTheMergedFormReachesAnItem(long seed) {
        packages()
                .forEach(
                        pack -> {
                            var random = new Random(seed);
                            var situation = situation(pack, random);
                            var chosen = Selection.of(pack, situation, facts(random), SANDU::item);
                            var form = merged(pack, chosen);
                            var typed = SanduPackages.answers(form, random);
                            var keys = new Keys(pack);
                            Set<String> reached = new LinkedHashSet<>();
                            for (var one : chosen) {
                                var share =
                                        new Split(pack)
                                                .of(one, situation, typed, List.of(), List.of());
                                share.typed()
                                        .keySet()
                                        .forEach(key -> reached.add(under(keys, one, key)));
                                one.definition()
                                        .questions()
                                        .forEach(
                                                question ->
                                                        reached.add(
                                                                keys.question(
                                                                        one.key(),
                                                                        question.key())));
                                assertThat(share.situation().keySet())
                                        .as("every question of " + one.key() + " is answered")
                                        .containsAll(
                                                one.definition().questions().stream()
                                                        .map(ItemDefinition.Question::key)
                                                        .toList());
                            }

                            assertThat(reached).containsAll(typed.keySet());
                        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMergedQuestionIsAskedWheneverAnItemAsksIt(long seed) {
        packages().forEach(pack -> asksTheSame(pack, new Random(seed)));
    }

    private static void asksTheSame(PackageDefinition pack, Random random) {
        var situation = situation(pack, random);
        var facts = facts(random);
        var chosen = Selection.of(pack, situation, facts, SANDU::item);
        var form = merged(pack, chosen);
        var typed = SanduPackages.answers(form, random);
        var asked = keysOf(Applicability.of(form, situation, raw(typed), facts).fields());
        var keys = new Keys(pack);
        Set<String> wanted = new LinkedHashSet<>();
        for (var one : chosen) {
            var share = new Split(pack).of(one, situation, typed, List.of(), List.of());
            var applies =
                    Applicability.of(
                            one.definition(), share.situation(), raw(share.typed()), facts);
            applies.fields().stream()
                    .map(Field::key)
                    .filter(key -> !one.laterFields().contains(key))
                    .forEach(key -> wanted.add(keys.field(one.key(), key)));
            one.definition().questions().stream()
                    .filter(q -> one.member().answer(q.key()).isEmpty())
                    .forEach(q -> wanted.add(keys.question(one.key(), q.key())));
        }
        assertThat(asked).as(pack.key()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void aPaperThatSeveralWantIsAskedForOnceAndReachesAllOfThem() {
        var pack = SANDU.pack("open-restaurant");
        var situation = Map.of("kind", "restaurant", "crowd", "large", "with_shop_sign", "yes");
        var chosen = Selection.of(pack, situation, Map.of("kind", "firm"), SANDU::item);
        var plan =
                new SubmittedFile(UUID.randomUUID(), "floor-plan", "平面图.png", "a", "image/png", 9);

        var form = merged(pack, chosen);
        var shares =
                chosen.stream()
                        .map(
                                one ->
                                        new Split(pack)
                                                .of(
                                                        one,
                                                        situation,
                                                        Map.of(),
                                                        List.of(plan),
                                                        List.of()))
                        .toList();

        assertThat(form.materials()).filteredOn(m -> m.key().equals("floor-plan")).hasSize(1);
        assertThat(form.material("floor-plan").orElseThrow().hint())
                .contains("食品经营许可（新办）", "消防安全检查");
        assertThat(shares.get(0).files())
                .extracting(SubmittedFile::material)
                .containsExactly("floor-plan");
        assertThat(shares.get(1).files())
                .extracting(SubmittedFile::material)
                .containsExactly("floor-plan");
        assertThat(shares.get(2).files()).isEmpty();
    }

    @Test
    void whatAResultBringsIsNotAskedUnlessItIsThereAlready() {
        var pack = SANDU.pack("disability");
        var both =
                Map.of(
                        "with_disability_living_allowance",
                        "yes",
                        "with_disability_care_allowance",
                        "no");
        var before = new LinkedHashMap<>(both);
        before.put("has", "not-yet");
        var after = new LinkedHashMap<>(both);
        after.put("has", "holds");

        var first = merged(pack, Selection.of(pack, before, Map.of(), SANDU::item));
        var later = merged(pack, Selection.of(pack, after, Map.of(), SANDU::item));

        assertThat(keysOf(first.fields())).doesNotContain("certificateNo");
        assertThat(first.material("holders-certificate")).isEmpty();
        assertThat(keysOf(later.fields())).contains("certificateNo");
        assertThat(later.material("holders-certificate")).isPresent();
    }

    @Test
    void aConditionIsRenamedOnlyWhereItSpeaksOfAnswers() {
        var said =
                Renamed.of(
                        "form.a > 2.0 && situation['b'] == 'form.a' || other.form.a && has(form.c)",
                        (map, key) -> map + ".x_" + key);

        assertThat(said)
                .isEqualTo(
                        "form.x_a > 2.0 && situation.x_b == 'form.a' || other.form.a &&"
                                + " has(form.x_c)");
    }

    private static ItemDefinition merged(PackageDefinition pack, List<Chosen> chosen) {
        return Merge.of(
                pack,
                chosen,
                Selection.questions(pack, key -> key, SanduPackages.WORDS),
                SanduPackages.WORDS);
    }

    private static Map<String, String> situation(PackageDefinition pack, Random random) {
        var situation = new LinkedHashMap<String, String>();
        for (var question : Selection.questions(pack, key -> key, SanduPackages.WORDS)) {
            var choices = question.choices();
            situation.put(question.key(), choices.get(random.nextInt(choices.size())).value());
        }
        return situation;
    }

    private static Map<String, String> facts(Random random) {
        return Map.of("kind", random.nextBoolean() ? "firm" : "person");
    }

    private static Map<String, Object> raw(Map<String, List<String>> typed) {
        var raw = new LinkedHashMap<String, Object>();
        typed.forEach((key, said) -> raw.put(key, said.size() == 1 ? said.getFirst() : said));
        return raw;
    }

    private static Set<String> keysOf(List<Field> fields) {
        var keys = new LinkedHashSet<String>();
        fields.forEach(field -> keys.add(field.key()));
        return keys;
    }

    private static String under(Keys keys, Chosen one, String own) {
        var point = own.indexOf('.');
        return point < 0
                ? keys.field(one.key(), own)
                : keys.field(one.key(), own.substring(0, point)) + own.substring(point);
    }
}
