package org.tongban.packages.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.directory.OfferedRegions;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.SanduPackages;
import org.tongban.packages.course.PackageCase.Counted;
import org.tongban.packages.course.Share;
import org.tongban.packages.merge.Merge;
import org.tongban.packages.merge.Selection;
import org.tongban.packages.merge.Split;

/** What a package saves, against figures that were counted by hand in the files of the pack. */
@Tag("C2")
@Tag("C4")
class SavedTests {

    private static final SanduPackages SANDU = SanduPackages.read();
    private static final OfferedRegions REGIONS = OfferedRegions.of("522732000000", List.of());

    private static final Applicant MOTHER =
            new Applicant(
                    Applicant.Kind.PERSON,
                    "石某芳",
                    "990101199208170669",
                    "石某芳",
                    "13800004098",
                    "周覃镇");
    private static final Applicant FIRM =
            new Applicant(
                    Applicant.Kind.FIRM,
                    "三都某辉农产品加工有限公司",
                    "91990101MA9901135A",
                    "李某辉",
                    "13800003765",
                    "普安镇");

    /**
     * A child of married parents, born in a hospital, with the book of vaccinations.
     *
     * <p>Apart: the birth certificate asks 11 boxes and 2 questions, the household 12 and 3, the
     * book 7, which is 35; papers 2, 3 (its certificate, the household's book, the marriage book)
     * and 1, which is 6; one trip. Together: 9 elements, 5 boxes of one item alone (weight, place,
     * who collects, ethnicity, head of the household), the household's 3 questions and the
     * package's own 3, which is 20; the certificate comes by itself, which leaves 4 papers.
     */
    @Test
    void aChildIsFifteenAnswersAndTwoPapers() {
        var counted =
                counted(
                        SANDU.pack("newborn"),
                        MOTHER,
                        Map.of(
                                "born",
                                "hospital",
                                "parents",
                                "both",
                                "with_vaccination_book",
                                "yes"),
                        Map.of(
                                "household_birth__q__married", "married",
                                "household_birth__q__follow", "mother",
                                "household_birth__q__books", "same"));

        assertThat(counted).isEqualTo(new Counted(20, 35, 4, 6, 1, 1));
    }

    /**
     * The same without the book: its 7 boxes and its paper fall away apart; together only the
     * phone's and the address's reasons change, so that nothing is asked less.
     */
    @Test
    void withoutTheBookItSavesLess() {
        var counted =
                counted(
                        SANDU.pack("newborn"),
                        MOTHER,
                        Map.of(
                                "born",
                                "hospital",
                                "parents",
                                "both",
                                "with_vaccination_book",
                                "no"),
                        Map.of(
                                "household_birth__q__married", "married",
                                "household_birth__q__follow", "mother",
                                "household_birth__q__books", "same"));

        assertThat(counted).isEqualTo(new Counted(20, 28, 4, 5, 1, 1));
    }

    /**
     * An ordinary end of a firm that had insured workers and no invoices.
     *
     * <p>Apart: tax 8 boxes and 2 questions, register 9 and 2, insurance 5, seals 5, which is 31;
     * papers 3, 4, 1 and 1, which is 9. Together: 4 elements, 5 boxes of tax, 5 of the register, 1
     * of insurance, 1 of seals, the 2 questions of tax and the package's 2, which is 20; the tax
     * clearance and twice the notice of the end come by themselves, which leaves 6 papers.
     */
    @Test
    void anEndIsElevenAnswersAndThreePapers() {
        var counted =
                counted(
                        SANDU.pack("close-company"),
                        FIRM,
                        Map.of("way", "ordinary", "staff", "insured"),
                        Map.of(
                                "tax_cancellation__q__taxed", "small",
                                "tax_cancellation__q__invoice", "no"));

        assertThat(counted).isEqualTo(new Counted(20, 31, 6, 9, 0, 0));
    }

    /** No package of the pack has two trips to save: two items with one each, told as one. */
    @Test
    void twoTripsBecomeOne() {
        var child = SANDU.pack("newborn");
        var both = withMore(child, SANDU.pack("disability"));

        var counted =
                counted(
                        both,
                        MOTHER,
                        Map.of("born", "hospital", "parents", "mother", "has", "not-yet"),
                        Map.of());

        assertThat(counted.visits()).isEqualTo(1);
        assertThat(counted.visitsApart()).isEqualTo(2);
    }

    private static PackageDefinition withMore(PackageDefinition one, PackageDefinition other) {
        return new PackageDefinition(
                one.key(),
                one.name(),
                one.summary(),
                one.alsoCalled(),
                one.audience(),
                one.lead(),
                one.source(),
                one.note(),
                Stream.concat(one.questions().stream(), other.questions().stream()).toList(),
                Stream.concat(one.items().stream(), other.items().stream()).toList(),
                one.queries(),
                one.stages(),
                one.projectCode(),
                one.merged(),
                one.elements(),
                one.materials(),
                one.limitDays(),
                one.visits(),
                one.handOut(),
                one.plannedBy());
    }

    private static Counted counted(
            PackageDefinition pack,
            Applicant applicant,
            Map<String, String> situation,
            Map<String, String> own) {
        var chosen = Selection.of(pack, situation, ApplicationCheck.facts(applicant), SANDU::item);
        var merged =
                Merge.of(
                        pack,
                        chosen,
                        Selection.questions(pack, key -> key, SanduPackages.WORDS),
                        SanduPackages.WORDS);
        var typed = new LinkedHashMap<>(SanduPackages.answers(merged, new Random(1)));
        own.forEach((question, answer) -> typed.put(question, List.of(answer)));
        var split = new Split(pack);
        var apart =
                chosen.stream()
                        .map(
                                one ->
                                        applies(
                                                one.definition(),
                                                split.of(
                                                        one, situation, typed, List.of(),
                                                        List.of()),
                                                applicant))
                        .toList();
        var whole =
                new Share(
                        applicant, new HashMap<>(situation), typed, List.of(), List.of(), Set.of());
        return Saved.of(merged, whole, chosen, apart, REGIONS);
    }

    /** What a single application would have asked and wanted. */
    private static Applicability applies(
            ItemDefinition item, Split.Share share, Applicant applicant) {
        var facts = ApplicationCheck.facts(applicant);
        var situation = ApplicationCheck.answered(item, share.situation());
        var values = FormCheck.check(item, share.typed(), situation, facts, REGIONS).values();
        return Applicability.of(item, situation, values, facts);
    }
}
