package org.tongban.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.packages.course.PartState;
import org.tongban.packages.course.WholeState;
import org.tongban.packages.merge.Selection;
import org.tongban.packages.merge.Situations;

/**
 * Each package of the pack, with as many of its items as one situation can have, to its results.
 */
@Tag("C1")
@Tag("C3")
class EveryPackageTests extends PackageHouse {

    private static final int MOST_STEPS = 400;

    static Stream<String> keys() {
        return SanduPackages.read().packages.keySet().stream();
    }

    @Test
    void thereAreTheThirteenAndFourMore() {
        assertThat(SanduPackages.read().packages.keySet())
                .contains(
                        "change-company",
                        "open-transport",
                        "open-restaurant",
                        "connect-utilities",
                        "repair-credit",
                        "listing-check",
                        "bankruptcy-check",
                        "close-company",
                        "newborn",
                        "school-enrolment",
                        "social-card",
                        "disability",
                        "retirement")
                .contains("start-business", "transfer-house", "investment-project", "after-death");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyPackageRunsToItsResults(String key) {
        var sandu = SanduPackages.read();
        var pack = sandu.pack(key);
        var firm = pack.audience().contains(ItemDefinition.Audience.FIRM);
        var situation = fullest(sandu, pack, firm ? "firm" : "person");

        var whole = send(key, firm ? FIRM : PAN, situation, 6);
        for (var step = 0; step < MOST_STEPS && now(whole).state() == WholeState.RUNNING; step++) {
            office.work();
            answerWhatIsAskedNow(whole);
            now(whole).parts().stream()
                    .filter(part -> part.state() == PartState.RUNNING)
                    .findFirst()
                    .ifPresent(part -> grant(whole, part.key()));
        }

        assertThat(now(whole).state())
                .as(key + " " + now(whole).parts())
                .isEqualTo(WholeState.DONE);
        assertThat(now(whole).counted().fieldsApart())
                .isGreaterThanOrEqualTo(now(whole).counted().fields());
        assertThat(now(whole).counted().materialsApart())
                .isGreaterThanOrEqualTo(now(whole).counted().materials());
    }

    /** The situation in which most items apply, with everything that can be chosen. */
    private static Map<String, String> fullest(
            SanduPackages sandu, PackageDefinition pack, String kind) {
        var chosen = new HashMap<String, String>();
        pack.items().stream()
                .filter(PackageDefinition.Member::optional)
                .forEach(member -> chosen.put(Selection.wanted(member.item()), Selection.YES));
        return Situations.of(pack.questions()).stream()
                .map(
                        situation -> {
                            var all = new HashMap<>(situation);
                            all.putAll(chosen);
                            return all;
                        })
                .max(
                        Comparator.comparingInt(
                                all ->
                                        Selection.of(pack, all, Map.of("kind", kind), sandu::item)
                                                .size()))
                .orElseThrow();
    }
}
