package org.tongban.catalogue.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.life.Delegation.Outcome;
import org.tongban.catalogue.search.CatalogueIndex;
import org.tongban.directory.Directory;
import org.tongban.pack.PackHouse;
import org.tongban.pack.PackImport;

@Tag("A3")
class DelegationTests {

    private static final Path SANDU =
            Path.of(System.getProperty("tongban.root", ".."), "packs", "sandu");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String KEY = "elder-allowance";
    private static final String TAKEN = KEY + "-dahe-town";

    private static final AnnotationConfigApplicationContext HOUSE =
            new AnnotationConfigApplicationContext(PackHouse.class, Delegation.class);

    private final Delegation delegation = HOUSE.getBean(Delegation.class);
    private final Catalogue catalogue = HOUSE.getBean(Catalogue.class);

    @BeforeAll
    static void imported() throws IOException {
        HOUSE.getBean(PackImport.class).run(SANDU, Optional.empty());
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void anEntryIsHandedDownAndTakenBack() {
        var towns = List.of("dahe-town", "sanhe-office");

        var outcome = delegation.delegate(KEY, towns, TODAY, "三政发〔2026〕9 号", staffing());

        assertThat(outcome).isEqualTo(new Outcome.Done(2));
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
        assertThat(delegation.delegate(KEY, towns, TODAY, "再来一次", staffing()))
                .isEqualTo(new Outcome.NotInUse());

        assertThat(delegation.takeBack(KEY, TODAY.plusDays(1), "明天", staffing()))
                .isEqualTo(new Outcome.OnlyToday());
        assertThat(delegation.takeBack(KEY, TODAY, "统一办理", staffing()))
                .isEqualTo(new Outcome.Done(2));

        assertThat(catalogue.current(KEY)).isPresent();
        assertThat(catalogue.current(TAKEN)).isEmpty();
        assertThat(delegation.of(KEY)).allMatch(one -> one.until().isPresent());
        assertThat(delegation.takeBack(KEY, TODAY, "再来一次", staffing()))
                .isEqualTo(new Outcome.NothingDelegated());
        assertThat(delegation.delegate(KEY, towns, TODAY.minusDays(1), "昨天", staffing()))
                .isEqualTo(new Outcome.DayPassed());
    }

    @Test
    void fromADayToComeTheGiverTakesCasesUntilThen() {
        var key = "orphan-allowance";

        delegation.delegate(key, List.of("dahe-town"), TODAY.plusDays(3), "文件", staffing());

        assertThat(catalogue.current(key)).isPresent();
        assertThat(catalogue.current(key + "-dahe-town")).isEmpty();
    }

    @Test
    void whatTheBaseListReservesToTheCountyStaysThere() {
        var outcome =
                delegation.delegate(
                        "food-business-new", List.of("dahe-town"), TODAY, "文件", staffing());

        assertThat(outcome).isEqualTo(new Outcome.LevelNotAllowed());
        assertThat(delegation.delegate("legal-aid", List.of(), TODAY, "文件", staffing()))
                .isEqualTo(new Outcome.NobodyNamed());
        assertThat(delegation.delegate("legal-aid", List.of("market"), TODAY, "文件", staffing()))
                .isEqualTo(new Outcome.NobodyNamed());
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
