package org.tongban.sharing.asking;

import static org.tongban.schema.Tables.REGISTER_QUESTION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.casework.Casework;
import org.tongban.crypto.LookupHash;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;
import org.tongban.schema.tables.records.RegisterQuestionRecord;

/** Every question to a register, with what came of it. Lines are added, never changed. */
@Component
@LegalBasis("practice/sharing/logged")
public class Questions {

    /** Lines on a page. */
    public static final int PAGE = 50;

    private final DSLContext db;
    private final LookupHash lookup;
    private final RowIds ids;
    private final Clock clock;

    /** Whether an entry was asked for or one fact. */
    public enum Way {
        ONE,
        FACT
    }

    /** What came of a question. */
    public enum Outcome {
        KNOWN,
        NONE,
        YES,
        NO,
        UNKNOWN,
        NO_RIGHT,
        SLOW,
        DOWN,
        WRONG,
        THROTTLED
    }

    /**
     * One line.
     *
     * @param staff empty: the applicant, or the house itself
     */
    public record Line(
            UUID id,
            Instant at,
            String resource,
            String agency,
            String item,
            Way way,
            String purpose,
            Optional<String> staff,
            Outcome outcome,
            int tookMillis,
            Optional<UUID> caseId) {}

    Questions(DSLContext db, LookupHash lookup, RowIds ids, Clock clock) {
        this.db = db;
        this.lookup = lookup;
        this.ids = ids;
        this.clock = clock;
    }

    void record(Inquiry inquiry, Way way, Outcome outcome, Duration took) {
        db.insertInto(REGISTER_QUESTION)
                .set(REGISTER_QUESTION.QUESTION_ID, ids.next())
                .set(REGISTER_QUESTION.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(REGISTER_QUESTION.DAY, LocalDate.now(clock))
                .set(REGISTER_QUESTION.RESOURCE_KEY, inquiry.resource().key())
                .set(REGISTER_QUESTION.AGENCY_KEY, inquiry.agency())
                .set(REGISTER_QUESTION.ITEM_KEY, inquiry.item())
                .set(REGISTER_QUESTION.CASE_ID, inquiry.caseId().orElse(null))
                .set(REGISTER_QUESTION.WAY, lower(way))
                .set(REGISTER_QUESTION.SUBJECT_HASH, subject(inquiry.subject()))
                .set(REGISTER_QUESTION.PURPOSE, inquiry.purpose())
                .set(REGISTER_QUESTION.ASKED_BY, inquiry.staff().orElse(null))
                .set(REGISTER_QUESTION.OUTCOME, lower(outcome))
                .set(REGISTER_QUESTION.TOOK_MS, Math.toIntExact(took.toMillis()))
                .onConflictDoNothing()
                .execute();
    }

    /** How whoever was asked about is found in the log. */
    byte[] subject(String number) {
        return lookup.of(number, Casework.APPLICANT);
    }

    /**
     * What was asked about some people and firms, the last first.
     *
     * @param before the last line of the page before
     * @return one more than {@value #PAGE} when there are more
     */
    public List<Line> about(List<byte[]> subjects, Optional<UUID> before) {
        return list(REGISTER_QUESTION.SUBJECT_HASH.in(subjects), before, PAGE + 1);
    }

    /**
     * What was asked about some people and firms between two ids, the last first.
     *
     * @param from the least id that is wanted
     * @param before this id and later ones are not wanted
     */
    public List<Line> about(List<byte[]> subjects, UUID from, UUID before, int most) {
        return list(
                REGISTER_QUESTION
                        .SUBJECT_HASH
                        .in(subjects)
                        .and(REGISTER_QUESTION.QUESTION_ID.ge(from)),
                Optional.of(before),
                most);
    }

    /** What was asked at all, the last first; see {@link #about}. */
    public List<Line> all(Optional<UUID> before) {
        return list(DSL.noCondition(), before, PAGE + 1);
    }

    /** The last questions for one resource. */
    public List<Line> last(String resource, int most) {
        return list(REGISTER_QUESTION.RESOURCE_KEY.eq(resource), Optional.empty(), most);
    }

    private List<Line> list(Condition which, Optional<UUID> before, int most) {
        return db.selectFrom(REGISTER_QUESTION)
                .where(which)
                .and(before.map(REGISTER_QUESTION.QUESTION_ID::lt).orElse(DSL.noCondition()))
                .orderBy(REGISTER_QUESTION.QUESTION_ID.desc())
                .limit(most)
                .fetch(Questions::line);
    }

    private static Line line(RegisterQuestionRecord row) {
        return new Line(
                row.getQuestionId(),
                row.getAt().toInstant(),
                row.getResourceKey(),
                row.getAgencyKey(),
                row.getItemKey(),
                Way.valueOf(row.getWay().toUpperCase(Locale.ROOT)),
                row.getPurpose(),
                Optional.ofNullable(row.getAskedBy()),
                Outcome.valueOf(row.getOutcome().toUpperCase(Locale.ROOT)),
                row.getTookMs(),
                Optional.ofNullable(row.getCaseId()));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
