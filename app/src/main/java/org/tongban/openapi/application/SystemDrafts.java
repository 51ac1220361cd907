package org.tongban.openapi.application;

import static org.tongban.schema.Tables.DRAFT;
import static org.tongban.schema.Tables.DRAFT_FILE;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.access.SystemPrincipal;
import org.tongban.casework.Act.DeliveryWay;
import org.tongban.casework.Applicant;
import org.tongban.casework.SubmittedFile;
import org.tongban.catalogue.PublishedItem;
import org.tongban.crypto.FieldCipher;
import org.tongban.crypto.Keys;
import org.tongban.database.RowIds;
import org.tongban.files.StoredFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The drafts of other systems. Each is written in the name of the member of staff for whom the
 * system acts, and found again by that system alone.
 */
@Component
class SystemDrafts {

    /** More than the longest list of materials, each page a picture. */
    static final int MOST_FILES = 100;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext db;
    private final FieldCipher cipher;
    private final RowIds ids;
    private final Clock clock;

    /** The encrypted part that is known before the form: who writes, who applies. */
    private record Head(String client, Applicant applicant, DeliveryWay delivery) {}

    SystemDrafts(DSLContext db, Keys keys, RowIds ids, Clock clock) {
        this.db = db;
        this.cipher = keys.fieldCipher();
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins a draft under the item's version in force. */
    UUID begin(SystemPrincipal system, UUID staffId, PublishedItem item, DraftContent content) {
        var id = ids.next();
        db.insertInto(DRAFT)
                .set(DRAFT.DRAFT_ID, id)
                .set(DRAFT.STAFF_ID, staffId)
                .set(DRAFT.APPLICANT, head(id, system, content))
                .set(DRAFT.ITEM_KEY, item.key())
                .set(DRAFT.ITEM_VERSION, item.version())
                .set(DRAFT.SITUATION, situation(content))
                .set(DRAFT.FORM, form(id, content))
                .set(DRAFT.VERSION, 1)
                .set(DRAFT.CREATED_AT, now())
                .set(DRAFT.UPDATED_AT, now())
                .execute();
        return id;
    }

    /** The system's own draft with its files; sent ones as well. */
    Optional<SystemDraft> find(UUID id, SystemPrincipal system, UUID staffId) {
        return db.selectFrom(DRAFT)
                .where(DRAFT.DRAFT_ID.eq(id))
                .and(DRAFT.STAFF_ID.eq(staffId))
                .fetchOptional()
                .flatMap(row -> read(row, system));
    }

    /**
     * Puts new content in place of the old.
     *
     * @return false when the draft has been sent meanwhile
     */
    boolean replace(UUID id, SystemPrincipal system, DraftContent content) {
        return db.update(DRAFT)
                        .set(DRAFT.APPLICANT, head(id, system, content))
                        .set(DRAFT.SITUATION, situation(content))
                        .set(DRAFT.FORM, form(id, content))
                        .set(DRAFT.VERSION, DRAFT.VERSION.plus(1))
                        .set(DRAFT.UPDATED_AT, now())
                        .where(DRAFT.DRAFT_ID.eq(id))
                        .and(DRAFT.SENT_AT.isNull())
                        .execute()
                == 1;
    }

    /** Adds a file; empty when the draft has been sent meanwhile. */
    Optional<SubmittedFile> add(UUID id, String material, String name, StoredFile stored) {
        var file =
                new SubmittedFile(
                        ids.next(),
                        material,
                        name,
                        stored.sm3(),
                        stored.mediaType().header(),
                        stored.size());
        var added =
                db.insertInto(
                                DRAFT_FILE,
                                DRAFT_FILE.DRAFT_ID,
                                DRAFT_FILE.FILE_NO,
                                DRAFT_FILE.MATERIAL_KEY,
                                DRAFT_FILE.NAME,
                                DRAFT_FILE.SM3,
                                DRAFT_FILE.MEDIA_TYPE,
                                DRAFT_FILE.SIZE_BYTES)
                        .select(
                                DSL.select(
                                                DRAFT.DRAFT_ID,
                                                DSL.val(file.fileNo()),
                                                DSL.val(file.material()),
                                                DSL.val(file.name()),
                                                DSL.val(file.sm3()),
                                                DSL.val(file.mediaType()),
                                                DSL.val(file.size()))
                                        .from(DRAFT)
                                        .where(DRAFT.DRAFT_ID.eq(id))
                                        .and(DRAFT.SENT_AT.isNull()))
                        .execute();
        return added == 1 ? Optional.of(file) : Optional.empty();
    }

    /** Takes a file off a draft that was not sent; the content stays in the store. */
    boolean remove(UUID id, UUID fileNo) {
        return db.deleteFrom(DRAFT_FILE)
                        .where(DRAFT_FILE.DRAFT_ID.eq(id))
                        .and(DRAFT_FILE.FILE_NO.eq(fileNo))
                        .and(
                                DSL.exists(
                                        DSL.selectOne()
                                                .from(DRAFT)
                                                .where(DRAFT.DRAFT_ID.eq(id))
                                                .and(DRAFT.SENT_AT.isNull())))
                        .execute()
                == 1;
    }

    private Optional<SystemDraft> read(Record row, SystemPrincipal system) {
        var id = row.get(DRAFT.DRAFT_ID);
        var head =
                MAPPER.readValue(
                        cipher.decrypt(row.get(DRAFT.APPLICANT), context(id, "applicant")),
                        Head.class);
        if (!system.clientId().equals(head.client())) {
            return Optional.empty();
        }
        Map<String, String> situation =
                MAPPER.readValue(row.get(DRAFT.SITUATION).data(), new TypeReference<>() {});
        Map<String, List<String>> form =
                MAPPER.readValue(
                        cipher.decrypt(row.get(DRAFT.FORM), context(id, "form")),
                        new TypeReference<>() {});
        return Optional.of(
                new SystemDraft(
                        id,
                        row.get(DRAFT.ITEM_KEY),
                        row.get(DRAFT.ITEM_VERSION),
                        new DraftContent(head.applicant(), head.delivery(), situation, form),
                        files(id),
                        row.get(DRAFT.SENT_AT) != null));
    }

    private List<SubmittedFile> files(UUID id) {
        return db.selectFrom(DRAFT_FILE)
                .where(DRAFT_FILE.DRAFT_ID.eq(id))
                .orderBy(DRAFT_FILE.FILE_NO)
                .limit(MOST_FILES)
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

    private byte[] head(UUID id, SystemPrincipal system, DraftContent content) {
        var head = new Head(system.clientId(), content.applicant(), content.delivery());
        return cipher.encrypt(MAPPER.writeValueAsString(head), context(id, "applicant"));
    }

    private byte[] form(UUID id, DraftContent content) {
        return cipher.encrypt(MAPPER.writeValueAsString(content.form()), context(id, "form"));
    }

    private static JSONB situation(DraftContent content) {
        return JSONB.valueOf(MAPPER.writeValueAsString(content.situation()));
    }

    private static String context(UUID id, String column) {
        return "draft." + column + ":" + id;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
