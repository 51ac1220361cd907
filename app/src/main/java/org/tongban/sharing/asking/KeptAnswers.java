package org.tongban.sharing.asking;

import static org.tongban.schema.Tables.REGISTER_ANSWER;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongban.crypto.FieldCipher;
import tools.jackson.databind.json.JsonMapper;

/**
 * What registers said lately, encrypted, as long as the resource allows it to be kept: so that one
 * application asks once and not at every page.
 */
@Component
class KeptAnswers {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long SWEEP = 10 * 60_000L;

    private final DSLContext db;
    private final FieldCipher cipher;
    private final Questions questions;
    private final Clock clock;

    /** As it is stored; without an entry the register knew of none. */
    private record Kept(@Nullable RegisterEntry entry, boolean simulated) {}

    KeptAnswers(DSLContext db, FieldCipher cipher, Questions questions, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.questions = questions;
        this.clock = clock;
    }

    /** The answer, if it may still be used. */
    Optional<Answer> find(Inquiry inquiry) {
        var subject = questions.subject(inquiry.subject());
        return db.selectFrom(REGISTER_ANSWER)
                .where(REGISTER_ANSWER.RESOURCE_KEY.eq(inquiry.resource().key()))
                .and(REGISTER_ANSWER.SUBJECT_HASH.eq(subject))
                .and(REGISTER_ANSWER.GOOD_UNTIL.gt(now()))
                .fetchOptional(
                        row ->
                                answer(
                                        JSON.readValue(
                                                cipher.decryptBytes(
                                                        row.getContent(),
                                                        context(inquiry, subject)),
                                                Kept.class),
                                        row.getAt().toInstant()));
    }

    void keep(Inquiry inquiry, Answer answer) {
        switch (answer) {
            case Answer.Known known ->
                    keep(inquiry, new Kept(known.entry(), known.simulated()), known.at());
            case Answer.None none -> keep(inquiry, new Kept(null, none.simulated()), none.at());
            case Answer.NoRight _, Answer.OutOfReach _ -> {}
        }
    }

    private void keep(Inquiry inquiry, Kept kept, Instant at) {
        var subject = questions.subject(inquiry.subject());
        var json = JSON.writeValueAsString(kept).getBytes(StandardCharsets.UTF_8);
        var until = at.plus(Duration.ofMinutes(inquiry.resource().kept()));
        db.insertInto(REGISTER_ANSWER)
                .set(REGISTER_ANSWER.RESOURCE_KEY, inquiry.resource().key())
                .set(REGISTER_ANSWER.SUBJECT_HASH, subject)
                .set(REGISTER_ANSWER.AT, at.atOffset(ZoneOffset.UTC))
                .set(REGISTER_ANSWER.GOOD_UNTIL, until.atOffset(ZoneOffset.UTC))
                .set(REGISTER_ANSWER.CONTENT, cipher.encrypt(json, context(inquiry, subject)))
                .onConflict(REGISTER_ANSWER.RESOURCE_KEY, REGISTER_ANSWER.SUBJECT_HASH)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** Throws away what may not be used any more. */
    @Scheduled(initialDelay = SWEEP, fixedDelay = SWEEP)
    void forget() {
        db.deleteFrom(REGISTER_ANSWER).where(REGISTER_ANSWER.GOOD_UNTIL.le(now())).execute();
    }

    private static Answer answer(Kept kept, Instant at) {
        var entry = kept.entry();
        return entry == null
                ? new Answer.None(at, kept.simulated())
                : new Answer.Known(entry, at, kept.simulated());
    }

    /** Copied to another row it cannot be read. */
    private static String context(Inquiry inquiry, byte[] subject) {
        return "register-answer:"
                + inquiry.resource().key()
                + ":"
                + HexFormat.of().formatHex(subject);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
