package org.tongban.sharing.objections;

import static org.tongban.schema.Tables.DATA_OBJECTION;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.StaffPrincipal;
import org.tongban.crypto.FieldCipher;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;
import org.tongban.schema.tables.records.DataObjectionRecord;
import org.tongban.sharing.Resource;
import org.tongban.sharing.objections.Objection.Said;
import org.tongban.sharing.objections.Objection.State;
import tools.jackson.databind.json.JsonMapper;

/** Objections to what registers say, and their answers; an answer is given once. */
@Component
@LegalBasis("practice/sharing/objection")
class Objections {

    static final int PAGE = 50;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;
    private final FieldCipher cipher;
    private final RowIds ids;
    private final Clock clock;

    Objections(DSLContext db, FieldCipher cipher, RowIds ids, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
    }

    /** A person objects to what stands about them or a firm of theirs. */
    UUID raise(Resource resource, Said said, ApplicantPrincipal by) {
        return enter(
                resource, said, "person", Optional.of(by.accountId()), Optional.empty(), by.name());
    }

    /** An office objects to what it was told. */
    UUID raise(Resource resource, Said said, String agency, StaffPrincipal by) {
        return enter(resource, said, "office", Optional.empty(), Optional.of(agency), by.name());
    }

    private UUID enter(
            Resource resource,
            Said said,
            String from,
            Optional<UUID> account,
            Optional<String> agency,
            String who) {
        var id = ids.next();
        db.insertInto(DATA_OBJECTION)
                .set(DATA_OBJECTION.OBJECTION_ID, id)
                .set(DATA_OBJECTION.RESOURCE_KEY, resource.key())
                .set(DATA_OBJECTION.PROVIDER_KEY, resource.provider())
                .set(DATA_OBJECTION.RAISED_FROM, from)
                .set(DATA_OBJECTION.ACCOUNT_ID, account.orElse(null))
                .set(DATA_OBJECTION.AGENCY_KEY, agency.orElse(null))
                .set(DATA_OBJECTION.WHO, who)
                .set(
                        DATA_OBJECTION.SAID,
                        cipher.encrypt(JSON.writeValueAsString(said), context(id)))
                .set(DATA_OBJECTION.RAISED_AT, now())
                .execute();
        return id;
    }

    /**
     * The keeper of the data answers.
     *
     * @param state {@link State#CORRECTED} or {@link State#RIGHT}
     * @return false when it was answered before
     */
    boolean answer(UUID id, State state, String words, StaffPrincipal by) {
        return db.update(DATA_OBJECTION)
                        .set(DATA_OBJECTION.STATE, word(state))
                        .set(DATA_OBJECTION.ANSWERED_AT, now())
                        .set(DATA_OBJECTION.ANSWERED_BY, by.name())
                        .set(DATA_OBJECTION.ANSWER, words)
                        .where(DATA_OBJECTION.OBJECTION_ID.eq(id))
                        .and(DATA_OBJECTION.STATE.eq(word(State.OPEN)))
                        .execute()
                == 1;
    }

    Optional<Objection> find(UUID id) {
        return list(DATA_OBJECTION.OBJECTION_ID.eq(id), Optional.empty()).stream().findFirst();
    }

    /** A person's own, the last first; one more than a page when there are more. */
    List<Objection> of(UUID account, Optional<UUID> before) {
        return list(DATA_OBJECTION.ACCOUNT_ID.eq(account), before);
    }

    /** Those that some offices answer or have raised, the last first. */
    List<Objection> of(Collection<String> agencies, Optional<UUID> before) {
        return list(
                DATA_OBJECTION.PROVIDER_KEY.in(agencies).or(DATA_OBJECTION.AGENCY_KEY.in(agencies)),
                before);
    }

    private List<Objection> list(Condition which, Optional<UUID> before) {
        return db.selectFrom(DATA_OBJECTION)
                .where(which)
                .and(before.map(DATA_OBJECTION.OBJECTION_ID::lt).orElse(DSL.noCondition()))
                .orderBy(DATA_OBJECTION.OBJECTION_ID.desc())
                .limit(PAGE + 1)
                .fetch(this::objection);
    }

    private Objection objection(DataObjectionRecord row) {
        return new Objection(
                row.getObjectionId(),
                row.getResourceKey(),
                row.getProviderKey(),
                Optional.ofNullable(row.getAccountId()),
                Optional.ofNullable(row.getAgencyKey()),
                row.getWho(),
                JSON.readValue(
                        cipher.decrypt(row.getSaid(), context(row.getObjectionId())), Said.class),
                row.getRaisedAt().toInstant(),
                State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getAnsweredAt())
                        .map(
                                at ->
                                        new Objection.Answer(
                                                at.toInstant(),
                                                row.getAnsweredBy(),
                                                row.getAnswer())));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String context(UUID id) {
        return "data-objection:" + id;
    }
}
