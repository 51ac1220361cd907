package org.tongban.casework.kinds;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.tongban.schema.Tables.CASE_FILE;
import static org.tongban.schema.Tables.CASE_KIND;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseContents;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition.Step;

/** Which open case is of which kind, written from the event line. */
@Component
class CaseKinds implements Follower {

    static final int PAGE = 30;

    /** A page says "99+" beyond this. */
    static final int MOST_COUNTED = 99;

    /** One case of a list. */
    record Listed(
            UUID caseId,
            String agency,
            LocalDate since,
            String reason,
            String applicantName,
            CaseFile file) {}

    private final DSLContext db;
    private final CaseContents cases;
    private final Catalogue catalogue;
    private final PlaceSettings.Source place;

    CaseKinds(DSLContext db, CaseContents cases, Catalogue catalogue, PlaceSettings.Source place) {
        this.db = db;
        this.cases = cases;
        this.catalogue = catalogue;
        this.place = place;
    }

    @Override
    public String name() {
        return "kinds";
    }

    @Override
    public boolean rebuilds() {
        return true;
    }

    @Override
    public void follow(CaseLine line) {
        var on = line.at().atZone(place.current().zone()).toLocalDate();
        if (line.event() instanceof CaseEvent.Submitted) {
            enter(line.caseId(), on, Optional.empty());
        }
        Kind.plan(line.event()).ifPresent(plan -> enter(line.caseId(), on, Optional.of(plan)));
        if (line.event() instanceof CaseEvent.CorrectionsTold
                || line.event() instanceof CaseEvent.CorrectionsToldAgain) {
            turn(line.caseId(), Kind.INCOMPLETE, on, "");
        }
        if (line.event() instanceof CaseEvent.CorrectionsSupplied) {
            db.update(CASE_KIND)
                    .set(CASE_KIND.KIND, CASE_KIND.USUAL_KIND)
                    .set(CASE_KIND.SINCE, on)
                    .where(CASE_KIND.CASE_ID.eq(line.caseId()))
                    .execute();
        }
        if (line.event() instanceof CaseEvent.Transferred it) {
            db.update(CASE_KIND)
                    .set(CASE_KIND.AGENCY_KEY, it.to())
                    .where(CASE_KIND.CASE_ID.eq(line.caseId()))
                    .execute();
        }
        var returned = Kind.returned(line.event());
        if (returned.isPresent()) {
            turn(line.caseId(), Kind.RETURNED, on, returned.get());
        } else if (Kind.ends(line.event())) {
            db.deleteFrom(CASE_KIND).where(CASE_KIND.CASE_ID.eq(line.caseId())).execute();
        }
    }

    private void enter(UUID caseId, LocalDate on, Optional<Collection<String>> plan) {
        var head = cases.head(caseId).orElseThrow();
        var item = catalogue.version(head.itemKey(), head.itemVersion()).definition();
        var steps = plan.orElseGet(() -> item.steps().stream().map(Step::key).toList());
        var kind = code(Kind.of(item, steps, place.current().seats()));
        db.insertInto(CASE_KIND)
                .set(CASE_KIND.CASE_ID, caseId)
                .set(CASE_KIND.AGENCY_KEY, head.agency())
                .set(CASE_KIND.KIND, kind)
                .set(CASE_KIND.USUAL_KIND, kind)
                .set(CASE_KIND.SINCE, on)
                .set(CASE_KIND.REASON, "")
                .onConflict(CASE_KIND.CASE_ID)
                .doUpdate()
                .set(CASE_KIND.KIND, kind)
                .set(CASE_KIND.USUAL_KIND, kind)
                .set(CASE_KIND.SINCE, on)
                .execute();
    }

    private void turn(UUID caseId, Kind kind, LocalDate on, String reason) {
        db.update(CASE_KIND)
                .set(CASE_KIND.KIND, code(kind))
                .set(CASE_KIND.SINCE, on)
                .set(CASE_KIND.REASON, reason)
                .where(CASE_KIND.CASE_ID.eq(caseId))
                .execute();
    }

    /** A page of one kind, the longest there first; one more if there is more. */
    List<Listed> page(
            Kind kind,
            Collection<String> agencies,
            Optional<LocalDate> afterDay,
            Optional<UUID> afterCase) {
        var behind =
                afterDay.isPresent() && afterCase.isPresent()
                        ? row(CASE_KIND.SINCE, CASE_KIND.CASE_ID)
                                .gt(afterDay.get(), afterCase.get())
                        : noCondition();
        return db.select(
                        CASE_KIND.CASE_ID,
                        CASE_KIND.AGENCY_KEY,
                        CASE_KIND.SINCE,
                        CASE_KIND.REASON,
                        CASE_FILE.APPLICANT_NAME,
                        CASE_FILE.PROGRESS)
                .from(CASE_KIND)
                .join(CASE_FILE)
                .on(CASE_FILE.CASE_ID.eq(CASE_KIND.CASE_ID))
                .where(CASE_KIND.AGENCY_KEY.in(agencies))
                .and(CASE_KIND.KIND.eq(code(kind)))
                .and(behind)
                .orderBy(CASE_KIND.SINCE, CASE_KIND.CASE_ID)
                .limit(PAGE + 1)
                .fetch(
                        row ->
                                new Listed(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        CaseJson.readFile(row.value6().data())));
    }

    /** How many there are of each kind, in one statement, each up to one more than is said. */
    Map<Kind, Integer> counts(Collection<String> agencies) {
        var figures = new ArrayList<Field<Integer>>();
        for (var kind : Kind.values()) {
            var some =
                    select(inline(1).as("one"))
                            .from(CASE_KIND)
                            .where(CASE_KIND.AGENCY_KEY.in(agencies))
                            .and(CASE_KIND.KIND.eq(code(kind)))
                            .limit(MOST_COUNTED + 1)
                            .asTable("some");
            figures.add(field(selectCount().from(some)));
        }
        var found = db.select(figures).fetchSingle();
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        var column = 0;
        for (var kind : Kind.values()) counts.put(kind, found.get(column++, int.class));
        return counts;
    }

    static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
