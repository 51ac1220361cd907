package org.tongban.casework;

import static org.tongban.schema.Tables.CASE_EVENT;
import static org.tongban.schema.Tables.CASE_FILE;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.casework.line.CaseLine;

/**
 * Reads cases for modules above: by number, with the event line. Who may see what is decided there.
 */
@Component
public class CaseRegister {

    /** A case with more lines has gone round in circles; its beginning tells why. */
    private static final int MOST_LINES = 1_000;

    private final DSLContext db;

    CaseRegister(DSLContext db) {
        this.db = db;
    }

    /**
     * The case of that number. Numbers are given out once each, so there is at most one.
     *
     * @param caseNo without hyphens, as stored
     */
    public Optional<RegisteredCase> find(String caseNo) {
        return find(CASE_FILE.CASE_NO.eq(caseNo));
    }

    /** The case with that id. */
    public Optional<RegisteredCase> find(UUID caseId) {
        return find(CASE_FILE.CASE_ID.eq(caseId));
    }

    /** What has come of the cases; without those of which nothing has. */
    public Map<UUID, Outcome> outcomes(Collection<UUID> cases) {
        return db.select(CASE_FILE.CASE_ID, CASE_FILE.OUTCOME)
                .from(CASE_FILE)
                .where(CASE_FILE.CASE_ID.eq(DSL.any(cases.toArray(UUID[]::new))))
                .and(CASE_FILE.OUTCOME.isNotNull())
                .fetchMap(
                        CASE_FILE.CASE_ID,
                        row -> Outcome.valueOf(row.value2().toUpperCase(Locale.ROOT)));
    }

    /** What happened to the case, the first act first. */
    public List<CaseLine> line(UUID caseId) {
        return db.selectFrom(CASE_EVENT)
                .where(CASE_EVENT.CASE_ID.eq(caseId))
                .orderBy(CASE_EVENT.SEQ)
                .limit(MOST_LINES)
                .fetch(
                        row ->
                                new CaseLine(
                                        row.getCaseId(),
                                        row.getSeq(),
                                        row.getAt().toInstant(),
                                        row.getActorName(),
                                        CaseJson.readEvent(row.getAct(), row.getBody())));
    }

    private Optional<RegisteredCase> find(Condition which) {
        return db.select(
                        CASE_FILE.PROGRESS,
                        CASE_FILE.CHANNEL,
                        CASE_FILE.QUERY_CODE,
                        CASE_EVENT.ACTOR_ID)
                .from(CASE_FILE)
                .join(CASE_EVENT)
                .on(CASE_EVENT.CASE_ID.eq(CASE_FILE.CASE_ID))
                .and(CASE_EVENT.SEQ.eq(1))
                .where(which)
                .limit(1)
                .fetchOptional(
                        row ->
                                new RegisteredCase(
                                        CaseJson.readFile(row.value1().data()),
                                        Channel.valueOf(row.value2().toUpperCase(Locale.ROOT)),
                                        row.value3(),
                                        row.value4()));
    }
}
