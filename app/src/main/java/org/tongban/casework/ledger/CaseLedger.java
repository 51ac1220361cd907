package org.tongban.casework.ledger;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.tongban.schema.Tables.CASE_EVENT;
import static org.tongban.schema.Tables.CASE_FILE;
import static org.tongban.schema.Tables.CASE_NOTICE;
import static org.tongban.schema.Tables.DRAFT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseState;

/**
 * The store of cases. Loading is one statement; storing is one statement as well: the row is
 * changed if it is still the version that was decided on, and only then everything else is written.
 * Without a transaction around it that one statement is its own, and its commit costs no round trip
 * more.
 */
@Component
public class CaseLedger {

    static final String MOVED = "moved";

    private final DSLContext db;

    CaseLedger(DSLContext db) {
        this.db = db;
    }

    /** The case as of now, and whether this very act has been carried out on it before. */
    public Optional<Held> load(UUID caseId, UUID actId) {
        var replayed =
                field(
                        exists(
                                selectOne()
                                        .from(CASE_EVENT)
                                        .where(CASE_EVENT.CASE_ID.eq(CASE_FILE.CASE_ID))
                                        .and(CASE_EVENT.ACT_ID.eq(actId))));
        var notices =
                selectCount()
                        .from(CASE_NOTICE)
                        .where(CASE_NOTICE.CASE_ID.eq(CASE_FILE.CASE_ID))
                        .asField();
        return db.select(
                        CASE_FILE.PROGRESS,
                        CASE_FILE.APPLICANT_NAME,
                        CASE_FILE.EVENT_COUNT,
                        CASE_FILE.LAST_HASH,
                        notices,
                        replayed)
                .from(CASE_FILE)
                .where(CASE_FILE.CASE_ID.eq(caseId))
                .fetchOptional(
                        row ->
                                new Held(
                                        CaseJson.readFile(row.value1().data()),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        ((Number) row.value5()).intValue(),
                                        row.value6()));
    }

    /**
     * Writes the act, if the case is still the one that was decided on.
     *
     * @return false when somebody else was faster; nothing is written then
     */
    public boolean append(Held before, Entry entry) {
        var next = entry.next();
        var line = line(before.events() + 1, entry);
        var hash = line.hash(before.lastHash());
        var update =
                db.update(CASE_FILE)
                        .set(CASE_FILE.STATE, text(next.state()))
                        .set(CASE_FILE.OUTCOME, next.result().map(CaseLedger::text).orElse(null))
                        .set(CASE_FILE.VERSION, next.version())
                        .set(CASE_FILE.PROGRESS, JSONB.valueOf(CaseJson.write(next)))
                        .set(CASE_FILE.ACCEPTED_ON, next.acceptedOn())
                        .set(CASE_FILE.DECIDED_ON, next.decidedOn())
                        .set(CASE_FILE.EVENT_COUNT, line.seq())
                        .set(CASE_FILE.LAST_HASH, hash);
        if (next.state() == CaseState.CLOSED) {
            update = update.set(CASE_FILE.CLOSED_AT, moment(entry.at()));
        }
        if (entry.privatePart().isPresent()) {
            update = update.set(CASE_FILE.PRIVATE_PART, entry.privatePart().get());
        }
        var moved =
                name(MOVED)
                        .as(
                                update.where(CASE_FILE.CASE_ID.eq(next.caseId()))
                                        .and(CASE_FILE.VERSION.eq(before.file().version()))
                                        .returning(CASE_FILE.CASE_ID));
        var parts = new CaseRows(db, before.file(), before.notices()).of(entry, line, hash);
        return carryOut(moved, parts) == 1;
    }

    /**
     * Writes a new case with all that belongs to it.
     *
     * @return false when the application has become a case already
     */
    public boolean open(NewCase made, Entry entry) {
        var next = entry.next();
        var line = line(1, entry);
        var hash = line.hash(Line.beginning());
        var insert =
                db.insertInto(CASE_FILE)
                        .set(CASE_FILE.CASE_ID, next.caseId())
                        .set(CASE_FILE.CASE_NO, next.caseNo())
                        .set(CASE_FILE.QUERY_CODE, made.queryCode())
                        .set(CASE_FILE.STATE, text(next.state()))
                        .set(CASE_FILE.VERSION, next.version())
                        .set(CASE_FILE.ITEM_KEY, next.itemKey())
                        .set(CASE_FILE.ITEM_VERSION, next.itemVersion())
                        .set(CASE_FILE.AGENCY_KEY, next.agency())
                        .set(CASE_FILE.REGION_CODE, made.regionCode())
                        .set(CASE_FILE.CHANNEL, text(made.channel()))
                        .set(CASE_FILE.APPLICANT_KIND, text(made.applicantKind()))
                        .set(CASE_FILE.APPLICANT_NAME, made.applicantName())
                        .set(CASE_FILE.APPLICANT_HASH, made.applicantHash())
                        .set(CASE_FILE.ACCOUNT_ID, made.accountId().orElse(null))
                        .set(CASE_FILE.PRIVATE_PART, entry.privatePart().orElseThrow())
                        .set(CASE_FILE.PROGRESS, JSONB.valueOf(CaseJson.write(next)))
                        .set(CASE_FILE.RECEIVED_ON, next.receivedOn())
                        .set(CASE_FILE.SUBMITTED_AT, moment(entry.at()))
                        .set(CASE_FILE.EVENT_COUNT, 1)
                        .set(CASE_FILE.LAST_HASH, hash)
                        .onConflictDoNothing()
                        .returning(CASE_FILE.CASE_ID);
        var parts = CaseRows.ofNewCase(db).of(entry, line, hash);
        made.draftId().ifPresent(draft -> parts.add(sent(draft, entry.at())));
        return carryOut(name(MOVED).as(insert), parts) == 1;
    }

    private int carryOut(CommonTableExpression<?> moved, List<CommonTableExpression<?>> parts) {
        try {
            var all = new ArrayList<CommonTableExpression<?>>();
            all.add(moved);
            all.addAll(parts);
            return db.with(all).select(count()).from(moved()).fetchSingle(count());
        } catch (DuplicateKeyException | IntegrityConstraintViolationException sameLine) {
            // Two acts on one version met in the event line's key: the other one was faster.
            return 0;
        }
    }

    /** The draft stays, marked as sent: corrections are written on it. */
    private CommonTableExpression<?> sent(UUID draft, Instant at) {
        return name("sent")
                .as(
                        db.update(DRAFT)
                                .set(DRAFT.SENT_AT, moment(at))
                                .where(DRAFT.DRAFT_ID.eq(draft))
                                .and(exists(selectOne().from(moved())))
                                .returning(DRAFT.DRAFT_ID));
    }

    private static Line line(int seq, Entry entry) {
        return new Line(
                entry.next().caseId(),
                seq,
                entry.at(),
                entry.event().act(),
                entry.actId(),
                entry.actor().kind(),
                entry.actor().id(),
                entry.actor().name(),
                CaseJson.body(entry.event(), entry.notice()));
    }

    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The case row as this statement has changed it: empty when somebody else was faster. */
    static Table<?> moved() {
        return table(name(MOVED));
    }
}
