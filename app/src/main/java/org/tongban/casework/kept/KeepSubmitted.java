package org.tongban.casework.kept;

import static org.tongban.schema.Tables.CASE_FILE;
import static org.tongban.schema.Tables.CASE_MATERIAL;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.MayAct;
import org.tongban.casework.Act;
import org.tongban.casework.CaseContents;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.IssuedFiles;
import org.tongban.casework.Submission;
import org.tongban.casework.Trust;
import org.tongban.casework.kept.KeptRows.Coming;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.law.LegalBasis;

/**
 * Keeps what is handed in with cases, read from the event line, and forgets what an office said is
 * wrong. What the house fetched itself is not kept.
 */
@Component
class KeepSubmitted implements Follower {

    private final KeptRows rows;
    private final CaseContents cases;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final ObjectProvider<IssuedFiles> issued;
    private final DSLContext db;
    private final Clock clock;

    KeepSubmitted(
            KeptRows rows,
            CaseContents cases,
            Catalogue catalogue,
            Accounts accounts,
            ObjectProvider<IssuedFiles> issued,
            DSLContext db,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.issued = issued;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "kept-materials";
    }

    @Override
    public boolean rebuilds() {
        return true;
    }

    @Override
    @LegalBasis("practice/materials/ends")
    public void follow(CaseLine line) {
        switch (line.event()) {
            case CaseEvent.Submitted sent when sent.files() > 0 -> keep(line);
            case CaseEvent.CorrectionsSupplied supplied when supplied.files() > 0 -> keep(line);
            case CaseEvent.PapersBrought _ -> keep(line);
            case CaseEvent.CorrectionsTold(var corrections, _) -> wrong(line, corrections);
            case CaseEvent.CorrectionsToldAgain(var corrections, _, _) -> wrong(line, corrections);
            case CaseEvent.PapersRejected(var names, _, _) ->
                    rows.forget(line.caseId(), List.of(), names);
            case CaseEvent.Voided _ -> rows.forget(line.caseId());
            default -> {}
        }
    }

    private void wrong(CaseLine line, List<Act.Correction> corrections) {
        var head = cases.head(line.caseId()).orElseThrow();
        var item = item(head.itemKey(), head.itemVersion());
        var whats =
                corrections.stream()
                        .flatMap(one -> item.material(one.material()).stream())
                        .map(material -> Keeping.what(item.key(), material))
                        .toList();
        rows.forget(line.caseId(), whats, List.of());
    }

    private void keep(CaseLine line) {
        var whole = cases.whole(line.caseId()).orElseThrow();
        var head = whole.head();
        var item = item(head.itemKey(), head.itemVersion());
        var typed =
                head.accountId()
                        .flatMap(accounts::personOf)
                        .filter(person -> !person.realName().reaches(MayAct.LEAST))
                        .isPresent();
        var beside = beside(line.caseId());
        // Materials whose original lay on the desk of the clerk who scanned them.
        var seen =
                beside.atWindow()
                                && whole.content().form().get(Submission.ON_PAPER)
                                        instanceof Collection<?> held
                        ? held
                        : List.of();
        for (var file : files(line.caseId())) {
            var key = file.get(CASE_MATERIAL.MATERIAL_KEY);
            var material = item.material(key);
            if (material.isEmpty() || beside.fetched().contains(key)) continue;
            var sm3 = file.get(CASE_MATERIAL.SM3);
            // A picture is no sealed file.
            var own =
                    file.get(CASE_MATERIAL.MEDIA_TYPE).startsWith("image/")
                            ? Optional.<IssuedFiles.Issued>empty()
                            : own(head.applicantHash(), sm3);
            var grade = Keeping.grade(material.get().source(), seen.contains(key), own.isPresent());
            rows.keep(
                    new Coming(
                            new Kept(
                                    line.caseId(),
                                    head.applicantHash(),
                                    Keeping.what(item.key(), material.get()),
                                    material.get().name(),
                                    file.get(CASE_MATERIAL.NAME),
                                    sm3,
                                    file.get(CASE_MATERIAL.MEDIA_TYPE),
                                    file.get(CASE_MATERIAL.SIZE_BYTES),
                                    grade,
                                    compared(grade, head.agency(), line),
                                    own.flatMap(IssuedFiles.Issued::until),
                                    item.name(),
                                    line.at()),
                            head.accountId(),
                            typed,
                            line.caseId()));
        }
    }

    private Optional<Kept.Compared> compared(Trust grade, String agency, CaseLine line) {
        return grade == Trust.B
                ? Optional.of(
                        new Kept.Compared(agency, LocalDate.ofInstant(line.at(), clock.getZone())))
                : Optional.empty();
    }

    private Optional<IssuedFiles.Issued> own(byte[] owner, String sm3) {
        return issued.stream().flatMap(some -> some.issuedTo(owner, sm3).stream()).findFirst();
    }

    /** What is known of a case beside its content. */
    private record Beside(List<String> fetched, boolean atWindow) {}

    private Beside beside(UUID caseId) {
        return db.select(CASE_FILE.PROGRESS, CASE_FILE.CHANNEL)
                .from(CASE_FILE)
                .where(CASE_FILE.CASE_ID.eq(caseId))
                .fetchSingle(
                        row ->
                                new Beside(
                                        CaseJson.readFile(row.value1().data()).fetched(),
                                        row.value2().equals("window")));
    }

    private List<? extends Record> files(UUID caseId) {
        return db.select(
                        CASE_MATERIAL.MATERIAL_KEY,
                        CASE_MATERIAL.NAME,
                        CASE_MATERIAL.SM3,
                        CASE_MATERIAL.MEDIA_TYPE,
                        CASE_MATERIAL.SIZE_BYTES)
                .from(CASE_MATERIAL)
                .where(CASE_MATERIAL.CASE_ID.eq(caseId))
                .orderBy(CASE_MATERIAL.FILE_NO)
                .fetch();
    }

    private ItemDefinition item(String key, int version) {
        return catalogue.version(key, version).definition();
    }
}
