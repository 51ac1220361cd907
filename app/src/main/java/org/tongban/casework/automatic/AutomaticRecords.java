package org.tongban.casework.automatic;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.tongban.schema.Tables.AUTOMATIC_SAMPLE;
import static org.tongban.schema.Tables.AUTOMATIC_SWITCH;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.casework.AutomaticDecisionDoubted;
import org.tongban.casework.CaseHead;
import org.tongban.law.LegalBasis;

/** What people look at afterwards, and the switch of each item. */
@Component
class AutomaticRecords {

    static final int PAGE = 30;

    /** One decision to look at, or looked at. */
    record Sample(
            UUID caseId,
            String caseNo,
            String itemName,
            String agency,
            LocalDate decidedOn,
            String state,
            String words,
            Optional<String> judgedBy) {}

    /** How the switch of an item stands, and who turned it. */
    record Switch(boolean stopped, String reason, String by) {}

    private final DSLContext db;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    AutomaticRecords(DSLContext db, Clock clock, ApplicationEventPublisher publisher) {
        this.db = db;
        this.clock = clock;
        this.publisher = publisher;
    }

    boolean isStopped(String itemKey) {
        return db.fetchExists(
                db.selectOne()
                        .from(AUTOMATIC_SWITCH)
                        .where(AUTOMATIC_SWITCH.ITEM_KEY.eq(itemKey))
                        .and(AUTOMATIC_SWITCH.STOPPED));
    }

    /** The switches that were ever turned, by item. */
    Map<String, Switch> switches() {
        return db.selectFrom(AUTOMATIC_SWITCH)
                .fetchMap(
                        AUTOMATIC_SWITCH.ITEM_KEY,
                        row -> new Switch(row.getStopped(), row.getReason(), row.getTurnedBy()));
    }

    void turn(String itemKey, boolean stopped, String reason, String by) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.insertInto(AUTOMATIC_SWITCH)
                .set(AUTOMATIC_SWITCH.ITEM_KEY, itemKey)
                .set(AUTOMATIC_SWITCH.STOPPED, stopped)
                .set(AUTOMATIC_SWITCH.REASON, reason)
                .set(AUTOMATIC_SWITCH.TURNED_BY, by)
                .set(AUTOMATIC_SWITCH.TURNED_AT, now)
                .onConflict(AUTOMATIC_SWITCH.ITEM_KEY)
                .doUpdate()
                .set(AUTOMATIC_SWITCH.STOPPED, stopped)
                .set(AUTOMATIC_SWITCH.REASON, reason)
                .set(AUTOMATIC_SWITCH.TURNED_BY, by)
                .set(AUTOMATIC_SWITCH.TURNED_AT, now)
                .execute();
    }

    void sample(UUID caseId, CaseHead head, String itemName) {
        db.insertInto(AUTOMATIC_SAMPLE)
                .set(AUTOMATIC_SAMPLE.CASE_ID, caseId)
                .set(AUTOMATIC_SAMPLE.CASE_NO, head.caseNo())
                .set(AUTOMATIC_SAMPLE.ITEM_KEY, head.itemKey())
                .set(AUTOMATIC_SAMPLE.ITEM_NAME, itemName)
                .set(AUTOMATIC_SAMPLE.AGENCY_KEY, head.agency())
                .set(AUTOMATIC_SAMPLE.DECIDED_ON, head.decidedOn().orElseThrow())
                .set(AUTOMATIC_SAMPLE.STATE, "open")
                .set(AUTOMATIC_SAMPLE.WORDS, "")
                .onConflictDoNothing()
                .execute();
    }

    /** A page of samples in a state, the first decided first; one more if there is more. */
    List<Sample> samples(
            Collection<String> agencies,
            String state,
            Optional<LocalDate> afterDay,
            Optional<UUID> afterCase) {
        var behind =
                afterDay.isPresent() && afterCase.isPresent()
                        ? row(AUTOMATIC_SAMPLE.DECIDED_ON, AUTOMATIC_SAMPLE.CASE_ID)
                                .gt(afterDay.get(), afterCase.get())
                        : noCondition();
        return db.selectFrom(AUTOMATIC_SAMPLE)
                .where(AUTOMATIC_SAMPLE.AGENCY_KEY.in(agencies))
                .and(AUTOMATIC_SAMPLE.STATE.eq(state))
                .and(behind)
                .orderBy(AUTOMATIC_SAMPLE.DECIDED_ON, AUTOMATIC_SAMPLE.CASE_ID)
                .limit(PAGE + 1)
                .fetch(
                        row ->
                                new Sample(
                                        row.getCaseId(),
                                        row.getCaseNo(),
                                        row.getItemName(),
                                        row.getAgencyKey(),
                                        row.getDecidedOn(),
                                        row.getState(),
                                        row.getWords(),
                                        Optional.ofNullable(row.getJudgedBy())));
    }

    /**
     * Keeps what a person thinks of a decision, and says it on if that person does not agree.
     *
     * @return false when somebody has judged it before, or it is not of these offices
     */
    @Transactional
    @LegalBasis("practice/automatic/sample")
    boolean judge(
            UUID caseId, Collection<String> agencies, boolean agrees, String words, String by) {
        var first = keep(caseId, agencies, agrees, words, by);
        if (first && !agrees) {
            publisher.publishEvent(new AutomaticDecisionDoubted(caseId, words));
        }
        return first;
    }

    private boolean keep(
            UUID caseId, Collection<String> agencies, boolean agrees, String words, String by) {
        return db.update(AUTOMATIC_SAMPLE)
                        .set(AUTOMATIC_SAMPLE.STATE, agrees ? "agreed" : "disagreed")
                        .set(AUTOMATIC_SAMPLE.WORDS, words)
                        .set(AUTOMATIC_SAMPLE.JUDGED_BY, by)
                        .set(AUTOMATIC_SAMPLE.JUDGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .where(AUTOMATIC_SAMPLE.CASE_ID.eq(caseId))
                        .and(AUTOMATIC_SAMPLE.AGENCY_KEY.in(agencies))
                        .and(AUTOMATIC_SAMPLE.STATE.eq("open"))
                        .execute()
                == 1;
    }
}
