package org.tongban.catalogue;

import static org.jooq.Records.mapping;
import static org.tongban.schema.Tables.BASE_VERSION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The base catalogue as it stands on a day. Small: some thousand entries in a province. */
@Component
public class BaseList {

    private final DSLContext db;
    private final Clock clock;

    public BaseList(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One version of an entry.
     *
     * @param reason why it was changed
     */
    public record Version(int version, LocalDate effectiveOn, BaseItem item, String reason) {}

    /** The version that holds today. */
    public Optional<Version> current(String code) {
        return on(code, LegalToday.of(clock));
    }

    /** The version that holds on a day. */
    public Optional<Version> on(String code, LocalDate day) {
        return db.select(
                        BASE_VERSION.VERSION,
                        BASE_VERSION.EFFECTIVE_ON,
                        BASE_VERSION.DEFINITION,
                        BASE_VERSION.REASON)
                .from(BASE_VERSION)
                .where(BASE_VERSION.BASE_CODE.eq(code))
                .and(BASE_VERSION.EFFECTIVE_ON.le(day))
                .orderBy(BASE_VERSION.EFFECTIVE_ON.desc(), BASE_VERSION.VERSION.desc())
                .limit(1)
                .fetchOptional(mapping(BaseList::version));
    }

    /** Every version of an entry, the newest first. */
    public List<Version> history(String code) {
        return db.select(
                        BASE_VERSION.VERSION,
                        BASE_VERSION.EFFECTIVE_ON,
                        BASE_VERSION.DEFINITION,
                        BASE_VERSION.REASON)
                .from(BASE_VERSION)
                .where(BASE_VERSION.BASE_CODE.eq(code))
                .orderBy(BASE_VERSION.VERSION.desc())
                .fetch(mapping(BaseList::version));
    }

    /**
     * Entries that hold today, by code.
     *
     * @param after the code after which the list begins; empty: from the first
     */
    public List<BaseItem> after(String after, int limit) {
        return db.select(BASE_VERSION.DEFINITION)
                .distinctOn(BASE_VERSION.BASE_CODE)
                .from(BASE_VERSION)
                .where(BASE_VERSION.EFFECTIVE_ON.le(LegalToday.of(clock)))
                .and(after.isEmpty() ? DSL.noCondition() : BASE_VERSION.BASE_CODE.gt(after))
                .orderBy(
                        BASE_VERSION.BASE_CODE,
                        BASE_VERSION.EFFECTIVE_ON.desc(),
                        BASE_VERSION.VERSION.desc())
                .limit(limit)
                .fetch(row -> ItemJson.readBase(row.value1().data()));
    }

    private static Version version(int version, LocalDate from, JSONB definition, String reason) {
        return new Version(version, from, ItemJson.readBase(definition.data()), reason);
    }
}
