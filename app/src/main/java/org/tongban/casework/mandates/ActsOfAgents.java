package org.tongban.casework.mandates;

import static org.tongban.schema.Tables.ACCOUNT;
import static org.tongban.schema.Tables.CASE_EVENT;
import static org.tongban.schema.Tables.CASE_FILE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.Mandate;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casework;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.crypto.Keys;

/**
 * What an agent did on the cases of whoever asked them, read from the line of the cases itself: it
 * cannot be otherwise than what happened.
 */
@Component
class ActsOfAgents {

    /** The last ones; each leads to its case, where all stand. */
    static final int MOST = 50;

    private final DSLContext db;
    private final Accounts accounts;
    private final Keys keys;

    ActsOfAgents(DSLContext db, Accounts accounts, Keys keys) {
        this.db = db;
        this.accounts = accounts;
        this.keys = keys;
    }

    /** One act. */
    record Done(Instant at, CaseEvent event, String itemKey, String caseNo) {}

    /** What was done under a mandate, from its first moment to its last, the latest first. */
    List<Done> under(Mandate mandate) {
        var number =
                switch (mandate.giver()) {
                    case Mandate.Giver.OfPerson(var person) ->
                            accounts.privatePartOf(person.id()).orElseThrow().idNumber();
                    case Mandate.Giver.OfFirm(var firm) -> firm.creditCode();
                };
        var from = CASE_EVENT.AT.ge(mandate.givenAt().atOffset(ZoneOffset.UTC));
        var until =
                mandate.end()
                        .map(end -> CASE_EVENT.AT.le(end.at().atOffset(ZoneOffset.UTC)))
                        .orElseGet(DSL::noCondition);
        return db.select(
                        CASE_EVENT.AT,
                        CASE_EVENT.ACT,
                        CASE_EVENT.BODY,
                        CASE_FILE.ITEM_KEY,
                        CASE_FILE.CASE_NO)
                .from(CASE_FILE)
                .join(CASE_EVENT)
                .on(CASE_EVENT.CASE_ID.eq(CASE_FILE.CASE_ID))
                .join(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(mandate.agent().id()))
                .where(
                        CASE_FILE.APPLICANT_HASH.eq(
                                keys.lookupHash().of(number, Casework.APPLICANT)))
                .and(CASE_EVENT.ACTOR_KIND.eq("applicant"))
                .and(CASE_EVENT.ACTOR_ID.eq(ACCOUNT.ACCOUNT_ID.cast(String.class)))
                .and(from)
                .and(until)
                .orderBy(CASE_EVENT.AT.desc(), CASE_EVENT.CASE_ID, CASE_EVENT.SEQ)
                .limit(MOST)
                .fetch(
                        row ->
                                new Done(
                                        row.value1().toInstant(),
                                        CaseJson.readEvent(row.value2(), row.value3()),
                                        row.value4(),
                                        row.value5()));
    }
}
