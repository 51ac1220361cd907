package org.tongban.packages.visits;

import static org.tongban.schema.Tables.JOINT_VISIT_FILE;
import static org.tongban.schema.Tables.JOINT_VISIT_OFFICER;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.casework.Officer;
import org.tongban.casework.SubmittedFile;

/** Who goes to a joint visit, and the pictures that came back with its record. */
@Component
class VisitDetails {

    /** Of one office, or of one record: more than a form takes. */
    private static final int MOST = 100;

    private final DSLContext db;

    VisitDetails(DSLContext db) {
        this.db = db;
    }

    /** Those whom an office sends, in place of those it said before. */
    void put(UUID visit, String part, List<Officer> officers) {
        db.deleteFrom(JOINT_VISIT_OFFICER)
                .where(JOINT_VISIT_OFFICER.VISIT_ID.eq(visit))
                .and(JOINT_VISIT_OFFICER.PART_KEY.eq(part))
                .execute();
        for (var at = 0; at < officers.size(); at++) {
            var officer = officers.get(at);
            db.insertInto(JOINT_VISIT_OFFICER)
                    .set(JOINT_VISIT_OFFICER.VISIT_ID, visit)
                    .set(JOINT_VISIT_OFFICER.PART_KEY, part)
                    .set(JOINT_VISIT_OFFICER.ORDINAL, at + 1)
                    .set(JOINT_VISIT_OFFICER.STAFF_ID, UUID.fromString(officer.id()))
                    .set(JOINT_VISIT_OFFICER.NAME, officer.name())
                    .set(JOINT_VISIT_OFFICER.STAFF_NO, officer.number())
                    .set(JOINT_VISIT_OFFICER.OFFICE_NAME, officer.office())
                    .execute();
        }
    }

    /**
     * Those whom an office sends.
     *
     * @param names under which they stand where nobody said who they are: as was done once
     */
    List<Officer> officers(UUID visit, String part, String agency, String... names) {
        var known =
                db.selectFrom(JOINT_VISIT_OFFICER)
                        .where(JOINT_VISIT_OFFICER.VISIT_ID.eq(visit))
                        .and(JOINT_VISIT_OFFICER.PART_KEY.eq(part))
                        .orderBy(JOINT_VISIT_OFFICER.ORDINAL)
                        .limit(MOST)
                        .fetch(
                                row ->
                                        new Officer(
                                                row.getStaffId().toString(),
                                                row.getName(),
                                                row.getStaffNo(),
                                                agency,
                                                row.getOfficeName()));
        return known.isEmpty()
                ? Stream.of(names).map(name -> new Officer(name, name, "", agency, "")).toList()
                : known;
    }

    /** Keeps what came with the record. The content lies in the store already. */
    void keep(UUID visit, List<SubmittedFile> files) {
        for (var file : files) {
            db.insertInto(JOINT_VISIT_FILE)
                    .set(JOINT_VISIT_FILE.FILE_NO, file.fileNo())
                    .set(JOINT_VISIT_FILE.VISIT_ID, visit)
                    .set(JOINT_VISIT_FILE.NAME, file.name())
                    .set(JOINT_VISIT_FILE.SM3, file.sm3())
                    .set(JOINT_VISIT_FILE.MEDIA_TYPE, file.mediaType())
                    .set(JOINT_VISIT_FILE.SIZE_BYTES, file.size())
                    .execute();
        }
    }

    List<SubmittedFile> files(UUID visit) {
        return db.selectFrom(JOINT_VISIT_FILE)
                .where(JOINT_VISIT_FILE.VISIT_ID.eq(visit))
                .orderBy(JOINT_VISIT_FILE.FILE_NO)
                .limit(MOST)
                .fetch(
                        row ->
                                new SubmittedFile(
                                        row.getFileNo(),
                                        SubmittedFile.VISIT,
                                        row.getName(),
                                        row.getSm3(),
                                        row.getMediaType(),
                                        row.getSizeBytes()));
    }
}
