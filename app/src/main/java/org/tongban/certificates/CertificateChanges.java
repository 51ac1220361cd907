package org.tongban.certificates;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.tongban.schema.Tables.CERTIFICATE;
import static org.tongban.schema.Tables.CERTIFICATE_ACT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** What has happened to certificates, in an order in which nothing is ever inserted before. */
@Component
public class CertificateChanges {

    /** So many acts of all types are looked through for one page. */
    private static final int SCANNED = 2_000;

    /** No transaction before this one can still commit. */
    private static final Field<Long> SETTLED =
            field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class);

    private final DSLContext db;

    CertificateChanges(DSLContext db) {
        this.db = db;
    }

    /** A place in the order: transaction and act. */
    public record Position(long xact, long seq) {

        private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

        /** As others keep it: they compare nothing in it and give it back as it was. */
        public String word() {
            return xact + "-" + seq;
        }

        /** Reads {@link #word}; empty for anything else. */
        public static Optional<Position> of(String word) {
            var form = FORM.matcher(word);
            return form.matches()
                    ? Optional.of(
                            new Position(
                                    Long.parseLong(form.group(1)), Long.parseLong(form.group(2))))
                    : Optional.empty();
        }
    }

    /**
     * One act on a certificate; nothing of its holder.
     *
     * @param identifier 电子证照标识 of the version concerned
     * @param operation as {@link CertificateActs.Operation} says
     */
    public record Change(
            Position position,
            Instant at,
            String identifier,
            String number,
            CertificateActs.Operation operation) {}

    /**
     * Some changes.
     *
     * @param next where to read on; it moves also where nothing was of the type
     * @param isAll whether nothing came after it at the moment
     */
    public record Some(List<Change> changes, Position next, boolean isAll) {
        public Some {
            changes = List.copyOf(changes);
        }
    }

    /** The place behind everything that happened before a moment. */
    public Position at(Instant moment) {
        return db.select(CERTIFICATE_ACT.XACT, CERTIFICATE_ACT.SEQ)
                .from(CERTIFICATE_ACT)
                .where(CERTIFICATE_ACT.AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .orderBy(CERTIFICATE_ACT.XACT.desc(), CERTIFICATE_ACT.SEQ.desc())
                .limit(1)
                .fetchOptional(last -> new Position(last.value1(), last.value2()))
                .orElse(new Position(0, 0));
    }

    /** Changes of certificates of a type after a place, at most so many. */
    public Some after(String type, Position after, int most) {
        var acts =
                db.select(
                                CERTIFICATE_ACT.XACT,
                                CERTIFICATE_ACT.SEQ,
                                CERTIFICATE_ACT.AT,
                                CERTIFICATE_ACT.OPERATION,
                                CERTIFICATE.IDENTIFIER,
                                CERTIFICATE.NUMBER,
                                CERTIFICATE.TYPE_KEY)
                        .from(CERTIFICATE_ACT)
                        .join(CERTIFICATE)
                        .on(CERTIFICATE.CERTIFICATE_ID.eq(CERTIFICATE_ACT.CERTIFICATE_ID))
                        .where(
                                row(CERTIFICATE_ACT.XACT, CERTIFICATE_ACT.SEQ)
                                        .gt(after.xact(), after.seq()))
                        .and(CERTIFICATE_ACT.XACT.lt(SETTLED))
                        .orderBy(CERTIFICATE_ACT.XACT, CERTIFICATE_ACT.SEQ)
                        .limit(SCANNED)
                        .fetch();
        var changes = new ArrayList<Change>();
        var next = after;
        for (var act : acts) {
            if (changes.size() == most) return new Some(changes, next, false);
            next = new Position(act.value1(), act.value2());
            if (!act.value7().equals(type)) continue;
            changes.add(
                    new Change(
                            next,
                            act.value3().toInstant(),
                            act.value5(),
                            act.value6(),
                            CertificateActs.Operation.of(act.value4())));
        }
        return new Some(changes, next, acts.size() < SCANNED);
    }
}
