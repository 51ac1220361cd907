package org.tongban.casework.draft;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.val;
import static org.tongban.schema.Tables.CASE_MATERIAL;
import static org.tongban.schema.Tables.DRAFT_FILE;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.casework.SubmittedFile;

/** The files that lie with drafts: those of the application, and later those of corrections. */
@Component
public class DraftFiles {

    /** So many are ever read: those of an application and those of its corrections. */
    private static final int MOST_READ = 200;

    private final DSLContext db;

    DraftFiles(DSLContext db) {
        this.db = db;
    }

    /** All files of a draft, in the order in which they came. */
    public List<SubmittedFile> all(UUID draft) {
        return files(DRAFT_FILE.DRAFT_ID.eq(draft));
    }

    /** Files that came after sending and have not gone to the case yet: corrections. */
    public List<SubmittedFile> fresh(UUID caseId) {
        return files(DRAFT_FILE.DRAFT_ID.eq(caseId).and(isFresh(caseId)));
    }

    /**
     * Puts a stored file into a draft.
     *
     * @param most files that may lie there without having gone to the case
     * @return false when there are so many already
     */
    public boolean add(UUID draft, SubmittedFile file, int most) {
        var there =
                selectCount()
                        .from(DRAFT_FILE)
                        .where(DRAFT_FILE.DRAFT_ID.eq(draft))
                        .and(isFresh(draft));
        return db.insertInto(
                                DRAFT_FILE,
                                DRAFT_FILE.DRAFT_ID,
                                DRAFT_FILE.FILE_NO,
                                DRAFT_FILE.MATERIAL_KEY,
                                DRAFT_FILE.NAME,
                                DRAFT_FILE.SM3,
                                DRAFT_FILE.MEDIA_TYPE,
                                DRAFT_FILE.SIZE_BYTES)
                        .select(
                                select(
                                                val(draft),
                                                val(file.fileNo()),
                                                val(file.material()),
                                                val(file.name()),
                                                val(file.sm3()),
                                                val(file.mediaType()),
                                                val(file.size()))
                                        .where(val(most).gt(there.asField())))
                        .execute()
                == 1;
    }

    /** Takes a file out of a draft; one that went to a case stays. */
    public void remove(UUID draft, UUID fileNo) {
        db.deleteFrom(DRAFT_FILE)
                .where(DRAFT_FILE.DRAFT_ID.eq(draft))
                .and(DRAFT_FILE.FILE_NO.eq(fileNo))
                .and(isFresh(draft))
                .execute();
    }

    private static Condition isFresh(UUID caseId) {
        return DRAFT_FILE.FILE_NO.notIn(
                select(CASE_MATERIAL.FILE_NO)
                        .from(CASE_MATERIAL)
                        .where(CASE_MATERIAL.CASE_ID.eq(caseId)));
    }

    private List<SubmittedFile> files(Condition which) {
        return db.selectFrom(DRAFT_FILE)
                .where(which)
                .orderBy(DRAFT_FILE.FILE_NO)
                .limit(MOST_READ)
                .fetch(
                        row ->
                                new SubmittedFile(
                                        row.getFileNo(),
                                        row.getMaterialKey(),
                                        row.getName(),
                                        row.getSm3(),
                                        row.getMediaType(),
                                        row.getSizeBytes()));
    }
}
