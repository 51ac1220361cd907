package org.tongban.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.TestDatabase;
import org.tongban.access.Passwords;
import org.tongban.access.StaffPrincipal;
import org.tongban.codes.CitizenId;
import org.tongban.crypto.KeyFolder;
import org.tongban.database.RowIds;

@Tag("D1")
@Tag("H4")
class AccountsTests {

    private static final String NUMBER = "990101199001010019";
    private static final String MOBILE = "13800003210";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final DSLContext db = TestDatabase.fresh().queries();
    private final RowIds ids = new RowIds(CLOCK);

    private final Accounts accounts;
    private final Looks looks = new Looks(db, ids, CLOCK);

    AccountsTests(@TempDir Path folder) {
        var keys = new KeyFolder(folder.resolve("keys")).open(true);
        this.accounts = new Accounts(db, keys, ids, new Passwords(), CLOCK);
    }

    @Test
    void noColumnHoldsAnIdentityNumberOrAMobileNumber() {
        accounts.importDemonstration(demonstration(), "tongban-2026");

        var seen = new StringBuilder();
        for (var table : db.meta().getTables()) {
            if (!table.getQualifiedName().toString().contains("public")) continue;
            for (var row : db.fetch("SELECT t::text FROM {0} t", table)) {
                var stored = String.valueOf(row.get(0));
                seen.append(stored);
                assertThat(stored).doesNotContain(NUMBER).doesNotContain(MOBILE);
                assertThat(stored).doesNotContain(hexOf(NUMBER)).doesNotContain(hexOf(MOBILE));
            }
        }
        assertThat(seen.toString()).as("rows were looked at").contains("韦某兰");
    }

    @Test
    void thePrivatePartComesBackAsItWasGiven() {
        accounts.importDemonstration(demonstration(), "tongban-2026");

        var person = accounts.personWith(CitizenId.of(NUMBER)).orElseThrow();

        assertThat(accounts.privatePartOf(person.id()))
                .contains(new PrivatePart(NUMBER, MOBILE, "某街道16号"));
    }

    @Test
    void importingTwiceIsTheSameAsOnce() {
        accounts.importDemonstration(demonstration(), "tongban-2026");
        var once = counts();
        var id = accounts.personWith(CitizenId.of(NUMBER)).orElseThrow().id();

        accounts.importDemonstration(demonstration(), "tongban-2026");

        assertThat(counts()).isEqualTo(once);
        assertThat(accounts.personWith(CitizenId.of(NUMBER)).orElseThrow().id()).isEqualTo(id);
    }

    @Test
    void registersSomebodyUnknownByTheirOwnWord() {
        var registered = accounts.register("weilan", "a long password", "韦某兰", person());

        assertThat(registered)
                .isInstanceOfSatisfying(
                        Accounts.Registered.Done.class,
                        done -> assertThat(done.person().realName()).isEqualTo(RealName.DECLARED));
    }

    @Test
    void nobodyRegistersAsSomebodyKnownFromAWindow() {
        atWindow("韦某兰");

        var registered = accounts.register("weilan", "a long password", "韦某兰", person());

        assertThat(registered).isEqualTo(new Accounts.Registered.PersonKnown());
    }

    @Test
    void aLoginBelongsToOnePerson() {
        accounts.register("weilan", "a long password", "韦某兰", person());

        var second =
                accounts.register(
                        "weilan",
                        "a long password",
                        "潘某忠",
                        new PrivatePart("990101198506150020", "13800003247", ""));

        assertThat(second).isEqualTo(new Accounts.Registered.LoginTaken());
    }

    @Test
    void aWindowRaisesHowSureWeAreAndNoticesAnotherName() {
        accounts.register("weilan", "a long password", "韦某兰", person());

        assertThat(atWindow("韦某某")).isEqualTo(new Accounts.AtWindow.OtherName());
        assertThat(atWindow("韦某兰"))
                .isInstanceOfSatisfying(
                        Accounts.AtWindow.Is.class,
                        is -> assertThat(is.person().realName()).isEqualTo(RealName.WINDOW));
    }

