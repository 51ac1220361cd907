package org.tongban.packages.visits;

import static org.tongban.schema.Tables.JOINT_VISIT;
import static org.tongban.schema.Tables.JOINT_VISIT_OFFICE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Officer;
import org.tongban.casework.SubmittedFile;
import org.tongban.database.RowIds;
import org.tongban.packages.course.PackageCase;
import org.tongban.schema.tables.records.JointVisitRecord;

/** Keeps joint visits: at most one that is still to take place for an application. */
@Component
class JointVisits {

    /** Visits of one application on its page. */
    static final int MOST = 20;

    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;
    private final VisitDetails details;

    JointVisits(DSLContext db, RowIds ids, Clock clock, VisitDetails details) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.details = details;
    }

    /** Visits of an application, the latest first. */
    List<JointVisit> of(UUID parent) {
        return db.selectFrom(JOINT_VISIT)
                .where(JOINT_VISIT.PARENT_ID.eq(parent))
                .orderBy(JOINT_VISIT.VISIT_ID.desc())
                .limit(MOST)
                .fetch(this::visit);
    }

    /**
     * Plans one, with those whom the asking office details.
     *
     * @return false when there is one already that is still to take place
     */
    @Transactional
    public boolean plan(
            UUID parent,
            LocalDate on,
            String site,
            PackageCase.Part part,
            List<Officer> officers,
            StaffPrincipal staff) {
        var id = ids.next();
        var made =
                db.insertInto(JOINT_VISIT)
                        .set(JOINT_VISIT.VISIT_ID, id)
                        .set(JOINT_VISIT.PARENT_ID, parent)
                        .set(JOINT_VISIT.PLANNED_ON, on)
                        .set(JOINT_VISIT.SITE, site)
                        .set(JOINT_VISIT.ASKED_BY, staff.staffId())
                        .set(JOINT_VISIT.ASKED_BY_NAME, staff.name())
                        .set(JOINT_VISIT.ASKED_AT, now())
                        .onConflictDoNothing()
                        .execute();
        if (made == 0) return false;
        return join(id, part, officers, staff);
    }

    /**
     * An office joins one that is still to take place; joining again changes who is sent.
     *
     * @return false when it has taken place or was called off
     */
    @Transactional
    public boolean join(
            UUID visit, PackageCase.Part part, List<Officer> officers, StaffPrincipal staff) {
        if (!locked(visit)) return false;
        var names = officers.stream().map(Officer::name).toArray(String[]::new);
        db.insertInto(JOINT_VISIT_OFFICE)
                .set(JOINT_VISIT_OFFICE.VISIT_ID, visit)
                .set(JOINT_VISIT_OFFICE.PART_KEY, part.key())
                .set(JOINT_VISIT_OFFICE.CASE_ID, part.caseId().orElseThrow())
                .set(JOINT_VISIT_OFFICE.AGENCY_KEY, part.agency())
                .set(JOINT_VISIT_OFFICE.OFFICERS, names)
                .set(JOINT_VISIT_OFFICE.JOINED_BY_NAME, staff.name())
                .set(JOINT_VISIT_OFFICE.JOINED_AT, now())
                .onConflict(JOINT_VISIT_OFFICE.VISIT_ID, JOINT_VISIT_OFFICE.PART_KEY)
                .doUpdate()
                .set(JOINT_VISIT_OFFICE.OFFICERS, names)
                .set(JOINT_VISIT_OFFICE.JOINED_BY_NAME, staff.name())
                .execute();
        details.put(visit, part.key(), officers);
        return true;
    }

    /**
     * Writes the record with its pictures, once; false when somebody else has, or it was called
     * off.
     */
    @Transactional
    public boolean record(
            UUID visit,
            LocalDate heldOn,
            String record,
            List<SubmittedFile> files,
            StaffPrincipal staff) {
        if (!locked(visit)) return false;
        details.keep(visit, files);
        db.update(JOINT_VISIT)
                .set(JOINT_VISIT.HELD_ON, heldOn)
                .set(JOINT_VISIT.RECORD, record)
                .set(JOINT_VISIT.RECORDED_BY_NAME, staff.name())
                .set(JOINT_VISIT.RECORDED_AT, now())
                .where(JOINT_VISIT.VISIT_ID.eq(visit))
                .execute();
        return true;
    }

    /** Nobody goes; what was planned stays on record. */
    @Transactional
    public boolean callOff(UUID visit) {
        if (!locked(visit)) return false;
        db.update(JOINT_VISIT)
                .set(JOINT_VISIT.CALLED_OFF_AT, now())
                .where(JOINT_VISIT.VISIT_ID.eq(visit))
                .execute();
        return true;
    }

    /** An office has put the record on the line of its case. */
    void taken(UUID visit, String part, StaffPrincipal staff) {
        db.update(JOINT_VISIT_OFFICE)
                .set(JOINT_VISIT_OFFICE.TAKEN_BY_NAME, staff.name())
                .set(JOINT_VISIT_OFFICE.TAKEN_AT, now())
                .where(JOINT_VISIT_OFFICE.VISIT_ID.eq(visit))
                .and(JOINT_VISIT_OFFICE.PART_KEY.eq(part))
                .and(JOINT_VISIT_OFFICE.TAKEN_AT.isNull())
                .execute();
    }

    /** One that is still to take place, in the hands of this transaction. */
    private boolean locked(UUID visit) {
        return db.selectFrom(JOINT_VISIT)
                .where(JOINT_VISIT.VISIT_ID.eq(visit))
                .and(JOINT_VISIT.RECORDED_AT.isNull())
                .and(JOINT_VISIT.CALLED_OFF_AT.isNull())
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    private JointVisit visit(JointVisitRecord row) {
        var on = row.getHeldOn();
        var record = row.getRecord();
        return new JointVisit(
                row.getVisitId(),
                row.getParentId(),
                row.getPlannedOn(),
                row.getSite(),
                row.getAskedBy(),
                row.getAskedByName(),
                on == null || record == null
                        ? Optional.empty()
                        : Optional.of(
                                new JointVisit.Held(
                                        on,
                                        record,
                                        Optional.ofNullable(row.getRecordedByName()).orElse(""))),
                row.getCalledOffAt() != null,
                db.selectFrom(JOINT_VISIT_OFFICE)
                        .where(JOINT_VISIT_OFFICE.VISIT_ID.eq(row.getVisitId()))
                        .orderBy(JOINT_VISIT_OFFICE.JOINED_AT, JOINT_VISIT_OFFICE.PART_KEY)
                        .fetch(
                                one ->
                                        new JointVisit.Office(
                                                one.getPartKey(),
                                                one.getCaseId(),
                                                one.getAgencyKey(),
                                                details.officers(
                                                        row.getVisitId(),
                                                        one.getPartKey(),
                                                        one.getAgencyKey(),
                                                        one.getOfficers()),
                                                Optional.ofNullable(one.getTakenByName()))),
                details.files(row.getVisitId()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
