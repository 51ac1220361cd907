package org.tongban.packages.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.schema.Tables.ACCOUNT;
import static org.tongban.schema.Tables.PACKAGE;
import static org.tongban.schema.Tables.PACKAGE_CASE;
import static org.tongban.schema.Tables.PACKAGE_VERSION;
import static org.tongban.schema.Tables.PERSON;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.TestDatabase;

/** What a package has come to, month by month, from applications that are written down here. */
@Tag("C4")
class FiguresTests {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final DSLContext db = TestDatabase.fresh().queries();
    private final UUID account = UUID.randomUUID();
    private final Figures figures =
            new Figures(db, Clock.fixed(TODAY.atTime(9, 0).atZone(HERE).toInstant(), HERE));
    private int sent;

    @BeforeEach
    void aPackage() {
        var person = UUID.randomUUID();
        db.insertInto(PERSON)
                .set(PERSON.PERSON_ID, person)
                .set(PERSON.NAME, "石某芳")
                .set(PERSON.ID_HASH, new byte[] {1})
                .set(PERSON.PRIVATE_PART, new byte[] {1})
                .set(PERSON.REAL_NAME, "window")
                .set(PERSON.CREATED_AT, at("2025-01-01"))
                .execute();
        db.insertInto(ACCOUNT)
                .set(ACCOUNT.ACCOUNT_ID, account)
                .set(ACCOUNT.PERSON_ID, person)
                .set(ACCOUNT.LOGIN, "shifang")
                .set(ACCOUNT.CREATED_AT, at("2025-01-01"))
                .execute();
        for (var key : new String[] {"newborn", "retirement"}) {
            db.insertInto(PACKAGE)
                    .set(PACKAGE.PACKAGE_KEY, key)
                    .set(PACKAGE.CURRENT_VERSION, 1)
                    .set(PACKAGE.IN_USE, true)
                    .set(PACKAGE.PLACE_IN_LIST, 1)
                    .execute();
            db.insertInto(PACKAGE_VERSION)
                    .set(PACKAGE_VERSION.PACKAGE_KEY, key)
                    .set(PACKAGE_VERSION.VERSION, 1)
                    .set(PACKAGE_VERSION.PUBLISHED_AT, at("2025-01-01"))
                    .set(PACKAGE_VERSION.DEFINITION, JSONB.valueOf("{}"))
                    .execute();
        }
    }

    @Test
    void addsUpEachMonthByItself() {
        ended("newborn", "2026-10-08", 3, "done", new int[] {20, 35, 4, 6, 1, 1});
        ended("newborn", "2026-10-31", 6, "partly_done", new int[] {20, 28, 4, 5, 1, 2});
        running("newborn", "2026-10-15", new int[] {20, 35, 4, 6, 1, 1});
        ended("newborn", "2026-11-01", 2, "done", new int[] {20, 35, 4, 6, 1, 1});
        ended("retirement", "2026-11-02", 9, "done", new int[] {10, 99, 1, 99, 0, 9});

        var months = figures.months("newborn");

        assertThat(months).extracting(Figures.Month::month).containsExactly("2026-11", "2026-10");
        var october = months.getLast().figure();
        assertThat(october.volume()).isEqualTo(3);
        assertThat(october.ended()).isEqualTo(2);
        assertThat(october.whole()).isEqualTo(1);
        assertThat(rounded(october)).isEqualTo("4.5");
        assertThat(october.fields()).isEqualTo(15 + 8 + 15);
        assertThat(october.materials()).isEqualTo(2 + 1 + 2);
        assertThat(october.visits()).isEqualTo(1);
        var november = months.getFirst().figure();
        assertThat(november.volume()).isEqualTo(1);
        assertThat(rounded(november)).isEqualTo("2.0");
    }

    @Test
    void twelveMonthsAreShownAndNoMore() {
        running("newborn", "2025-11-30", new int[] {1, 2, 1, 2, 0, 0});
        running("newborn", "2025-12-01", new int[] {1, 2, 1, 2, 0, 0});

        assertThat(figures.months("newborn"))
                .extracting(Figures.Month::month)
                .containsExactly("2025-12");
    }

    @Test
    void allOfThemAreOneLineEach() {
        ended("newborn", "2026-10-08", 3, "done", new int[] {20, 35, 4, 6, 1, 1});
        running("newborn", "2026-11-08", new int[] {20, 28, 4, 5, 1, 1});
        running("newborn", "2025-11-20", new int[] {20, 28, 4, 5, 1, 1});
        ended("retirement", "2026-11-02", 9, "not_done", new int[] {10, 17, 1, 3, 0, 0});

        var all = figures.all();

        assertThat(all.keySet()).containsExactlyInAnyOrder("newborn", "retirement");
        var newborn = all.getOrDefault("newborn", Figures.Figure.NONE);
        assertThat(newborn.volume()).as("the third was sent before the year").isEqualTo(2);
        assertThat(newborn.fields()).isEqualTo(15 + 8);
        var retirement = all.getOrDefault("retirement", Figures.Figure.NONE);
        assertThat(retirement.ended()).isEqualTo(1);
        assertThat(retirement.whole()).isZero();
        assertThat(retirement.materials()).isEqualTo(2);
    }

    private static String rounded(Figures.Figure figure) {
        return figure.days()
                .map(days -> days.setScale(1, RoundingMode.HALF_UP))
                .map(BigDecimal::toPlainString)
                .orElse("");
    }

    private static OffsetDateTime at(String day) {
        return LocalDate.parse(day).atTime(10, 0).atZone(HERE).toOffsetDateTime();
    }

    private void running(String key, String day, int[] counted) {
        store(key, day, 0, "running", counted);
    }

    private void ended(String key, String day, int days, String state, int[] counted) {
        store(key, day, days, state, counted);
    }

    private void store(String key, String day, int days, String state, int[] counted) {
        db.insertInto(PACKAGE_CASE)
                .set(PACKAGE_CASE.PARENT_ID, UUID.randomUUID())
                .set(PACKAGE_CASE.PARENT_NO, "YJS" + sent++)
                .set(PACKAGE_CASE.PACKAGE_KEY, key)
                .set(PACKAGE_CASE.PACKAGE_VERSION, 1)
                .set(PACKAGE_CASE.ACCOUNT_ID, account)
                .set(PACKAGE_CASE.CALLER_NAME, "石某芳")
                .set(PACKAGE_CASE.DELIVERY, "electronic")
                .set(PACKAGE_CASE.STATE, state)
                .set(PACKAGE_CASE.SUBMITTED_AT, at(day))
                .set(PACKAGE_CASE.SUBMITTED_ON, LocalDate.parse(day))
                .set(PACKAGE_CASE.PROMISED_ON, LocalDate.parse(day).plusDays(9))
                .set(PACKAGE_CASE.FIELDS_ASKED, counted[0])
                .set(PACKAGE_CASE.FIELDS_APART, counted[1])
                .set(PACKAGE_CASE.MATERIALS_ASKED, counted[2])
                .set(PACKAGE_CASE.MATERIALS_APART, counted[3])
                .set(PACKAGE_CASE.VISITS_ASKED, counted[4])
                .set(PACKAGE_CASE.VISITS_APART, counted[5])
                .set(
                        PACKAGE_CASE.CLOSED_AT,
                        "running".equals(state) ? null : at(day).plusDays(days))
                .execute();
    }
}
