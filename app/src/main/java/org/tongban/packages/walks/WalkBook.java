package org.tongban.packages.walks;

import static org.tongban.schema.Tables.PACKAGE_WALK;
import static org.tongban.schema.Tables.PACKAGE_WALK_FINDING;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.database.RowIds;
import org.tongban.packages.PublishedPackage;
import org.tongban.schema.tables.records.PackageWalkFindingRecord;
import org.tongban.schema.tables.records.PackageWalkRecord;

/** Keeps walks with their findings and answers. */
@Component
class WalkBook {

    /** Walks on one page; a package is walked through a few times a year. */
    static final int MOST = 50;

    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;

    WalkBook(DSLContext db, RowIds ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes one down; it is not changed afterwards. */
    @Transactional
    public void keep(PublishedPackage pack, Walk walk, StaffPrincipal staff) {
        var row = db.newRecord(PACKAGE_WALK);
        var id = ids.next();
        row.setWalkId(id);
        row.setPackageKey(pack.key());
        row.setPackageVersion(pack.version());
        row.setWalkedOn(walk.on());
        row.setWay(walk.way().name().toLowerCase(Locale.ROOT));
        row.setMinutes(walk.minutes());
        row.setStaffId(staff.staffId());
        row.setStaffName(staff.name());
        row.setWrittenAt(now());
        row.insert();
        for (var finding : walk.findings()) {
            var found = db.newRecord(PACKAGE_WALK_FINDING);
            found.setWalkId(id);
            found.setOrdinal(finding.ordinal());
            found.setWhat(finding.what());
            found.insert();
        }
    }

    /** Walks through a package, the latest first. */
    List<Walk> of(String packageKey) {
        return db.selectFrom(PACKAGE_WALK)
                .where(PACKAGE_WALK.PACKAGE_KEY.eq(packageKey))
                .orderBy(PACKAGE_WALK.WALKED_ON.desc(), PACKAGE_WALK.WALK_ID)
                .limit(MOST)
                .fetch(this::walk);
    }

    /**
     * Answers a finding of a package; what was answered stands.
     *
     * @return false when there is no such finding, or it has an answer already
     */
    boolean answer(String packageKey, UUID walk, int ordinal, String text, StaffPrincipal staff) {
        return db.update(PACKAGE_WALK_FINDING)
                        .set(PACKAGE_WALK_FINDING.ANSWER, text)
                        .set(PACKAGE_WALK_FINDING.ANSWERED_BY, staff.name())
                        .set(PACKAGE_WALK_FINDING.ANSWERED_AT, now())
                        .where(PACKAGE_WALK_FINDING.WALK_ID.eq(walk))
                        .and(PACKAGE_WALK_FINDING.ORDINAL.eq(ordinal))
                        .and(PACKAGE_WALK_FINDING.ANSWER.isNull())
                        .andExists(
                                db.selectOne()
                                        .from(PACKAGE_WALK)
                                        .where(PACKAGE_WALK.WALK_ID.eq(walk))
                                        .and(PACKAGE_WALK.PACKAGE_KEY.eq(packageKey)))
                        .execute()
                == 1;
    }

    private Walk walk(PackageWalkRecord row) {
        return new Walk(
                row.getWalkId(),
                row.getWalkedOn(),
                Walk.Way.valueOf(row.getWay().toUpperCase(Locale.ROOT)),
                row.getMinutes(),
                row.getStaffName(),
                db.selectFrom(PACKAGE_WALK_FINDING)
                        .where(PACKAGE_WALK_FINDING.WALK_ID.eq(row.getWalkId()))
                        .orderBy(PACKAGE_WALK_FINDING.ORDINAL)
                        .fetch(WalkBook::finding));
    }

    private static Walk.Finding finding(PackageWalkFindingRecord row) {
        return new Walk.Finding(
                row.getOrdinal(),
                row.getWhat(),
                Optional.ofNullable(row.getAnswer())
                        .map(
                                text ->
                                        new Walk.Answer(
                                                text,
                                                Optional.ofNullable(row.getAnsweredBy()).orElse(""),
                                                Optional.ofNullable(row.getAnsweredAt())
                                                        .map(OffsetDateTime::toInstant)
                                                        .orElseThrow())));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
