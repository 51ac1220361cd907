package org.tongban.catalogue.life;

import static org.tongban.schema.Tables.ENTRY_ACT;
import static org.tongban.schema.Tables.ENTRY_DRAFT;
import static org.tongban.schema.Tables.ENTRY_REMARK;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.database.RowIds;
import org.tongban.schema.tables.records.EntryDraftRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts, remarks and acts in the database. */
@Component
public class DraftStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_LISTED = 200;

    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;

    public DraftStore(DSLContext db, RowIds ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One act on an entry.
     *
     * @param act key of its words
     */
    public record Act(OffsetDateTime at, String who, String act, String words) {}

    /** Stores a new draft; empty when the entry has an open one already. */
    public Optional<UUID> start(
            String itemKey,
            String baseCode,
            String agency,
            Map<String, Object> content,
            StaffPrincipal author,
            LocalDate changedOn,
            String reason) {
        var id = ids.next();
        var stored =
                db.insertInto(ENTRY_DRAFT)
                        .set(ENTRY_DRAFT.DRAFT_ID, id)
                        .set(ENTRY_DRAFT.ITEM_KEY, itemKey)
                        .set(ENTRY_DRAFT.BASE_CODE, baseCode)
                        .set(ENTRY_DRAFT.AGENCY_KEY, agency)
                        .set(ENTRY_DRAFT.STATE, DraftState.DRAFTING.word())
                        .set(ENTRY_DRAFT.VERSION, 1)
                        .set(ENTRY_DRAFT.CONTENT, json(content))
                        .set(ENTRY_DRAFT.AUTHOR_ID, author.staffId())
                        .set(ENTRY_DRAFT.CHANGED_ON, changedOn)
                        .set(ENTRY_DRAFT.REASON, reason)
                        .set(ENTRY_DRAFT.STARTED_AT, now())
                        .set(ENTRY_DRAFT.UPDATED_AT, now())
                        .onConflictDoNothing()
                        .execute();
        if (stored == 0) return Optional.empty();
        record(itemKey, Optional.of(id), author, "start", reason);
        return Optional.of(id);
    }

    public Optional<DraftFile> find(UUID draftId) {
        return db.selectFrom(ENTRY_DRAFT)
                .where(ENTRY_DRAFT.DRAFT_ID.eq(draftId))
                .fetchOptional(DraftStore::file);
    }

    /** The draft, and nobody else changes it until the transaction ends. */
    Optional<DraftFile> lock(UUID draftId) {
        return db.selectFrom(ENTRY_DRAFT)
                .where(ENTRY_DRAFT.DRAFT_ID.eq(draftId))
                .forUpdate()
                .fetchOptional(DraftStore::file);
    }

    /** The open draft of an entry. */
    public Optional<DraftFile> openOf(String itemKey) {
        return db.selectFrom(ENTRY_DRAFT)
                .where(ENTRY_DRAFT.ITEM_KEY.eq(itemKey))
                .and(isOpen())
                .fetchOptional(DraftStore::file);
    }

    /** Open drafts, those changed last first; of all agencies for a reviewer. */
    public List<DraftFile> open(StaffPrincipal staff) {
        return db.selectFrom(ENTRY_DRAFT)
                .where(isOpen())
                .and(
                        staff.wholeRegion()
                                ? DSL.noCondition()
                                : ENTRY_DRAFT.AGENCY_KEY.in(staff.agencies()))
                .orderBy(ENTRY_DRAFT.UPDATED_AT.desc(), ENTRY_DRAFT.DRAFT_ID)
                .limit(MOST_LISTED)
                .fetch(DraftStore::file);
    }

    /** Stores new content of a draft whose row is locked. */
    void keep(DraftFile draft, Map<String, Object> content, String page, StaffPrincipal by) {
        var touched = new java.util.LinkedHashMap<>(draft.touched());
        touched.put(
                page,
                new DraftFile.Touch(
                        by.staffId().toString(), by.name(), clock.instant().toString()));
        db.update(ENTRY_DRAFT)
                .set(ENTRY_DRAFT.CONTENT, json(content))
                .set(ENTRY_DRAFT.TOUCHED, JSONB.valueOf(JSON.writeValueAsString(touched)))
                .set(ENTRY_DRAFT.VERSION, draft.version() + 1)
                .set(ENTRY_DRAFT.AUTHOR_ID, by.staffId())
                .set(ENTRY_DRAFT.UPDATED_AT, now())
                .where(ENTRY_DRAFT.DRAFT_ID.eq(draft.draftId()))
                .execute();
    }

    /** Moves a draft whose row is locked, and records who did it. */
    void move(DraftFile draft, DraftRuling.Done to, DraftAct act, String words, StaffPrincipal by) {
        db.update(ENTRY_DRAFT)
                .set(ENTRY_DRAFT.STATE, to.next().word())
                .set(
                        ENTRY_DRAFT.AGREED,
                        to.agreed().stream().map(Office::word).toArray(String[]::new))
                .set(ENTRY_DRAFT.VERSION, draft.version() + 1)
                .set(ENTRY_DRAFT.UPDATED_AT, now())
                .where(ENTRY_DRAFT.DRAFT_ID.eq(draft.draftId()))
                .execute();
        record(draft.itemKey(), Optional.of(draft.draftId()), by, act.word(), words);
    }

    /** Writes one line of the entry's life. */
    public void record(
            String itemKey, Optional<UUID> draft, StaffPrincipal by, String act, String words) {
        db.insertInto(ENTRY_ACT)
                .set(ENTRY_ACT.ACT_ID, ids.next())
                .set(ENTRY_ACT.ITEM_KEY, itemKey)
                .set(ENTRY_ACT.DRAFT_ID, draft.orElse(null))
                .set(ENTRY_ACT.AT, now())
                .set(ENTRY_ACT.STAFF_ID, by.staffId())
                .set(ENTRY_ACT.WHO, by.name())
                .set(ENTRY_ACT.ACT, act)
                .set(ENTRY_ACT.WORDS, words)
                .execute();
    }

    /** What happened to an entry, the latest first. */
    public List<Act> acts(String itemKey) {
        return db.select(ENTRY_ACT.AT, ENTRY_ACT.WHO, ENTRY_ACT.ACT, ENTRY_ACT.WORDS)
                .from(ENTRY_ACT)
                .where(ENTRY_ACT.ITEM_KEY.eq(itemKey))
                .orderBy(ENTRY_ACT.AT.desc(), ENTRY_ACT.ACT_ID.desc())
                .limit(MOST_LISTED)
                .fetch(org.jooq.Records.mapping(Act::new));
    }

    /** Adds a remark. */
    void remark(UUID draftId, String path, Office office, String words, StaffPrincipal by) {
        db.insertInto(ENTRY_REMARK)
                .set(ENTRY_REMARK.REMARK_ID, ids.next())
                .set(ENTRY_REMARK.DRAFT_ID, draftId)
                .set(ENTRY_REMARK.PATH, path)
                .set(ENTRY_REMARK.OFFICE, office.word())
                .set(ENTRY_REMARK.WORDS, words)
                .set(ENTRY_REMARK.WHO, by.name())
                .set(ENTRY_REMARK.AT, now())
                .execute();
    }

    /** Answers a remark of the draft. */
    void answer(UUID draftId, UUID remarkId, String answer) {
        db.update(ENTRY_REMARK)
                .set(ENTRY_REMARK.ANSWER, answer)
                .set(ENTRY_REMARK.ANSWERED_AT, now())
                .where(ENTRY_REMARK.REMARK_ID.eq(remarkId))
                .and(ENTRY_REMARK.DRAFT_ID.eq(draftId))
                .execute();
    }

    /** The remarks on a draft in the order in which they were made. */
    public List<Remark> remarks(UUID draftId) {
        return db.selectFrom(ENTRY_REMARK)
                .where(ENTRY_REMARK.DRAFT_ID.eq(draftId))
                .orderBy(ENTRY_REMARK.AT, ENTRY_REMARK.REMARK_ID)
                .limit(MOST_LISTED)
                .fetch(
                        row ->
                                new Remark(
                                        row.getRemarkId(),
                                        row.getPath(),
                                        Office.valueOf(row.getOffice().toUpperCase(Locale.ROOT)),
                                        row.getWords(),
                                        row.getWho(),
                                        row.getAt().toInstant(),
                                        row.getAnswer(),
                                        row.getSettledAt() != null));
    }

    private static Condition isOpen() {
        return ENTRY_DRAFT.STATE.in("drafting", "reviewing", "agreed");
    }

    private static DraftFile file(EntryDraftRecord row) {
        return new DraftFile(
                row.getDraftId(),
                row.getItemKey(),
                row.getBaseCode(),
                row.getAgencyKey(),
                DraftState.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                row.getVersion(),
                JSON.readValue(
                        row.getContent().data(), new TypeReference<Map<String, Object>>() {}),
                JSON.readValue(
                        row.getTouched().data(),
                        new TypeReference<Map<String, DraftFile.Touch>>() {}),
                agreed(row.getAgreed()),
                row.getAuthorId(),
                row.getChangedOn(),
                row.getReason(),
                row.getUpdatedAt().toInstant());
    }

    private static Set<Office> agreed(String[] words) {
        return Arrays.stream(words)
                .map(word -> Office.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static JSONB json(Map<String, Object> tree) {
        return JSONB.valueOf(JSON.writeValueAsString(tree));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
