package org.tongban.catalogue.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.HandOver;
import org.tongban.catalogue.HandOvers;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.life.Delegation.Outcome;
import org.tongban.catalogue.search.CatalogueIndex;
import org.tongban.directory.Directory;
import org.tongban.pack.PackHouse;

@Tag("A3")
class DelegationTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String KEY = "elder-allowance";
    private static final String TAKEN = KEY + "-dahe-town";

    private static final AnnotationConfigApplicationContext HOUSE =
            PackHouse.withSandu(Offers.class, Delegation.class, HandOvers.class);

    private final Delegation delegation = HOUSE.getBean(Delegation.class);
    private final Catalogue catalogue = HOUSE.getBean(Catalogue.class);

    private final HandOvers overs = HOUSE.getBean(HandOvers.class);

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void anEntryIsOfferedTakenOverAndTakenBack() {
        var towns = List.of("dahe-town", "sanhe-office");

        assertThat(delegation.offer(KEY, offer(towns, TODAY), staffing()))
                .isEqualTo(new Outcome.Done(2));
        assertThat(catalogue.current(KEY)).isPresent();
        assertThat(catalogue.current(TAKEN)).isEmpty();
        assertThat(delegation.offer(KEY, offer(towns, TODAY), staffing()))
                .isEqualTo(new Outcome.OfferedAlready());
        assertThat(delegation.waiting(Set.of("dahe-town"))).hasSize(1);

        assertThat(delegation.answer(KEY, "dahe-town", true, "", town("dahe-town")))
                .isEqualTo(new Outcome.Done(1));
        assertThat(catalogue.current(TAKEN)).as("the other one has not answered").isEmpty();
        assertThat(delegation.answer(KEY, "dahe-town", true, "", town("dahe-town")))
                .isEqualTo(new Outcome.NothingOffered());
        delegation.answer(KEY, "sanhe-office", true, "", town("sanhe-office"));

        assertThat(catalogue.current(KEY)).isEmpty();
        var taken = catalogue.current(TAKEN).orElseThrow().definition();
        assertThat(taken.agency()).isEqualTo("dahe-town");
        assertThat(taken.level()).isEqualTo(5);
        assertThat(taken.steps())
                .extracting(ItemDefinition.Step::post)
                .allMatch(post -> post.startsWith("dahe-"));
        HOUSE.getBean(CatalogueIndex.class).refresh();
        assertThat(catalogue.browse(ItemFilter.ALL.in("522732111000"), "").found()).isNotEmpty();
        assertThat(catalogue.keys(ItemFilter.ALL.in("522732111000"))).contains(TAKEN);
        assertThat(catalogue.keys(ItemFilter.ALL)).doesNotContain(KEY);
        assertThat(delegation.offer(KEY, offer(towns, TODAY), staffing()))
                .isEqualTo(new Outcome.NotInUse());
        var over = due(KEY).getFirst();
        assertThat(over.takers()).hasSize(2);
        assertThat(over.onlyOne()).isFalse();

        assertThat(delegation.takeBack(KEY, TODAY.plusDays(1), "明天", staffing()))
                .isEqualTo(new Outcome.OnlyToday());
        assertThat(delegation.takeBack(KEY, TODAY, "统一办理", staffing()))
                .isEqualTo(new Outcome.Done(2));

        assertThat(catalogue.current(KEY)).isPresent();
        assertThat(catalogue.current(TAKEN)).isEmpty();
        assertThat(delegation.of(KEY)).allMatch(one -> one.until().isPresent());
        assertThat(due(KEY)).isNotEmpty().allMatch(HandOver::back);
        assertThat(delegation.takeBack(KEY, TODAY, "再来一次", staffing()))
                .isEqualTo(new Outcome.NothingDelegated());
        assertThat(delegation.offer(KEY, offer(towns, TODAY.minusDays(1)), staffing()))
                .isEqualTo(new Outcome.DayPassed());
    }

    @Test
    void whatOneTownDeclinesTheGiverKeeps() {
        var key = "disability-certificate";
        delegation.offer(key, offer(List.of("dahe-town", "sanhe-office"), TODAY), staffing());

        delegation.answer(key, "dahe-town", true, "", town("dahe-town"));
        delegation.answer(key, "sanhe-office", false, "没有评定的医生", town("sanhe-office"));

        assertThat(catalogue.current(key)).isPresent();
        assertThat(catalogue.current(key + "-dahe-town")).isPresent();
        assertThat(catalogue.current(key + "-sanhe-office")).isEmpty();
        assertThat(due(key))
                .singleElement()
                .matches(over -> !over.onlyOne() && over.takers().size() == 1);
        assertThat(delegation.offer(key, offer(List.of("sanhe-office"), TODAY), staffing()))
                .as("asked once more on the same day")
                .isEqualTo(new Outcome.Done(1));
        assertThat(delegation.withdraw(key, "不再下放", staffing())).isEqualTo(new Outcome.Done(1));
        assertThat(delegation.withdraw(key, "再撤", staffing()))
                .isEqualTo(new Outcome.NothingOffered());
        assertThat(catalogue.current(key + "-dahe-town")).isPresent();
    }

    @Test
    void fromADayToComeTheGiverTakesCasesUntilThen() {
        var key = "orphan-allowance";

        delegation.offer(key, offer(List.of("dahe-town"), TODAY.plusDays(3)), staffing());
        delegation.answer(key, "dahe-town", true, "", town("dahe-town"));

        assertThat(catalogue.current(key)).isPresent();
        assertThat(catalogue.current(key + "-dahe-town")).isEmpty();
        assertThat(due(key)).isEmpty();
    }

    @Test
    void whatTheBaseListReservesToTheCountyStaysThere() {
        var outcome =
                delegation.offer(
                        "food-business-new", offer(List.of("dahe-town"), TODAY), staffing());

        assertThat(outcome).isEqualTo(new Outcome.LevelNotAllowed());
        assertThat(delegation.offer("legal-aid", offer(List.of(), TODAY), staffing()))
                .isEqualTo(new Outcome.NobodyNamed());
        assertThat(delegation.offer("legal-aid", offer(List.of("market"), TODAY), staffing()))
                .isEqualTo(new Outcome.NobodyNamed());
    }

    /** The other tests hand over entries of their own in the same house. */
    private List<HandOver> due(String key) {
        return overs.due().stream().filter(over -> over.itemKey().equals(key)).toList();
    }

    private static Delegation.Offer offer(List<String> to, LocalDate from) {
        return new Delegation.Offer(to, from, false, "三政发〔2026〕9 号");
    }

    private static StaffPrincipal town(String agency) {
        return new StaffPrincipal(
                new UUID(0, agency.hashCode()),
                "王某梅",
                agency,
                Set.of(),
                Set.of("draft-entries"),
                Set.of(agency),
                Set.of(),
                false);
    }

    private static StaffPrincipal staffing() {
        var member =
                HOUSE.getBean(Directory.class).current().staff().stream()
                        .filter(one -> one.login().equals("staffing1"))
                        .findFirst()
                        .orElseThrow();
        return new StaffPrincipal(
                member.id(),
                member.name(),
                "staffing1",
                Set.of("staffing-reviewer"),
                Set.of("review-staffing"),
                Set.of(),
                Set.of(),
                true);
    }
}
