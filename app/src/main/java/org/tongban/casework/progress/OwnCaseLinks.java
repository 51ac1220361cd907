package org.tongban.casework.progress;

import static org.tongban.schema.Tables.CASE_FILE;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.accounts.CaseLinks;
import org.tongban.casework.OwnReach;
import org.tongban.codes.CaseNumber;
import org.tongban.web.Link;

/** The way from a case's id to its page, for whoever may see it. */
@Component
class OwnCaseLinks implements CaseLinks {

    private final DSLContext db;
    private final OwnReach reach;

    OwnCaseLinks(DSLContext db, OwnReach reach) {
        this.db = db;
        this.reach = reach;
    }

    @Override
    public Map<UUID, Link> of(Collection<UUID> cases, ApplicantPrincipal caller) {
        if (cases.isEmpty()) return Map.of();
        return db.select(CASE_FILE.CASE_ID, CASE_FILE.CASE_NO)
                .from(CASE_FILE)
                .where(CASE_FILE.CASE_ID.in(cases))
                .and(reach.of(caller).any())
                .fetchMap(
                        CASE_FILE.CASE_ID,
                        row ->
                                new Link(
                                        CaseNumber.of(row.value2()).printed(),
                                        "/my/cases/" + row.value2()));
    }
}
