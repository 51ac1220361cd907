package org.tongban.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
        accounts.personFor("韦某兰", person());

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

        assertThat(accounts.personFor("韦某某", person()))
                .isEqualTo(new Accounts.AtWindow.OtherName());
        assertThat(accounts.personFor("韦某兰", person()))
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
        var person = accounts.personWith(CitizenId.of(NUMBER)).orElseThrow();
        db.execute("UPDATE firm_agent SET until_day = DATE '2026-06-30'");

        assertThat(accounts.firmsOf(person.id(), LocalDate.of(2026, 6, 30))).hasSize(1);
        assertThat(accounts.firmsOf(person.id(), LocalDate.of(2026, 7, 1))).isEmpty();
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

    private StaffPrincipal clerk() {
        var id = ids.next();
        db.execute(
                "INSERT INTO staff (staff_id, login, name, staff_no) VALUES (?, ?, ?, ?)",
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
                db.fetchCount(db.selectFrom("firm_agent")));
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
