package org.tongban.casework.publication;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.tongban.schema.Tables.CASE_NOTICE;
import static org.tongban.schema.Tables.PUBLISHED_GRANT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.casework.CaseContents;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.Catalogue;
import org.tongban.codes.Names;
import org.tongban.law.LegalBasis;

/** The public list of grants, written from the event line. */
@Component
public class PublishedGrants implements Follower {

    public static final int PAGE = 20;

    /** 自作出决定之日起七个工作日内公示。 */
    @LegalBasis("licensing/40")
    static final int WORKING_DAYS = 7;

    /** Where a page begins: behind this one. */
    public record Place(LocalDate decidedOn, UUID caseId) {}

    private final DSLContext db;
    private final CaseContents cases;
    private final Catalogue catalogue;
    private final PlaceSettings.Source place;
    private final Clock clock;

    PublishedGrants(
            DSLContext db,
            CaseContents cases,
            Catalogue catalogue,
            PlaceSettings.Source place,
            Clock clock) {
        this.db = db;
        this.cases = cases;
        this.catalogue = catalogue;
        this.place = place;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "publication";
    }

    @Override
    public boolean rebuilds() {
        return true;
    }

    @Override
    public void follow(CaseLine line) {
        if (line.event().grants()) publish(line.caseId());
        if (line.event() instanceof CaseEvent.GrantRevoked) {
            db.update(PUBLISHED_GRANT)
                    .set(
                            PUBLISHED_GRANT.REVOKED_ON,
                            line.at().atZone(place.current().zone()).toLocalDate())
                    .where(PUBLISHED_GRANT.CASE_ID.eq(line.caseId()))
                    .execute();
        }
    }

    /** Only licences: other services are nobody's business but the person's. */
    @LegalBasis("licensing/40")
    private void publish(UUID caseId) {
        var head = cases.head(caseId).orElseThrow();
        var item = catalogue.version(head.itemKey(), head.itemVersion()).definition();
        if (!item.isLicence()) return;
        var applicant = cases.of(caseId).orElseThrow().applicant();
        var firm = applicant.kind() == Applicant.Kind.FIRM;
        var decided = head.decidedOn().orElseThrow();
        db.insertInto(PUBLISHED_GRANT)
                .set(PUBLISHED_GRANT.CASE_ID, caseId)
                .set(PUBLISHED_GRANT.NUMBER, number(caseId))
                .set(PUBLISHED_GRANT.ITEM_KEY, head.itemKey())
                .set(PUBLISHED_GRANT.ITEM_NAME, item.name())
                .set(PUBLISHED_GRANT.AGENCY_KEY, head.agency())
                .set(
                        PUBLISHED_GRANT.HOLDER,
                        firm ? applicant.name() : Names.masked(applicant.name()))
                .set(PUBLISHED_GRANT.CREDIT_CODE, firm ? applicant.number() : "")
                .set(PUBLISHED_GRANT.DECIDED_ON, decided)
                .set(
                        PUBLISHED_GRANT.PUBLISH_BY,
                        place.current().calendar().plusWorkingDays(decided, WORKING_DAYS))
                .set(PUBLISHED_GRANT.PUBLISHED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    private String number(UUID caseId) {
        return db.select(CASE_NOTICE.CONTENT)
                .from(CASE_NOTICE)
                .where(CASE_NOTICE.CASE_ID.eq(caseId))
                .and(CASE_NOTICE.KIND.eq("grant"))
                .orderBy(CASE_NOTICE.NOTICE_NO.desc())
                .limit(1)
                .fetchOptional(found -> CaseJson.readNotice(found.value1().data()).number())
                .orElse("");
    }

    /**
     * A page, the latest first; one more if there is more.
     *
     * @param agency whose grants; empty for all
     * @param creditCode of the firm they were given to; empty for all
     */
    public List<PublishedGrant> page(
            Optional<String> agency, Optional<String> creditCode, Optional<Place> after) {
        return db.selectFrom(PUBLISHED_GRANT)
                .where(agency.map(PUBLISHED_GRANT.AGENCY_KEY::eq).orElse(noCondition()))
                .and(creditCode.map(PUBLISHED_GRANT.CREDIT_CODE::eq).orElse(noCondition()))
                .and(
                        after.map(
                                        last ->
                                                row(
                                                                PUBLISHED_GRANT.DECIDED_ON,
                                                                PUBLISHED_GRANT.CASE_ID)
                                                        .lt(last.decidedOn(), last.caseId()))
                                .orElse(noCondition()))
                .orderBy(PUBLISHED_GRANT.DECIDED_ON.desc(), PUBLISHED_GRANT.CASE_ID.desc())
                .limit(PAGE + 1)
                .fetch(
                        found ->
                                new PublishedGrant(
                                        found.getCaseId(),
                                        found.getNumber(),
                                        found.getItemName(),
                                        found.getAgencyKey(),
                                        found.getHolder(),
                                        found.getCreditCode(),
                                        found.getDecidedOn(),
                                        Optional.ofNullable(found.getRevokedOn())));
    }
}