    @Test
    void onePersonMayActForThemselvesAndForTheirFirms() {
        accounts.importDemonstration(demonstration(), "tongban-2026");
        var person = accounts.personWith(CitizenId.of(NUMBER)).orElseThrow();

        var choices = accounts.choices(person.id());

        assertThat(choices).extracting(ActingFor::name).containsExactly("韦某兰", "水乡人家餐饮店");
        assertThat(accounts.choice(person.id(), choices.getLast().value()))
                .contains(choices.getLast());
        assertThat(accounts.choice(person.id(), UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void actingForAFirmEndsWithItsLastDay() {
        accounts.importDemonstration(demonstration(), "tongban-2026");
        accounts.register(
                "panzhong",
                "a long password",
                "潘某忠",
                new PrivatePart("990101198506150020", "13800003247", ""));
        db.execute("UPDATE person SET real_name = 'window' WHERE name = '潘某忠'");
        db.execute(
                "INSERT INTO mandate (mandate_id, giver_firm, agent_id, scope, scope_key, from_day,"
                        + " until_day, given_at) SELECT uuidv7(), firm_id, person_id, 'everything',"
                        + " '', DATE '2026-01-01', DATE '2026-03-02', now() FROM firm, person"
                        + " WHERE person.name = '潘某忠'");
        var handler = accounts.personWith(CitizenId.of("990101198506150020")).orElseThrow().id();
        var onTheLastDay = accounts.choices(handler);
        db.execute("UPDATE mandate SET until_day = DATE '2026-03-01'");

        assertThat(onTheLastDay).extracting(ActingFor::name).containsExactly("潘某忠", "水乡人家餐饮店");
        assertThat(accounts.choices(handler)).extracting(ActingFor::name).containsExactly("潘某忠");
    }

    @Test
    void everyLookIsShownToThePersonConcerned() {
        accounts.importDemonstration(demonstration(), "tongban-2026");
        var subject = accounts.subject(CitizenId.of(NUMBER));
        var staff = clerk();

        looks.record(staff, Optional.of("market"), subject, Optional.empty(), "受理审查");

        assertThat(looks.at(subject))
                .extracting(Looks.Look::staffName, Looks.Look::purpose)
                .containsExactly(tuple("石某燕", "受理审查"));
        assertThat(looks.at(accounts.subject(CitizenId.of("990101198506150020")))).isEmpty();
    }

    private Accounts.AtWindow atWindow(String name) {
        return accounts.provedAtWindow(
                name, person(), ProofDocument.IDENTITY_CARD, clerk(), Optional.of("police"));
    }

    private StaffPrincipal clerk() {
        var known = db.fetchOptional("SELECT staff_id FROM staff WHERE login = 'shiyan'");
        var id = known.map(row -> row.get(0, UUID.class)).orElseGet(ids::next);
        db.execute(
                "INSERT INTO staff (staff_id, login, name, staff_no) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                id,
                "shiyan",
                "石某燕",
                "T0001");
        return new StaffPrincipal(
                id, "石某燕", "shiyan", Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    private List<Integer> counts() {
        return List.of(
                db.fetchCount(db.selectFrom("person")),
                db.fetchCount(db.selectFrom("account")),
                db.fetchCount(db.selectFrom("firm")),
                db.fetchCount(db.selectFrom("mandate")));
    }

    private static PrivatePart person() {
        return new PrivatePart(NUMBER, MOBILE, "某街道16号");
    }

    private static DemonstrationApplicants demonstration() {
        return new DemonstrationApplicants(
                List.of(
                        new DemonstrationApplicants.DemonstrationPerson(
                                Optional.of("weilan"), "韦某兰", person(), Optional.of("群众")),
                        new DemonstrationApplicants.DemonstrationPerson(
                                Optional.empty(),
                                "韦某晨",
                                new PrivatePart("990101202002290037", "13800003284", ""),
                                Optional.empty())),
                List.of(
                        new DemonstrationApplicants.DemonstrationFirm(
                                "水乡人家餐饮店",
                                "92990101MA99010126",
                                "weilan",
                                "某社区28号",
                                List.of("weilan"))));
    }

    private static String hexOf(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
