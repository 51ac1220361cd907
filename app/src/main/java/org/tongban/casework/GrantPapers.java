package org.tongban.casework;

import static org.tongban.schema.Tables.CASE_NOTICE;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.casework.paper.PaperFiles;
import org.tongban.files.MediaType;

/** The sealed paper by which something was granted, as a file on which another case can rest. */
@Component
public class GrantPapers {

    /** More papers than a case has. */
    private static final int MOST = 200;

    private final DSLContext db;
    private final PaperFiles files;

    GrantPapers(DSLContext db, PaperFiles files) {
        this.db = db;
        this.files = files;
    }

    /**
     * The paper, sealed now if it was not before.
     *
     * @param fileNo of the file to be
     * @param material of the other case for which it stands
     * @return empty when nothing was granted on paper, and on a machine without a font
     */
    public Optional<SubmittedFile> of(UUID caseId, UUID fileNo, String material) {
        return db
                .select(CASE_NOTICE.NOTICE_NO, CASE_NOTICE.CONTENT)
                .from(CASE_NOTICE)
                .where(CASE_NOTICE.CASE_ID.eq(caseId))
                .orderBy(CASE_NOTICE.NOTICE_NO.desc())
                .limit(MOST)
                .fetch()
                .stream()
                .map(row -> new Paper(row.value1(), CaseJson.readNotice(row.value2().data())))
                .filter(paper -> paper.notice().kind() == Notice.Kind.GRANT)
                .findFirst()
                .flatMap(
                        paper ->
                                files.sealed(caseId, paper.no(), paper.notice())
                                        .map(
                                                made ->
                                                        new SubmittedFile(
                                                                fileNo,
                                                                material,
                                                                paper.notice().title()
                                                                        + paper.notice().number()
                                                                        + ".pdf",
                                                                made.sm3(),
                                                                MediaType.PDF.header(),
                                                                made.size())));
    }

    private record Paper(int no, Notice notice) {}
}
