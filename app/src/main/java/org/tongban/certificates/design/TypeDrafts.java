package org.tongban.certificates.design;

import static org.tongban.schema.Tables.CERTIFICATE_TYPE;
import static org.tongban.schema.Tables.CERTIFICATE_TYPE_DRAFT;
import static org.tongban.schema.Tables.CERTIFICATE_TYPE_VERSION;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.KnownTypes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts of types, and the versions that came of them. */
@Component
class TypeDrafts {

    private static final TypeReference<Map<String, String>> BOXES = new TypeReference<>() {};

    private static final int MOST_VERSIONS = 100;

    /** As packs write them: what is absent is not there. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private final DSLContext db;
    private final KnownTypes types;
    private final Clock clock;

    /** One version that was published. */
    record Version(int number, Instant at, String by, String why) {}

    TypeDrafts(DSLContext db, KnownTypes types, Clock clock) {
        this.db = db;
        this.types = types;
        this.clock = clock;
    }

    Optional<TypedType> find(String key) {
        return db.select(CERTIFICATE_TYPE_DRAFT.TYPED)
                .from(CERTIFICATE_TYPE_DRAFT)
                .where(CERTIFICATE_TYPE_DRAFT.TYPE_KEY.eq(key))
                .fetchOptional(row -> TypedType.of(JSON.readValue(row.value1().data(), BOXES)));
    }

    /** Keeps what was typed, right or wrong, and who had a hand in it. */
    void keep(String key, TypedType typed, StaffPrincipal by) {
        var before = designers(key).stream().filter(one -> !one.equals(by.login()));
        var hands = Stream.concat(before, Stream.of(by.login())).toArray(String[]::new);
        db.insertInto(CERTIFICATE_TYPE_DRAFT)
                .set(CERTIFICATE_TYPE_DRAFT.TYPE_KEY, key)
                .set(
                        CERTIFICATE_TYPE_DRAFT.TYPED,
                        JSONB.valueOf(JSON.writeValueAsString(typed.boxes())))
                .set(CERTIFICATE_TYPE_DRAFT.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(CERTIFICATE_TYPE_DRAFT.CHANGED_BY, by.name())
                .set(CERTIFICATE_TYPE_DRAFT.DESIGNERS, hands)
                .onConflict(CERTIFICATE_TYPE_DRAFT.TYPE_KEY)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** The logins of all who have changed a draft, one after the other. */
    List<String> designers(String key) {
        return db.select(CERTIFICATE_TYPE_DRAFT.DESIGNERS)
                .from(CERTIFICATE_TYPE_DRAFT)
                .where(CERTIFICATE_TYPE_DRAFT.TYPE_KEY.eq(key))
                .fetchOptional(row -> List.of(row.value1()))
                .orElse(List.of());
    }

    void drop(String key) {
        db.deleteFrom(CERTIFICATE_TYPE_DRAFT)
                .where(CERTIFICATE_TYPE_DRAFT.TYPE_KEY.eq(key))
                .execute();
    }

    /** Types that exist as drafts only, by key. */
    List<String> fresh() {
        return db.select(CERTIFICATE_TYPE_DRAFT.TYPE_KEY)
                .from(CERTIFICATE_TYPE_DRAFT)
                .leftJoin(CERTIFICATE_TYPE)
                .on(CERTIFICATE_TYPE.TYPE_KEY.eq(CERTIFICATE_TYPE_DRAFT.TYPE_KEY))
                .where(CERTIFICATE_TYPE.TYPE_KEY.isNull())
                .orderBy(CERTIFICATE_TYPE_DRAFT.TYPE_KEY)
                .limit(MOST_VERSIONS)
                .fetch(CERTIFICATE_TYPE_DRAFT.TYPE_KEY);
    }

    /**
     * Puts a type into force. Certificates that are there stay on the version they were made under.
     *
     * @param type without faults; ask {@link TypeCheck} first
     * @return its version
     */
    @Transactional
    public int publish(CertificateType type, String why, StaffPrincipal by) {
        var definition = JSONB.valueOf(JSON.writeValueAsString(type));
        var version =
                db.insertInto(CERTIFICATE_TYPE)
                        .set(CERTIFICATE_TYPE.TYPE_KEY, type.key())
                        .set(CERTIFICATE_TYPE.NAME, type.name())
                        .set(CERTIFICATE_TYPE.TYPE_CODE, type.typeCode())
                        .set(CERTIFICATE_TYPE.VALID_YEARS, type.validYears())
                        .set(CERTIFICATE_TYPE.DEFINITION, definition)
                        .onConflict(CERTIFICATE_TYPE.TYPE_KEY)
                        .doUpdate()
                        .set(CERTIFICATE_TYPE.NAME, type.name())
                        .set(CERTIFICATE_TYPE.TYPE_CODE, type.typeCode())
                        .set(CERTIFICATE_TYPE.VALID_YEARS, type.validYears())
                        .set(CERTIFICATE_TYPE.DEFINITION, definition)
                        .set(CERTIFICATE_TYPE.VERSION, CERTIFICATE_TYPE.VERSION.plus(1))
                        .returning(CERTIFICATE_TYPE.VERSION)
                        .fetchSingle(CERTIFICATE_TYPE.VERSION);
        db.insertInto(CERTIFICATE_TYPE_VERSION)
                .set(CERTIFICATE_TYPE_VERSION.TYPE_KEY, type.key())
                .set(CERTIFICATE_TYPE_VERSION.VERSION, version)
                .set(CERTIFICATE_TYPE_VERSION.DEFINITION, definition)
                .set(
                        CERTIFICATE_TYPE_VERSION.PUBLISHED_AT,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .set(CERTIFICATE_TYPE_VERSION.PUBLISHED_BY, by.name())
                .set(CERTIFICATE_TYPE_VERSION.WHY, why)
                .execute();
        drop(type.key());
        types.changed(type.key());
        return version;
    }

    /** The versions of a type, the last first. */
    List<Version> versions(String key) {
        return db.selectFrom(CERTIFICATE_TYPE_VERSION)
                .where(CERTIFICATE_TYPE_VERSION.TYPE_KEY.eq(key))
                .orderBy(CERTIFICATE_TYPE_VERSION.VERSION.desc())
                .limit(MOST_VERSIONS)
                .fetch(
                        row ->
                                new Version(
                                        row.getVersion(),
                                        row.getPublishedAt().toInstant(),
                                        row.getPublishedBy(),
                                        row.getWhy()));
    }
}
