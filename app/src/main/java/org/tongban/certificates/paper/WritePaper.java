package org.tongban.certificates.paper;

import static org.tongban.schema.Tables.PAPER_BATCH;
import static org.tongban.schema.Tables.PAPER_LINE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Casework;
import org.tongban.certificates.CertificateActs;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.Origin;
import org.tongban.certificates.claim.Claim;
import org.tongban.certificates.claim.ClaimCheck;
import org.tongban.certificates.claim.ClaimFault;
import org.tongban.certificates.claim.Parts;
import org.tongban.certificates.issue.NewNumbers;
import org.tongban.certificates.paper.PaperLine.Decision;
import org.tongban.crypto.LookupHash;
import org.tongban.crypto.RandomTokens;
import org.tongban.database.RowIds;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;

/**
 * Writes certificates of old paper: what is new all together and once, what was contradicted line
 * by line as a clerk decides. None of them serves before its office has confirmed it.
 */
@Component
class WritePaper {

    private static final int AT_ONCE = 1_000;

    private static final String WRITTEN =
            "UPDATE paper_line SET certificate_id = ? WHERE batch_id = ? AND line = ?";

    private final PaperBatches batches;
    private final DrawSample sample;
    private final Certificates certificates;
    private final CertificateActs acts;
    private final KnownTypes types;
    private final NewNumbers numbers;
    private final Directory directory;
    private final LookupHash lookup;
    private final DSLContext db;
    private final JdbcTemplate jdbc;
    private final RowIds ids;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();

