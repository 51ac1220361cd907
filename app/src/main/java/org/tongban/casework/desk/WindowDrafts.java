package org.tongban.casework.desk;

import static org.tongban.schema.Tables.DRAFT;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.draft.DraftFiles;
import org.tongban.casework.draft.SealedAnswers;
import org.tongban.casework.draft.SealedAnswers.Writing;
import org.tongban.database.RowIds;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store of drafts that clerks write. The same rows, written the same way, as the drafts of
 * applicants; whoever asks names the member of staff, so that nobody comes to another desk's draft.
 */
@Component
class WindowDrafts {

    /** Open drafts a desk is shown; older ones are lost sight of. */
    static final int MOST_SHOWN = 20;

    /** An application with more papers than this is not read by anybody. */
    static final int MOST_FILES = 60;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;
    private final SealedAnswers answers;
    private final DraftFiles files;
    private final RowIds ids;
    private final Clock clock;

    WindowDrafts(DSLContext db, SealedAnswers answers, DraftFiles files, RowIds ids, Clock clock) {
        this.db = db;
        this.answers = answers;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    UUID open(UUID staffId, Applicant applicant, String itemKey, int itemVersion) {
        var id = ids.next();
        var now = now();
        db.insertInto(DRAFT)
                .set(DRAFT.DRAFT_ID, id)
                .set(DRAFT.STAFF_ID, staffId)
                .set(DRAFT.APPLICANT, answers.seal(id, applicant))
                .set(DRAFT.ITEM_KEY, itemKey)
                .set(DRAFT.ITEM_VERSION, itemVersion)
                .set(DRAFT.SITUATION, JSONB.valueOf("{}"))
                .set(DRAFT.FORM, answers.seal(id, new Writing(Map.of(), "")))
                .set(DRAFT.VERSION, 1)
                .set(DRAFT.CREATED_AT, now)
                .set(DRAFT.UPDATED_AT, now)
                .execute();
        return id;
    }

    /** The draft while it has not been sent, if it is this desk's. */
    Optional<WindowDraft> find(UUID id, UUID staffId) {
        return db.selectFrom(DRAFT)
                .where(DRAFT.DRAFT_ID.eq(id))
                .and(DRAFT.STAFF_ID.eq(staffId))
                .fetchOptional(
                        row ->
                                new WindowDraft(
                                        row.getDraftId(),
                                        row.getItemKey(),
                                        row.getItemVersion(),
                                        answers.applicant(id, row.getApplicant()),
                                        JSON.readValue(
                                                row.getSituation().data(),
                                                new TypeReference<>() {}),
                                        answers.writing(id, row.getForm()).typed(),
                                        row.getVersion()));
    }

    /** The desk's drafts that have not been sent, the last written first. */
    List<WindowDraft.Line> openOf(UUID staffId) {
        return db.select(DRAFT.DRAFT_ID, DRAFT.ITEM_KEY, DRAFT.ITEM_VERSION, DRAFT.UPDATED_AT)
                .from(DRAFT)
                .where(DRAFT.STAFF_ID.eq(staffId))
                .and(DRAFT.SENT_AT.isNull())
                .orderBy(DRAFT.UPDATED_AT.desc(), DRAFT.DRAFT_ID)
                .limit(MOST_SHOWN)
                .fetch(
                        row ->
                                new WindowDraft.Line(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4().toInstant()));
    }

    /** Writes what was typed. One desk writes one draft, so the last word is the right one. */
    void save(WindowDraft draft) {
        db.update(DRAFT)
                .set(DRAFT.APPLICANT, answers.seal(draft.id(), draft.applicant()))
                .set(DRAFT.SITUATION, JSONB.valueOf(JSON.writeValueAsString(draft.situation())))
                .set(DRAFT.FORM, answers.seal(draft.id(), new Writing(draft.typed(), "")))
                .set(DRAFT.VERSION, DRAFT.VERSION.plus(1))
                .set(DRAFT.UPDATED_AT, now())
                .where(DRAFT.DRAFT_ID.eq(draft.id()))
                .and(DRAFT.SENT_AT.isNull())
                .execute();
    }

    /** Keeps the draft as what the case came from. */
    void sent(UUID id) {
        db.update(DRAFT)
                .set(DRAFT.SENT_AT, now())
                .where(DRAFT.DRAFT_ID.eq(id))
                .and(DRAFT.SENT_AT.isNull())
                .execute();
    }

    List<SubmittedFile> files(UUID id) {
        return files.all(id);
    }

    /**
     * Puts a stored file into a draft.
     *
     * @return false when the draft has its {@value #MOST_FILES} files already
     */
    boolean add(UUID id, SubmittedFile file) {
        return files.add(id, file, MOST_FILES);
    }

    void remove(UUID id, UUID fileNo) {
        files.remove(id, fileNo);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
