package org.tongban.sharing.returns;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.tongban.schema.Tables.REGION_RECORD;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseContents;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.law.LegalBasis;

/**
 * What was granted, by the region that the applicant named: a picture of the cases, written from
 * the event line. Only items whose form asks for a region are in it.
 */
@Component
class RegionRecords implements Follower {

    static final int PAGE = 50;

    /** 省市县乡: the first nine figures of a code name the town. */
    private static final int TOWN_FIGURES = 9;

    private final DSLContext db;
    private final CaseContents cases;
    private final Catalogue catalogue;

    RegionRecords(DSLContext db, CaseContents cases, Catalogue catalogue) {
        this.db = db;
        this.cases = cases;
        this.catalogue = catalogue;
    }

    /** One case. */
    record Line(UUID caseId, String caseNo, String holder, String region, LocalDate decidedOn) {}

    /** Where a page begins: behind this one. */
    record Place(LocalDate decidedOn, UUID caseId) {}

    /** Of a code of a region: the town in which it lies, or which it is. */
    static String town(String region) {
        return region.substring(0, Math.min(TOWN_FIGURES, region.length()));
    }

    @Override
    public String name() {
        return "region-records";
    }

    @Override
    public boolean rebuilds() {
        return true;
    }

    @Override
    public void follow(CaseLine line) {
        if (line.event().grants()) enter(line.caseId());
        if (line.event() instanceof CaseEvent.GrantRevoked) {
            db.deleteFrom(REGION_RECORD).where(REGION_RECORD.CASE_ID.eq(line.caseId())).execute();
        }
    }

    private void enter(UUID caseId) {
        var head = cases.head(caseId).orElseThrow();
        var asked = regionField(head.itemKey(), head.itemVersion());
        if (asked.isEmpty()) return;
        var region = cases.of(caseId).orElseThrow().form().get(asked.get());
        if (!(region instanceof String code) || code.isEmpty()) return;
        db.insertInto(REGION_RECORD)
                .set(REGION_RECORD.CASE_ID, caseId)
                .set(REGION_RECORD.CASE_NO, head.caseNo())
                .set(REGION_RECORD.ITEM_KEY, head.itemKey())
                .set(REGION_RECORD.HOLDER_NAME, head.applicantName())
                .set(REGION_RECORD.REGION_CODE, code)
                .set(REGION_RECORD.TOWN, town(code))
                .set(REGION_RECORD.DECIDED_ON, head.decidedOn().orElseThrow())
                .onConflictDoNothing()
                .execute();
    }

    /** The first question of a form that asks for a region. */
    private Optional<String> regionField(String item, int version) {
        return catalogue.version(item, version).definition().fields().stream()
                .filter(field -> field.type() == FieldType.REGION)
                .map(Field::key)
                .findFirst();
    }

    /** Whether records of an item can go down at all: its form asks for a region. */
    boolean asksForRegion(String item) {
        return catalogue
                .current(item)
                .filter(
                        one ->
                                one.definition().fields().stream()
                                        .anyMatch(field -> field.type() == FieldType.REGION))
                .isPresent();
    }

    /**
     * Records of an item in a town and all that lies in it, the latest first; one more than {@value
     * #PAGE} when there are more.
     */
    @LegalBasis("practice/sharing/returned")
    List<Line> of(String item, String region, Optional<Place> after) {
        return db.selectFrom(REGION_RECORD)
                .where(REGION_RECORD.ITEM_KEY.eq(item))
                .and(REGION_RECORD.TOWN.eq(town(region)))
                .and(
                        after.map(
                                        last ->
                                                row(REGION_RECORD.DECIDED_ON, REGION_RECORD.CASE_ID)
                                                        .lt(last.decidedOn(), last.caseId()))
                                .orElse(noCondition()))
                .orderBy(REGION_RECORD.DECIDED_ON.desc(), REGION_RECORD.CASE_ID.desc())
                .limit(PAGE + 1)
                .fetch(
                        found ->
                                new Line(
                                        found.getCaseId(),
                                        found.getCaseNo(),
                                        found.getHolderName(),
                                        found.getRegionCode(),
                                        found.getDecidedOn()));
    }
}
