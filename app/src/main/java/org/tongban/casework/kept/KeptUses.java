package org.tongban.casework.kept;

import static org.tongban.schema.Tables.KEPT_MATERIAL_USE;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.casework.Trust;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;

/** Who was shown, opened or used what is kept. Lines are added, never changed. */
@Component
public class KeptUses {

    /** As many stand on the page of one file. */
    private static final int MOST_SHOWN = 50;

    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;

    KeptUses(DSLContext db, RowIds ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was done with it. */
    enum Way {
        OFFERED,
        OPENED,
        USED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One line.
     *
     * @param purpose in words for the holder
     * @param draft the application for which it was; becomes the case's id
     */
    record Line(
            UUID id,
            Instant at,
            String called,
            Way way,
            boolean byAnother,
            String by,
            String purpose,
            Optional<UUID> draft) {}

    /**
     * For which application.
     *
     * @param draft its id; absent: none
     * @param purpose in words for the holder
     */
    public record For(@Nullable UUID draft, String purpose) {}

    /** Notes that others than the holder are shown that it is there; once an application. */
    @LegalBasis("practice/materials/seen")
    void offered(Collection<Kept> all, Asker asker, For what) {
        if (asker.isAnother()) all.forEach(one -> enter(one, Way.OFFERED, asker, what, null));
    }

    /** Notes that it was taken into an application. */
    @LegalBasis("practice/materials/seen")
    void used(Kept kept, Asker asker, For what, UUID fileNo) {
        enter(kept, Way.USED, asker, what, fileNo);
    }

    /** Notes that somebody else than the holder opened it from the list. */
    @LegalBasis("practice/materials/seen")
    void opened(Kept kept, String by, String purpose) {
        var asker = new Asker(Asker.Kind.AGENT, by, Optional.empty(), true);
        enter(kept, Way.OPENED, asker, new For(null, purpose), null);
    }

    private void enter(Kept kept, Way way, Asker asker, For what, @Nullable UUID file) {
        db.insertInto(KEPT_MATERIAL_USE)
                .set(KEPT_MATERIAL_USE.USE_ID, ids.next())
                .set(KEPT_MATERIAL_USE.KEPT_ID, kept.id())
                .set(KEPT_MATERIAL_USE.OWNER_HASH, kept.ownerHash())
                .set(KEPT_MATERIAL_USE.CALLED, kept.called())
                .set(KEPT_MATERIAL_USE.WAY, way.word())
                .set(KEPT_MATERIAL_USE.BY_KIND, asker.kind().word())
                .set(KEPT_MATERIAL_USE.BY_NAME, asker.name())
                .set(KEPT_MATERIAL_USE.PURPOSE, what.purpose())
                .set(KEPT_MATERIAL_USE.GRADE, kept.grade().word())
                .set(KEPT_MATERIAL_USE.DRAFT_ID, what.draft())
                .set(KEPT_MATERIAL_USE.FILE_NO, file)
                .set(KEPT_MATERIAL_USE.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    /** What was done with one file, the last first. */
    List<Line> of(UUID kept) {
        return lines(KEPT_MATERIAL_USE.KEPT_ID.eq(kept), MOST_SHOWN);
    }

    /** What others did with the files of some owners, the last first. */
    List<Line> byOthers(List<byte[]> owners, UUID from, UUID before, int most) {
        return lines(
                KEPT_MATERIAL_USE
                        .OWNER_HASH
                        .in(owners)
                        .and(KEPT_MATERIAL_USE.BY_KIND.ne(Asker.Kind.SELF.word()))
                        .and(KEPT_MATERIAL_USE.USE_ID.ge(from))
                        .and(KEPT_MATERIAL_USE.USE_ID.lt(before)),
                most);
    }

    /** Of which grade files of a case were when they were taken from a store, by their number. */
    @LegalBasis("practice/materials/grade")
    public Map<UUID, Trust> grades(Collection<UUID> files) {
        if (files.isEmpty()) return Map.of();
        return db.select(KEPT_MATERIAL_USE.FILE_NO, KEPT_MATERIAL_USE.GRADE)
                .from(KEPT_MATERIAL_USE)
                .where(KEPT_MATERIAL_USE.FILE_NO.in(files))
                .fetchMap(
                        KEPT_MATERIAL_USE.FILE_NO,
                        row -> Trust.valueOf(row.value2().toUpperCase(Locale.ROOT)));
    }

    private List<Line> lines(Condition which, int most) {
        return db.selectFrom(KEPT_MATERIAL_USE)
                .where(which)
                .orderBy(KEPT_MATERIAL_USE.USE_ID.desc())
                .limit(most)
                .fetch(
                        row ->
                                new Line(
                                        row.getUseId(),
                                        row.getAt().toInstant(),
                                        row.getCalled(),
                                        Way.valueOf(row.getWay().toUpperCase(Locale.ROOT)),
                                        !row.getByKind().equals(Asker.Kind.SELF.word()),
                                        row.getByName(),
                                        row.getPurpose(),
                                        Optional.ofNullable(row.getDraftId())));
    }
}
