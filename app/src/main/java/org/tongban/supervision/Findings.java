package org.tongban.supervision;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.tongban.schema.Tables.FINDING;
import static org.tongban.schema.Tables.FINDING_LINE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.casework.ClockKind;
import org.tongban.supervision.Finding.State;

/** The store of findings. */
@Component
public class Findings {

    public static final int PAGE = 30;

    /** Beyond it a page says "99+". */
    public static final int MOST_COUNTED = 99;

    private static final int MOST_LINES = 200;

    /** Where a page begins: behind this one. */
    public record Place(LocalDate answerBy, FindingKey key) {}

    /** One thing that was said on a card. */
    public record Line(Instant at, String act, String actorName, String words) {}

    private final DSLContext db;

    Findings(DSLContext db) {
        this.db = db;
    }

    public Optional<Finding> find(FindingKey key) {
        return db.selectFrom(FINDING).where(is(key)).fetchOptional(Findings::finding);
    }

    /** What was said, the first first. */
    public List<Line> lines(FindingKey key) {
        return db.selectFrom(FINDING_LINE)
                .where(FINDING_LINE.CASE_ID.eq(key.caseId()))
                .and(FINDING_LINE.KIND.eq(code(key.kind())))
                .and(FINDING_LINE.REF.eq(key.ref()))
                .orderBy(FINDING_LINE.LINE_NO)
                .limit(MOST_LINES)
                .fetch(
                        row ->
                                new Line(
                                        row.getAt().toInstant(),
                                        row.getAct(),
                                        row.getActorName(),
                                        row.getWords()));
    }

    /**
     * Cards in some states, the one to be answered first first; one more than a page if there is
     * more.
     *
     * @param agencies whose cards; empty for all of the place
     */
    public List<Finding> page(State state, Optional<Set<String>> agencies, Optional<Place> after) {
        return db.selectFrom(FINDING)
                .where(FINDING.STATE.eq(inline(code(state))))
                .and(agencies.map(FINDING.AGENCY_KEY::in).orElse(noCondition()))
                .and(after.map(Findings::behind).orElse(noCondition()))
                .orderBy(FINDING.ANSWER_BY, FINDING.CASE_ID, FINDING.KIND, FINDING.REF)
                .limit(PAGE + 1)
                .fetch(Findings::finding);
    }

    /** How many there are, up to one more than a page says in figures. */
    public int count(State state, Optional<Set<String>> agencies) {
        return db.fetchCount(
                db.selectOne()
                        .from(FINDING)
                        .where(FINDING.STATE.eq(inline(code(state))))
                        .and(agencies.map(FINDING.AGENCY_KEY::in).orElse(noCondition()))
                        .limit(MOST_COUNTED + 1));
    }

    /**
     * Keeps an act on a card.
     *
     * @return false when somebody else was faster; nothing is written then
     */
    @Transactional
    boolean keep(Finding next, FindingAct act, String actorId, String actorName, Instant at) {
        var moved =
                db.update(FINDING)
                        .set(FINDING.STATE, code(next.state()))
                        .set(FINDING.VERSION, next.version())
                        .set(FINDING.ANSWER_BY, next.answerBy())
                        .set(FINDING.CLOSED_ON, next.closedOn())
                        .where(is(next.key()))
                        .and(FINDING.VERSION.eq(next.version() - 1))
                        .execute();
        if (moved == 0) return false;
        db.insertInto(FINDING_LINE)
                .set(FINDING_LINE.CASE_ID, next.key().caseId())
                .set(FINDING_LINE.KIND, code(next.key().kind()))
                .set(FINDING_LINE.REF, next.key().ref())
                .set(FINDING_LINE.LINE_NO, next.version())
                .set(FINDING_LINE.AT, at.atOffset(ZoneOffset.UTC))
                .set(FINDING_LINE.ACT, act.code())
                .set(FINDING_LINE.ACTOR_ID, actorId)
                .set(FINDING_LINE.ACTOR_NAME, actorName)
                .set(FINDING_LINE.WORDS, act.words())
                .execute();
        return true;
    }

    private static Condition is(FindingKey key) {
        return FINDING.CASE_ID
                .eq(key.caseId())
                .and(FINDING.KIND.eq(code(key.kind())))
                .and(FINDING.REF.eq(key.ref()));
    }

    private static Condition behind(Place place) {
        return row(FINDING.ANSWER_BY, FINDING.CASE_ID, FINDING.KIND, FINDING.REF)
                .gt(
                        place.answerBy(),
                        place.key().caseId(),
                        code(place.key().kind()),
                        place.key().ref());
    }

    private static Finding finding(Record row) {
        return new Finding(
                new FindingKey(
                        row.get(FINDING.CASE_ID),
                        FindingKey.Kind.valueOf(upper(row.get(FINDING.KIND))),
                        row.get(FINDING.REF)),
                row.get(FINDING.NUMBER),
                row.get(FINDING.CASE_NO),
                row.get(FINDING.ITEM_KEY),
                row.get(FINDING.ITEM_VERSION),
                row.get(FINDING.AGENCY_KEY),
                Optional.ofNullable(row.get(FINDING.CLOCK_KIND))
                        .map(kind -> ClockKind.valueOf(upper(kind)))
                        .orElse(null),
                row.get(FINDING.DUE_ON),
                row.get(FINDING.WORDS),
                row.get(FINDING.OPENED_ON),
                row.get(FINDING.ANSWER_BY),
                State.valueOf(upper(row.get(FINDING.STATE))),
                row.get(FINDING.VERSION),
                row.get(FINDING.CLOSED_ON));
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String stored) {
        return stored.toUpperCase(Locale.ROOT);
    }
}
