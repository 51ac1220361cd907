package org.tongban.casework.draft;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.selectOne;
import static org.tongban.schema.Tables.DRAFT;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.casework.Pledge;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.draft.SealedAnswers.Writing;
import org.tongban.database.RowIds;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store of drafts. Whoever asks names the account, so that nobody comes to another person's
 * draft by its address.
 */
@Component
public class Drafts {

    /** An application with more papers than this is not read by anybody. */
    public static final int MOST_FILES = 30;

    /** Open drafts an account may keep; more are lost sight of. */
    public static final int MOST_DRAFTS = 50;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;
    private final SealedAnswers answers;
    private final DraftFiles files;
    private final RowIds ids;
    private final Clock clock;

    Drafts(DSLContext db, SealedAnswers answers, DraftFiles files, RowIds ids, Clock clock) {
        this.db = db;
        this.answers = answers;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a draft.
     *
     * @param typed what is known of the applicant already
     */
    public UUID open(
            UUID accountId,
            Optional<UUID> firmId,
            Applicant applicant,
            String itemKey,
            int itemVersion,
            Map<String, String> situation,
            Map<String, List<String>> typed) {
        var id = ids.next();
        insert(id, accountId, firmId, applicant, itemKey, itemVersion, situation, typed, "", false);
        return id;
    }

    /**
     * Makes a draft that becomes several cases.
     *
     * @param combined key of what makes them
     */
    public UUID openCombined(
            UUID accountId,
            Optional<UUID> firmId,
            Applicant applicant,
            String combined,
            Map<String, String> situation,
            Map<String, List<String>> typed) {
        var id = ids.next();
        insert(id, accountId, firmId, applicant, "", 0, situation, typed, combined, false);
        return id;
    }

    /**
     * Marks a draft as sent, if nobody wrote or sent it since it was read. For applications that
     * become several cases; a single case does so itself.
     *
     * @return false when somebody was faster
     */
    public boolean markSent(UUID id, int version) {
        return db.update(DRAFT)
                        .set(DRAFT.SENT_AT, now())
                        .where(DRAFT.DRAFT_ID.eq(id))
                        .and(DRAFT.VERSION.eq(version))
                        .and(DRAFT.SENT_AT.isNull())
                        .execute()
                == 1;
    }

    /**
     * Makes the draft on which corrections of a case are written, for a case that came without one
     * of the account's own; leaves one alone that is there.
     */
    public void openForCorrections(
            UUID caseId,
            UUID accountId,
            Applicant applicant,
            String itemKey,
            int itemVersion,
            Map<String, String> situation,
            Map<String, List<String>> typed) {
        insert(
                caseId,
                accountId,
                Optional.empty(),
                applicant,
                itemKey,
                itemVersion,
                situation,
                typed,
                "",
                true);
    }

    private void insert(
            UUID id,
            UUID accountId,
            Optional<UUID> firmId,
            Applicant applicant,
            String itemKey,
            int itemVersion,
            Map<String, String> situation,
            Map<String, List<String>> typed,
            String combined,
            boolean sent) {
        var now = now();
        db.insertInto(DRAFT)
                .set(DRAFT.DRAFT_ID, id)
                .set(DRAFT.ACCOUNT_ID, accountId)
                .set(DRAFT.FIRM_ID, firmId.orElse(null))
                .set(DRAFT.APPLICANT, answers.seal(id, applicant))
                .set(DRAFT.ITEM_KEY, combined.isEmpty() ? itemKey : null)
                .set(DRAFT.ITEM_VERSION, combined.isEmpty() ? itemVersion : null)
                .set(DRAFT.COMBINED, combined)
                .set(DRAFT.SITUATION, JSONB.valueOf(JSON.writeValueAsString(situation)))
                .set(DRAFT.FORM, answers.seal(id, new Writing(typed, "")))
                .set(DRAFT.VERSION, 1)
                .set(DRAFT.CREATED_AT, now)
                .set(DRAFT.UPDATED_AT, now)
                .set(DRAFT.SENT_AT, sent ? now : null)
                .onConflict(DRAFT.DRAFT_ID)
                .doNothing()
                .execute();
    }

    /** The draft, if it belongs to the account. */
    public Optional<Draft> find(UUID id, UUID accountId) {
        return found(DRAFT.DRAFT_ID.eq(id).and(DRAFT.ACCOUNT_ID.eq(accountId)));
    }

    /** The draft of a case whose reader has been checked already. */
    public Optional<Draft> ofCase(UUID caseId) {
        return found(DRAFT.DRAFT_ID.eq(caseId));
    }

    private Optional<Draft> found(Condition which) {
        return db.selectFrom(DRAFT)
                .where(which)
                .fetchOptional(
                        row -> {
                            var writing = answers.writing(row.getDraftId(), row.getForm());
                            return new Draft(
                                    row.getDraftId(),
                                    answers.applicant(row.getDraftId(), row.getApplicant()),
                                    Optional.ofNullable(row.getItemKey()).orElse(""),
                                    Optional.ofNullable(row.getItemVersion()).orElse(0),
                                    JSON.readValue(
                                            row.getSituation().data(), new TypeReference<>() {}),
                                    writing.typed(),
                                    writing.tab(),
                                    row.getVersion(),
                                    row.getUpdatedAt().toInstant(),
                                    row.getSentAt() != null,
                                    List.of(
                                            JSON.readValue(
                                                    row.getPledges().data(), Pledge[].class)),
                                    row.getCombined());
                        });
    }

    /** The account's drafts that have not been sent, the last written first. */
    public List<DraftLine> openOf(UUID accountId) {
        return db.select(
                        DRAFT.DRAFT_ID,
                        DRAFT.ITEM_KEY,
                        DRAFT.ITEM_VERSION,
                        DRAFT.UPDATED_AT,
                        DRAFT.COMBINED)
                .from(DRAFT)
                .where(DRAFT.ACCOUNT_ID.eq(accountId))
                .and(DRAFT.SENT_AT.isNull())
                .orderBy(DRAFT.UPDATED_AT.desc(), DRAFT.DRAFT_ID)
                .limit(MOST_DRAFTS)
                .fetch(
                        row ->
                                new DraftLine(
                                        row.value1(),
                                        Optional.ofNullable(row.value2()).orElse(""),
                                        Optional.ofNullable(row.value3()).orElse(0),
                                        row.value4().toInstant(),
                                        row.value5()));
    }

    /**
     * Writes the answers, if nobody wrote since the draft was read.
     *
     * @param seen as it was read
     * @return false when somebody was faster; nothing is written then
     */
    public boolean save(
            Draft seen,
            Map<String, String> situation,
            Map<String, List<String>> typed,
            String tab) {
        return db.update(DRAFT)
                        .set(DRAFT.SITUATION, JSONB.valueOf(JSON.writeValueAsString(situation)))
                        .set(DRAFT.FORM, answers.seal(seen.id(), new Writing(typed, tab)))
                        .set(DRAFT.VERSION, DRAFT.VERSION.plus(1))
                        .set(DRAFT.UPDATED_AT, now())
                        .where(DRAFT.DRAFT_ID.eq(seen.id()))
                        .and(DRAFT.VERSION.eq(seen.version()))
                        .execute()
                == 1;
    }

    /**
     * Puts down what is promised in place of a material, or takes it back when empty, if nobody
     * wrote since the draft was read.
     *
     * @return false when somebody was faster; nothing is written then
     */
    public boolean promise(Draft seen, String material, Optional<Pledge> pledge) {
        var kept = new ArrayList<>(seen.pledges());
        kept.removeIf(old -> old.material().equals(material));
        pledge.ifPresent(kept::add);
        return db.update(DRAFT)
                        .set(DRAFT.PLEDGES, JSONB.valueOf(JSON.writeValueAsString(kept)))
                        .set(DRAFT.VERSION, DRAFT.VERSION.plus(1))
                        .set(DRAFT.UPDATED_AT, now())
                        .where(DRAFT.DRAFT_ID.eq(seen.id()))
                        .and(DRAFT.VERSION.eq(seen.version()))
                        .and(DRAFT.SENT_AT.isNull())
                        .execute()
                == 1;
    }

    /** Deletes a draft that has not been sent, with its files' places in it. */
    public void delete(UUID id, UUID accountId) {
        db.deleteFrom(DRAFT)
                .where(DRAFT.DRAFT_ID.eq(id))
                .and(DRAFT.ACCOUNT_ID.eq(accountId))
                .and(DRAFT.SENT_AT.isNull())
                .execute();
    }

    /** All files of a draft, in the order in which they came. */
    public List<SubmittedFile> files(UUID id) {
        return files.all(id);
    }

    /** Files that came after sending and have not gone to the case yet: corrections. */
    public List<SubmittedFile> newFiles(UUID caseId) {
        return files.fresh(caseId);
    }

    /**
     * Puts a stored file into a draft.
     *
     * @return false when the draft has its {@value #MOST_FILES} files already
     */
    public boolean addFile(UUID id, SubmittedFile file) {
        return files.add(id, file, MOST_FILES);
    }

    /** Takes a file out of a draft; one that went to a case stays. */
    public void removeFile(UUID id, UUID fileNo) {
        files.remove(id, fileNo);
    }

    /** An id for a file that is about to be put into a draft. */
    public UUID nextFileNo() {
        return ids.next();
    }

    /** Whether the account keeps as many drafts as it may. */
    public boolean isFull(UUID accountId) {
        return db.select(count())
                .from(
                        selectOne()
                                .from(DRAFT)
                                .where(DRAFT.ACCOUNT_ID.eq(accountId))
                                .and(DRAFT.SENT_AT.isNull())
                                .limit(MOST_DRAFTS))
                .fetchOptional()
                .map(row -> row.value1() >= MOST_DRAFTS)
                .orElse(false);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
