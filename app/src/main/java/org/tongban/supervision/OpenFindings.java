package org.tongban.supervision;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.tongban.schema.Tables.CASE_CLOCK;
import static org.tongban.schema.Tables.CASE_FILE;
import static org.tongban.schema.Tables.FINDING;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongban.casework.AutomaticDecisionDoubted;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.law.LegalBasis;
import org.tongban.sharing.LateCheckFailed;

/**
 * Opens findings by itself. A term that runs late is found by the hourly look at what is due; one
 * that ended late between two looks is found on the event line, so that nothing passes unseen.
 * Found twice, it is opened once: safe on every node.
 */
@Component
public class OpenFindings implements Follower {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFindings.class);

    /** Opened in one statement; more follow in the next. */
    private static final int BATCH = 500;

    /** Terms of offices. An applicant's own time to correct is no office's breach. */
    private static final List<String> OF_OFFICES = ClockKind.ofOffices();

    /** A case is decided by rules once, so that there is one doubt about it. */
    private static final int ONE_A_CASE = 1;

    private final DSLContext db;
    private final CaseRegister cases;
    private final PlaceSettings.Source place;
    private final SupervisionPolicy policy;
    private final Clock clock;

    OpenFindings(
            DSLContext db,
            CaseRegister cases,
            PlaceSettings.Source place,
            SupervisionPolicy policy,
            Clock clock) {
        this.db = db;
        this.cases = cases;
        this.place = place;
        this.policy = policy;
        this.clock = clock;
    }

    /** Hourly rather than at midnight: a node that was down then catches up. */
    @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void hourly() {
        if (isReady() && run() > 0) {
            LOG.info("finding.opened for terms that run late");
        }
    }

    /**
     * Opens a finding for every term that runs late and has none.
     *
     * @return how many were opened
     */
    @LegalBasis("practice/supervision/open")
    public int run() {
        var today = today();
        var opened = 0;
        int now;
        do {
            now = openWhatRunsLate(today);
            opened += now;
        } while (now == BATCH);
        return opened;
    }

    @Override
    public String name() {
        return "supervision";
    }

    @Override
    @LegalBasis("practice/supervision/open")
    public void follow(CaseLine line) {
        if (line.event() instanceof CaseEvent.CorrectionsToldAgain again) {
            openSecondCorrection(line, again.reason());
        }
        if (endsATermOfTheOffice(line.event())) {
            openWhatEndedLate(line.caseId());
        }
    }

    @LegalBasis("practice/supervision/second-correction")
    private void openSecondCorrection(CaseLine line, String reason) {
        openSaid(
                new FindingKey(line.caseId(), FindingKey.Kind.SECOND_CORRECTION, line.seq()),
                reason);
    }

    /** Within the transaction of the judgement: there is none without its card. */
    @EventListener
    @LegalBasis({"practice/supervision/open", "practice/automatic/sample"})
    void on(AutomaticDecisionDoubted doubted) {
        openSaid(
                new FindingKey(doubted.caseId(), FindingKey.Kind.AUTOMATIC, ONE_A_CASE),
                doubted.words());
    }

    /**
     * What was granted on data that a register no longer confirms is looked into; before a decision
     * the decision itself asks again.
     */
    @EventListener
    @LegalBasis({"practice/supervision/open", "practice/sharing/later"})
    void on(LateCheckFailed failed) {
        var granted =
                cases.find(failed.caseId())
                        .filter(
                                found ->
                                        found.file().result().equals(Optional.of(Outcome.GRANTED)));
        if (granted.isPresent()) {
            openSaid(
                    new FindingKey(
                            failed.caseId(),
                            FindingKey.Kind.LATE_CHECK,
                            failed.material().hashCode() & Integer.MAX_VALUE),
                    failed.words());
        }
    }

    private static boolean endsATermOfTheOffice(CaseEvent event) {
        return event instanceof CaseEvent.Accepted
                || event instanceof CaseEvent.AcceptedTolerantly
                || event instanceof CaseEvent.AcceptanceRefused
                || event.grants()
                || event instanceof CaseEvent.Forwarded
                || event instanceof CaseEvent.HearingHeld
                || event instanceof CaseEvent.Refused
                || event instanceof CaseEvent.Delivered
                || event instanceof CaseEvent.CommitmentHeld
                || event instanceof CaseEvent.CommitmentDoubted
                || event instanceof CaseEvent.ObjectionAnswered;
    }

    /** A clock that has ended stands in the case alone, with how it ended. */
    private void openWhatEndedLate(UUID caseId) {
        var file = cases.find(caseId).orElseThrow().file();
        for (var ended : file.clocks()) {
            if (ended.state() == org.tongban.casework.Clock.State.LATE
                    && OF_OFFICES.contains(Findings.code(ended.kind()))) {
                openLate(file, ended);
            }
        }
    }

    private void openLate(CaseFile file, org.tongban.casework.Clock ended) {
        var today = today();
        db.insertInto(FINDING)
                .set(FINDING.CASE_ID, file.caseId())
                .set(FINDING.KIND, ended.kind() == ClockKind.ANSWER ? "silence" : "late")
                .set(FINDING.REF, ended.no())
                .set(FINDING.CASE_NO, file.caseNo())
                .set(FINDING.ITEM_KEY, file.itemKey())
                .set(FINDING.ITEM_VERSION, file.itemVersion())
                .set(FINDING.AGENCY_KEY, file.agency())
                .set(FINDING.CLOCK_KIND, Findings.code(ended.kind()))
                .set(FINDING.DUE_ON, ended.dueOn())
                .set(FINDING.WORDS, "")
                .set(FINDING.OPENED_ON, today)
                .set(FINDING.ANSWER_BY, answerBy(today))
                .set(FINDING.STATE, "open")
                .set(FINDING.VERSION, 0)
                .onConflictDoNothing()
                .execute();
    }

    /** One statement: whoever comes second finds the row and writes nothing. */
    private int openWhatRunsLate(LocalDate today) {
        var kind =
                case_(CASE_CLOCK.KIND)
                        .when(inline("answer"), inline("silence"))
                        .otherwise(inline("late"));
        return db.insertInto(
                        FINDING,
                        FINDING.CASE_ID,
                        FINDING.KIND,
                        FINDING.REF,
                        FINDING.CASE_NO,
                        FINDING.ITEM_KEY,
                        FINDING.ITEM_VERSION,
                        FINDING.AGENCY_KEY,
                        FINDING.CLOCK_KIND,
                        FINDING.DUE_ON,
                        FINDING.WORDS,
                        FINDING.OPENED_ON,
                        FINDING.ANSWER_BY,
                        FINDING.STATE,
                        FINDING.VERSION)
                .select(
                        db.select(
                                        CASE_CLOCK.CASE_ID,
                                        kind,
                                        CASE_CLOCK.CLOCK_NO,
                                        CASE_FILE.CASE_NO,
                                        CASE_FILE.ITEM_KEY,
                                        CASE_FILE.ITEM_VERSION,
                                        CASE_CLOCK.AGENCY_KEY,
                                        CASE_CLOCK.KIND,
                                        CASE_CLOCK.DUE_ON,
                                        inline(""),
                                        val(today),
                                        val(answerBy(today)),
                                        inline("open"),
                                        inline(0))
                                .from(CASE_CLOCK)
                                .join(CASE_FILE)
                                .on(CASE_FILE.CASE_ID.eq(CASE_CLOCK.CASE_ID))
                                .where(CASE_CLOCK.STATE.eq(inline("running")))
                                .and(CASE_CLOCK.DUE_ON.lt(today))
                                .and(CASE_CLOCK.KIND.in(OF_OFFICES))
                                .and(
                                        notExists(
                                                selectOne()
                                                        .from(FINDING)
                                                        .where(
                                                                FINDING.CASE_ID.eq(
                                                                        CASE_CLOCK.CASE_ID))
                                                        .and(FINDING.KIND.eq(kind))
                                                        .and(FINDING.REF.eq(CASE_CLOCK.CLOCK_NO))))
                                .limit(BATCH))
                .onConflictDoNothing()
                .execute();
    }

    /** A breach that is no missed term; what was said with it stands on the card. */
    private void openSaid(FindingKey key, String said) {
        var today = today();
        db.insertInto(
                        FINDING,
                        FINDING.CASE_ID,
                        FINDING.KIND,
                        FINDING.REF,
                        FINDING.CASE_NO,
                        FINDING.ITEM_KEY,
                        FINDING.ITEM_VERSION,
                        FINDING.AGENCY_KEY,
                        FINDING.WORDS,
                        FINDING.OPENED_ON,
                        FINDING.ANSWER_BY,
                        FINDING.STATE,
                        FINDING.VERSION)
                .select(
                        db.select(
                                        CASE_FILE.CASE_ID,
                                        val(Findings.code(key.kind())),
                                        val(key.ref()),
                                        CASE_FILE.CASE_NO,
                                        CASE_FILE.ITEM_KEY,
                                        CASE_FILE.ITEM_VERSION,
                                        CASE_FILE.AGENCY_KEY,
                                        val(said),
                                        val(today),
                                        val(answerBy(today)),
                                        inline("open"),
                                        inline(0))
                                .from(CASE_FILE)
                                .where(CASE_FILE.CASE_ID.eq(key.caseId())))
                .onConflictDoNothing()
                .execute();
    }

    /** Before a pack there is no place, and nothing to supervise. */
    private boolean isReady() {
        return db.fetchExists(selectOne().from(CASE_FILE));
    }

    private LocalDate today() {
        return clock.instant().atZone(place.current().zone()).toLocalDate();
    }

    private LocalDate answerBy(LocalDate today) {
        return FindingRules.answerBy(today, policy.answerDays(), place.current().calendar());
    }
}
