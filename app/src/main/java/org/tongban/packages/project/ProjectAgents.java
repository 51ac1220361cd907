package org.tongban.packages.project;

import static org.tongban.schema.Tables.PROJECT_AGENT;
import static org.tongban.schema.Tables.PROJECT_HELP;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.database.RowIds;
import org.tongban.directory.StaffMember;
import org.tongban.schema.tables.records.ProjectAgentRecord;

/**
 * Who takes a project through its approvals, and what was done for it. Nothing of it is ever
 * changed: another agent is another row.
 */
@Component
class ProjectAgents {

    /** Projects of one agent, and lines of one project, on a page. */
    static final int MOST = 50;

    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;

    ProjectAgents(DSLContext db, RowIds ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Somebody who is, or was, the agent of a project.
     *
     * @param agency key of their office
     * @param until empty for the present one
     */
    record Agent(
            String code,
            UUID staffId,
            String name,
            String agency,
            String phone,
            Instant since,
            Optional<Instant> until) {}

    /** What an agent did. */
    record Help(Instant at, String by, String said) {}

    /** Names an agent in place of the one there is. Of two who do so at once, one comes later. */
    @Transactional
    public void assign(
            String code, StaffMember agent, String agency, String phone, StaffPrincipal by) {
        // Whoever names an agent for the same project at this moment waits here.
        db.execute("SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val(code));
        end(code);
        var next =
                db.select(DSL.count())
                        .from(PROJECT_AGENT)
                        .where(PROJECT_AGENT.PROJECT_CODE.eq(code))
                        .fetchSingle()
                        .value1();
        var row = db.newRecord(PROJECT_AGENT);
        row.setProjectCode(code);
        row.setOrdinal(next + 1);
        row.setStaffId(agent.id());
        row.setStaffName(agent.name());
        row.setAgencyKey(agency);
        row.setPhone(phone);
        row.setAssignedBy(by.staffId());
        row.setAssignedByName(by.name());
        row.setAssignedAt(now());
        row.insert();
    }

    private void end(String code) {
        db.update(PROJECT_AGENT)
                .set(PROJECT_AGENT.ENDED_AT, now())
                .where(PROJECT_AGENT.PROJECT_CODE.eq(code))
                .and(PROJECT_AGENT.ENDED_AT.isNull())
                .execute();
    }

    /** All of a project, the latest first. */
    List<Agent> of(String code) {
        return db.selectFrom(PROJECT_AGENT)
                .where(PROJECT_AGENT.PROJECT_CODE.eq(code))
                .orderBy(PROJECT_AGENT.ORDINAL.desc())
                .limit(MOST)
                .fetch(ProjectAgents::agent);
    }

    /** Whether they are the agent of the project now. */
    boolean isAgent(String code, StaffPrincipal staff) {
        return db.fetchExists(
                PROJECT_AGENT,
                PROJECT_AGENT
                        .PROJECT_CODE
                        .eq(code)
                        .and(PROJECT_AGENT.STAFF_ID.eq(staff.staffId()))
                        .and(PROJECT_AGENT.ENDED_AT.isNull()));
    }

    /** Codes of the projects of which they are the agent now, the latest first. */
    List<String> projectsOf(StaffPrincipal staff) {
        return db.select(PROJECT_AGENT.PROJECT_CODE)
                .from(PROJECT_AGENT)
                .where(PROJECT_AGENT.STAFF_ID.eq(staff.staffId()))
                .and(PROJECT_AGENT.ENDED_AT.isNull())
                .orderBy(PROJECT_AGENT.ASSIGNED_AT.desc(), PROJECT_AGENT.PROJECT_CODE)
                .limit(MOST)
                .fetch(PROJECT_AGENT.PROJECT_CODE);
    }

    /** Puts on record what was done; it stands. */
    void helped(String code, String said, StaffPrincipal staff) {
        var row = db.newRecord(PROJECT_HELP);
        row.setHelpId(ids.next());
        row.setProjectCode(code);
        row.setStaffId(staff.staffId());
        row.setStaffName(staff.name());
        row.setSaid(said);
        row.setSaidAt(now());
        row.insert();
    }

    /** What was done for a project, the latest first. */
    List<Help> helpFor(String code) {
        return db.selectFrom(PROJECT_HELP)
                .where(PROJECT_HELP.PROJECT_CODE.eq(code))
                .orderBy(PROJECT_HELP.HELP_ID.desc())
                .limit(MOST)
                .fetch(
                        row ->
                                new Help(
                                        row.getSaidAt().toInstant(),
                                        row.getStaffName(),
                                        row.getSaid()));
    }

    private static Agent agent(ProjectAgentRecord row) {
        return new Agent(
                row.getProjectCode(),
                row.getStaffId(),
                row.getStaffName(),
                row.getAgencyKey(),
                row.getPhone(),
                row.getAssignedAt().toInstant(),
                Optional.ofNullable(row.getEndedAt()).map(OffsetDateTime::toInstant));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