    WritePaper(
            PaperBatches batches,
            DrawSample sample,
            Certificates certificates,
            CertificateActs acts,
            KnownTypes types,
            NewNumbers numbers,
            Directory directory,
            LookupHash lookup,
            DSLContext db,
            JdbcTemplate jdbc,
            RowIds ids,
            Clock clock) {
        this.batches = batches;
        this.sample = sample;
        this.certificates = certificates;
        this.acts = acts;
        this.types = types;
        this.numbers = numbers;
        this.directory = directory;
        this.lookup = lookup;
        this.db = db;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes every new line of a table and draws the sample.
     *
     * @return how many; empty when the table was written before
     */
    @Transactional
    public Optional<Integer> write(UUID id, StaffPrincipal by) {
        var open =
                db.selectOne()
                        .from(PAPER_BATCH)
                        .where(PAPER_BATCH.BATCH_ID.eq(id))
                        .and(PAPER_BATCH.WRITTEN_AT.isNull())
                        .forUpdate()
                        .fetchOptional();
        if (open.isEmpty()) return Optional.empty();
        var batch = batches.find(id).orElseThrow();
        var type = types.current(batch.type()).orElseThrow();
        var agency = directory.current().agency(batch.agency()).orElseThrow();
        var written = 0;
        var after = 0;
        List<PaperLine> lines;
        do {
            lines = batches.lines(id, Optional.of(Verdict.NEW), after, AT_ONCE);
            if (lines.isEmpty()) break;
            written += write(lines, type, agency);
            after = lines.getLast().line();
        } while (lines.size() == AT_ONCE);
        db.update(PAPER_BATCH)
                .set(PAPER_BATCH.WRITTEN, PAPER_BATCH.WRITTEN.plus(written))
                .set(PAPER_BATCH.WRITTEN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(PAPER_BATCH.WRITTEN_BY, by.name())
                .where(PAPER_BATCH.BATCH_ID.eq(id))
                .execute();
        sample.draw(id);
        return Optional.of(written);
    }

    private int write(List<PaperLine> lines, KnownTypes.Versioned type, Agency agency) {
        var entries = lines.stream().map(line -> entry(line, type, agency)).toList();
        var entered = certificates.enterWithoutCase(entries);
        var binds = new ArrayList<Object[]>();
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (entered.get(at)) {
                binds.add(new Object[] {entries.get(at).id(), line.batch(), line.line()});
            } else {
                overtaken(line);
            }
        }
        jdbc.batchUpdate(WRITTEN, binds);
        return binds.size();
    }

    /** Somebody else wrote the number since the report: a contradiction like any other. */
    private void overtaken(PaperLine line) {
        db.update(PAPER_LINE)
                .set(PAPER_LINE.VERDICT, Verdict.DOUBTED.word())
                .set(
                        PAPER_LINE.FAULTS,
                        new String[] {
                            new ClaimFault(ClaimFault.Kind.OVERTAKEN, Parts.NUMBER).word()
                        })
                .set(
                        PAPER_LINE.AGAINST,
                        certificates
                                .withNumber(line.number())
                                .map(found -> found.id())
                                .orElse(null))
                .where(PAPER_LINE.BATCH_ID.eq(line.batch()))
                .and(PAPER_LINE.LINE.eq(line.line()))
                .execute();
    }

    private Certificates.Entry entry(PaperLine line, KnownTypes.Versioned type, Agency agency) {
        var claim = claim(line, type);
        return new Certificates.Entry(
                ids.next(),
                ids.next(),
                tokens.next(),
                lookup.of(claim.holder().number(), Casework.APPLICANT),
                content(
                        claim,
                        numbers.next(type.type(), agency, claim.issuedOn()).identifier(),
                        type,
                        agency));
    }

    private Claim claim(PaperLine line, KnownTypes.Versioned type) {
        return ClaimCheck.ofPaper(type.type(), line.cells(), LocalDate.now(clock))
                .claim()
                .orElseThrow();
    }

    private static CertificateContent content(
            Claim claim, String identifier, KnownTypes.Versioned known, Agency agency) {
        var type = known.type();
        return new CertificateContent(
                identifier,
                claim.number(),
                type.key(),
                type.typeCode(),
                type.name(),
                claim.holder(),
                new CertificateContent.Issuer(agency.key(), agency.name(), agency.creditCode()),
                "",
                claim.issuedOn(),
                claim.validUntil().orElse(null),
                claim.lines(),
                Origin.PAPER,
                known.version());
    }

    /**
     * Carries out what a clerk decided about a contradiction.
     *
     * @return false when it was decided before, or the library has moved on since
     */
    @Transactional
    public boolean decide(PaperLine line, Decision decision, String why, StaffPrincipal by) {
        // What is confirmed is confirmed whole: nothing slips in behind it.
        var open = batches.find(line.batch()).filter(one -> one.confirmedAt().isEmpty());
        if (open.isEmpty() || !line.open().contains(decision) || !marked(line, decision, why, by))
            return false;
        var type = types.current(open.get().type()).orElseThrow();
        var agency = directory.current().agency(open.get().agency()).orElseThrow();
        var written =
                switch (decision) {
                    case KEPT -> Optional.<UUID>empty();
                    case TAKEN ->
                            line.isDoubtedByItsScan()
                                    ? both(line, type, agency)
                                    : taken(line, type, agency, why, by);
                    case BOTH -> both(line, type, agency);
                };
        if (decision != Decision.KEPT && written.isEmpty()) {
            throw new OvertakenLine();
        }
        written.ifPresent(
                certificate -> {
                    jdbc.update(WRITTEN, certificate, line.batch(), line.line());
                    sample.take(line.batch(), line.line());
                    if (decision == Decision.BOTH || line.isDoubtedByItsScan()) {
                        countOneMore(line.batch());
                    }
                });
        return true;
    }

    private boolean marked(PaperLine line, Decision decision, String why, StaffPrincipal by) {
        return db.update(PAPER_LINE)
                        .set(PAPER_LINE.DECISION, decision.name().toLowerCase(Locale.ROOT))
                        .set(PAPER_LINE.DECIDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(PAPER_LINE.DECIDED_BY, by.name())
                        .set(PAPER_LINE.DECIDED_WHY, why)
                        .where(PAPER_LINE.BATCH_ID.eq(line.batch()))
                        .and(PAPER_LINE.LINE.eq(line.line()))
                        .and(PAPER_LINE.DECISION.isNull())
                        .execute()
                == 1;
    }

    private Optional<UUID> taken(
            PaperLine line,
            KnownTypes.Versioned type,
            Agency agency,
            String why,
            StaffPrincipal by) {
        return line.against()
                .flatMap(
                        old ->
                                acts.correct(
                                        old,
                                        content(claim(line, type), "", type, agency),
                                        why,
                                        new CertificateActs.By(by.getName(), by.name())));
    }

    private Optional<UUID> both(PaperLine line, KnownTypes.Versioned type, Agency agency) {
        var entry = entry(line, type, agency);
        return certificates.enterWithoutCase(List.of(entry)).getFirst()
                ? Optional.of(entry.id())
                : Optional.empty();
    }

    private void countOneMore(UUID batch) {
        db.update(PAPER_BATCH)
                .set(PAPER_BATCH.WRITTEN, PAPER_BATCH.WRITTEN.plus(1))
                .where(PAPER_BATCH.BATCH_ID.eq(batch))
                .execute();
    }

    /** The library moved on between looking and deciding; nothing of the decision stands. */
    static final class OvertakenLine extends RuntimeException {
        OvertakenLine() {
            super("the certificate is no longer the one that was compared");
        }
    }
}
