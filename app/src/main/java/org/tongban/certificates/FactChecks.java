package org.tongban.certificates;

import static org.tongban.schema.Tables.FACT_CHECK;

import java.time.Clock;
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
import org.tongban.catalogue.CertificatesOfItems;
import org.tongban.crypto.LookupHash;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;
import org.tongban.schema.tables.records.FactCheckRecord;

/**
 * Answers one question of another system: does this person or firm hold a certificate of this type
 * that holds today? No data goes out beside the answer. Asked only for an item that may use the
 * type; every question is written down before it is answered, refused ones too.
 */
@Component
public class FactChecks {

    /** Lines on a page. */
    public static final int PAGE = 50;

    private static final int LONGEST_KEY = 100;

    private final HeldCertificates held;
    private final CertificatesOfItems items;
    private final LookupHash lookup;
    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;

    /**
     * A question.
     *
     * @param clientId of the system that asks
     * @param item key of the item for which it is asked
     * @param type key of the type of certificate
     * @param holder citizen ID or credit code
     * @param purpose in words for the person concerned
     */
    public record Question(
            String clientId,
            String clientName,
            String item,
            String type,
            String holder,
            String purpose) {

        /** Never the number: this may reach a log. */
        @Override
        public String toString() {
            return "Question[" + type + "]";
        }
    }

    /** What can be answered. */
    public enum Answer {
        /** One is held and holds today. */
        YES,
        /** One is held and does not hold: it has expired, is suspended, or was taken back. */
        NO,
        /** The library knows of none, which proves nothing. */
        UNKNOWN,
        /** The item may not use this type. */
        REFUSED
    }

    /**
     * An answer.
     *
     * @param validUntil of the certificate that holds; empty: without end, or none holds
     * @param standing of the one that does not hold
     */
    public record Answered(
            Answer answer, Optional<LocalDate> validUntil, Optional<Standing> standing) {

        static Answered of(Answer answer) {
            return new Answered(answer, Optional.empty(), Optional.empty());
        }
    }

    /** One line of the record. */
    public record Asked(
            UUID id,
            Instant at,
            String clientName,
            String item,
            String type,
            String purpose,
            Answer answer) {}

    FactChecks(
            HeldCertificates held,
            CertificatesOfItems items,
            LookupHash lookup,
            DSLContext db,
            RowIds ids,
            Clock clock) {
        this.held = held;
        this.items = items;
        this.lookup = lookup;
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** Answers a question and records it. */
    @LegalBasis("practice/evidence/used")
    public Answered answer(Question question) {
        var holder = lookup.of(question.holder(), Casework.APPLICANT);
        var answered =
                items.mayUse(question.item(), question.type())
                        ? known(question, holder)
                        : Answered.of(Answer.REFUSED);
        db.insertInto(FACT_CHECK)
                .set(FACT_CHECK.CHECK_ID, ids.next())
                .set(FACT_CHECK.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(FACT_CHECK.CLIENT_ID, question.clientId())
                .set(FACT_CHECK.CLIENT_NAME, question.clientName())
                .set(FACT_CHECK.ITEM_KEY, cut(question.item()))
                .set(FACT_CHECK.TYPE_KEY, cut(question.type()))
                .set(FACT_CHECK.HOLDER_HASH, holder)
                .set(FACT_CHECK.PURPOSE, question.purpose())
                .set(FACT_CHECK.ANSWER, answered.answer().name().toLowerCase(Locale.ROOT))
                .execute();
        return answered;
    }

    private Answered known(Question question, byte[] holder) {
        return held.of(holder, question.type())
                .map(
                        one ->
                                one.holds()
                                        ? new Answered(
                                                Answer.YES,
                                                one.certificate().validUntil(),
                                                Optional.empty())
                                        : new Answered(
                                                Answer.NO,
                                                Optional.empty(),
                                                Optional.of(
                                                        Standing.valueOf(one.verdict().name()))))
                .orElseGet(() -> Answered.of(Answer.UNKNOWN));
    }

    private static String cut(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }

    /**
     * What was asked about some holders, the last first.
     *
     * @param before the last line of the page before
     * @return one more than {@value #PAGE} when there are more
     */
    public List<Asked> about(List<byte[]> holders, Optional<UUID> before) {
        return list(FACT_CHECK.HOLDER_HASH.in(holders), before);
    }

    /**
     * What was asked about some holders between two ids, the last first.
     *
     * @param from the least id that is wanted
     * @param before this id and later ones are not wanted
     */
    public List<Asked> about(List<byte[]> holders, UUID from, UUID before, int most) {
        return list(
                        FACT_CHECK.HOLDER_HASH.in(holders).and(FACT_CHECK.CHECK_ID.ge(from)),
                        Optional.of(before))
                .stream()
                .limit(most)
                .toList();
    }

    /** What was asked at all, the last first; see {@link #about}. */
    public List<Asked> all(Optional<UUID> before) {
        return list(DSL.noCondition(), before);
    }

    private List<Asked> list(Condition which, Optional<UUID> before) {
        return db.selectFrom(FACT_CHECK)
                .where(which)
                .and(before.map(FACT_CHECK.CHECK_ID::lt).orElse(DSL.noCondition()))
                .orderBy(FACT_CHECK.CHECK_ID.desc())
                .limit(PAGE + 1)
                .fetch(FactChecks::asked);
    }

    private static Asked asked(FactCheckRecord row) {
        return new Asked(
                row.getCheckId(),
                row.getAt().toInstant(),
                row.getClientName(),
                row.getItemKey(),
                row.getTypeKey(),
                row.getPurpose(),
                Answer.valueOf(row.getAnswer().toUpperCase(Locale.ROOT)));
    }
}
