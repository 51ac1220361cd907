package org.tongban.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.TestDatabase;
import org.tongban.access.Passwords;
import org.tongban.database.RowIds;

@Tag("A1")
class DirectoryTests {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.ofHours(8));

    private final DSLContext db = TestDatabase.fresh().queries();
    private final Directory directory =
            new Directory(
                    db,
                    new RowIds(CLOCK),
                    new Passwords(),
                    new Absences(db, new RowIds(CLOCK), CLOCK));

    @Test
    void anEmptyHouseHasNoPlace() {
        assertThat(directory.current().identity()).isEmpty();
        assertThat(directory.current().name()).isEmpty();
    }

    @Test
    void importingTwiceIsTheSameAsOnce() {
        directory.replaceWith(county("shiyan"), Optional.empty());
        var once = db.fetch("SELECT * FROM staff ORDER BY login").formatCSV();

        directory.replaceWith(county("shiyan"), Optional.empty());

        assertThat(db.fetch("SELECT * FROM staff ORDER BY login").formatCSV()).isEqualTo(once);
        assertThat(directory.current().regions()).hasSize(2);
        assertThat(directory.current().agencies()).hasSize(1);
    }

    @Test
    void whoeverThePackNoLongerNamesHasLeft() {
        directory.replaceWith(county("shiyan"), Optional.empty());
        var before = directory.current().holdersOf("market-review").getFirst();

        directory.replaceWith(county("another"), Optional.empty());

        assertThat(directory.principal(before.id())).isEmpty();
        assertThat(directory.current().staff(before.id()).orElseThrow().active()).isFalse();
    }

    @Test
    void withoutADemonstrationNobodyHasAPassword() {
        directory.replaceWith(county("shiyan"), Optional.empty());

        assertThat(db.fetchValue("SELECT count(*) FROM staff WHERE password_hash IS NOT NULL"))
                .isEqualTo(0L);
    }

    @Test
    void aChosenPasswordOutlivesAnImport() {
        directory.replaceWith(county("shiyan"), Optional.of("tongban-2026"));
        var id = directory.current().holdersOf("market-review").getFirst().id();
        new StaffAccounts(db, new Passwords(), CLOCK).newPassword(id);
        var chosen = db.fetchValue("SELECT password_hash FROM staff");

        directory.replaceWith(county("shiyan"), Optional.of("tongban-2026"));

        assertThat(db.fetchValue("SELECT password_hash FROM staff")).isEqualTo(chosen);
    }

    @Test
    void rightsAndReachComeFromThePosts() {
        directory.replaceWith(county("shiyan"), Optional.empty());
        var id = directory.current().holdersOf("market-review").getFirst().id();

        var principal = directory.principal(id).orElseThrow();

        assertThat(principal.has("review")).isTrue();
        assertThat(principal.has("decide")).isFalse();
        assertThat(principal.reaches("market")).isTrue();
        assertThat(principal.reaches("police")).isFalse();
    }

    @Test
    void theWayToARegionBeginsAtTheTop() {
        directory.replaceWith(county("shiyan"), Optional.empty());

        assertThat(directory.current().pathTo("990101001000"))
                .extracting(Region::name)
                .containsExactly("某县", "某镇");
        assertThat(directory.current().childrenOf("990101000000")).hasSize(1);
    }

    private static DirectoryImport county(String login) {
        return new DirectoryImport(
                new Place.Identity("某县", "990101000000", "12345", "{\"soonDays\": 2}"),
                List.of(
                        region("990101001000", "某镇", Region.Level.TOWN, "990101000000"),
                        region("990101000000", "某县", Region.Level.COUNTY, "")),
                List.of(
                        new Agency(
                                "market",
                                "某县市场监督管理局",
                                "市监局",
                                "某市监",
                                "11990101TB0001012D",
                                Agency.Kind.COUNTY,
                                Agency.WindowKind.RESIDENT,
                                OptionalInt.of(6),
                                OptionalInt.of(6),
                                OptionalInt.empty(),
                                Optional.empty(),
                                "0854-1",
                                "0854-2",
                                "某街道",
                                "990101000000")),
                List.of(
                        new Centre(
                                "hall",
                                "某县政务服务中心",
                                "990101000000",
                                "某街道",
                                "周一至周五",
                                List.of(new Window("w01", "hall", "市监窗口", Optional.of("market"))))),
                List.of(
                        new Post(
                                "market-review",
                                "审查岗",
                                Optional.of("market"),
                                Optional.of("w01"),
                                Set.of("review"),
                                Post.Scope.AGENCY)),
                List.of(
                        new DirectoryImport.Person(
                                login,
                                "石某燕",
                                "T-" + login,
                                List.of("market-review"),
                                Optional.of("审查人员"))));
    }

    private static Region region(String code, String name, Region.Level level, String parent) {
        return new Region(
                code,
                name,
                level,
                parent.isEmpty() ? Optional.empty() : Optional.of(parent),
                false);
    }
}
