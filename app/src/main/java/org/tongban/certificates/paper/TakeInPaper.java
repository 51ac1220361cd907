package org.tongban.certificates.paper;

import static org.tongban.schema.Tables.PAPER_BATCH;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.access.StaffPrincipal;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.claim.Claim;
import org.tongban.certificates.claim.ClaimFault;
import org.tongban.certificates.claim.Parts;
import org.tongban.database.Binds;
import org.tongban.database.RowIds;
import org.tongban.files.FileStore;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;
import org.tongban.web.Typed;

/** Takes a table in and reports on every line of it; no certificate comes of that yet. */
@Component
class TakeInPaper {

    private static final String ENTER =
            """
            INSERT INTO paper_line (batch_id, line, agency_key, number, verdict, faults, cells, against, scan_sm3, scan_type)
            VALUES (?, ?, ?, ?, ?, string_to_array(?, '|'), ?, ?, ?, ?)
            """;

    private static final int LONGEST_NUMBER = 64;

    private final BatchCheck check;
    private final PaperBatches batches;
    private final FileStore store;
    private final DSLContext db;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TextBundles bundles;
    private final RowIds ids;
    private final Clock clock;

    TakeInPaper(
            BatchCheck check,
            PaperBatches batches,
            FileStore store,
            DSLContext db,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            TextBundles bundles,
            RowIds ids,
            Clock clock) {
        this.check = check;
        this.batches = batches;
        this.store = store;
        this.db = db;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.bundles = bundles;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Judges a table and keeps the report.
     *
     * @param name of the file; tells its kind
     * @param archive of scans; empty: none
     * @throws org.tongban.catalogue.sheet.TableFile.Unreadable when it is no table of the type
     */
    UUID report(
            CertificateType type,
            String agency,
            String name,
            byte[] table,
            byte[] archive,
            StaffPrincipal by)
            throws IOException {
        // Tables are in Chinese whoever hands them in.
        var rows = PaperTable.read(name, table, type, bundles.in(Preferences.CHINESE));
        var judged = check.of(type, agency, rows, scans(rows, archive));
        var batch = ids.next();
        transaction.executeWithoutResult(
                _ -> {
                    enter(batch, type, agency, name, judged.size(), by);
                    enter(batch, agency, judged);
                });
        return batch;
    }

    private Map<String, Optional<Scan>> scans(List<PaperTable.Row> rows, byte[] archive)
            throws IOException {
        var wanted =
                rows.stream()
                        .map(row -> ScanArchive.plain(row.cell(Parts.SCAN)))
                        .filter(scan -> !scan.isEmpty())
                        .collect(Collectors.toSet());
        return archive.length == 0 ? Map.of() : ScanArchive.read(archive, wanted, store);
    }

    private void enter(
            UUID batch,
            CertificateType type,
            String agency,
            String name,
            int lines,
            StaffPrincipal by) {
        db.insertInto(PAPER_BATCH)
                .set(PAPER_BATCH.BATCH_ID, batch)
                .set(PAPER_BATCH.TYPE_KEY, type.key())
                .set(PAPER_BATCH.AGENCY_KEY, agency)
                .set(PAPER_BATCH.FILE_NAME, name)
                .set(PAPER_BATCH.HANDED_IN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(PAPER_BATCH.LOGIN, by.login())
                .set(PAPER_BATCH.WHO, by.name())
                .set(PAPER_BATCH.LINE_COUNT, lines)
                .execute();
    }

    private void enter(UUID batch, String agency, List<Judged> lines) {
        jdbc.batchUpdate(
                ENTER,
                lines,
                1_000,
                (statement, line) ->
                        new Binds()
                                .id(batch)
                                .number(line.line())
                                .text(agency)
                                .text(number(line))
                                .text(line.verdict().word())
                                .text(
                                        line.faults().stream()
                                                .map(ClaimFault::word)
                                                .collect(Collectors.joining("|")))
                                .bytes(batches.sealed(batch, line.line(), line.cells()))
                                .id(line.against().orElse(null))
                                .text(line.scan().map(Scan::sm3).orElse(null))
                                .text(line.scan().map(Scan::type).orElse(null))
                                .setValues(statement));
    }

    private static String number(Judged line) {
        var number =
                line.claim()
                        .map(Claim::number)
                        .orElseGet(() -> Typed.tidy(line.cells().getOrDefault(Parts.NUMBER, "")));
        return number.length() <= LONGEST_NUMBER ? number : number.substring(0, LONGEST_NUMBER);
    }
}
