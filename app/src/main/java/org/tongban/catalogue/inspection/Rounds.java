package org.tongban.catalogue.inspection;

import static org.tongban.schema.Tables.INSPECTION_ACT;
import static org.tongban.schema.Tables.INSPECTION_FINDING;
import static org.tongban.schema.Tables.INSPECTION_ITEM;
import static org.tongban.schema.Tables.INSPECTION_ROUND;
import static org.tongban.schema.Tables.ITEM;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.life.DraftTransitions;
import org.tongban.catalogue.life.Office;
import org.tongban.database.RowIds;

/** The rounds, from the drawing of the sample to their close. */
@Component
public class Rounds {

    /** A sample is at most so large; what people look at one by one. */
    public static final int MOST_ITEMS = 200;

    private static final int MOST_ROUNDS = 200;

    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;

    public Rounds(DSLContext db, RowIds ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A round.
     *
     * @param seed from which the sample can be drawn again
     * @param closedAt empty while it is open
     */
    public record Round(
            UUID id,
            String title,
            String seed,
            List<String> checklist,
            Instant openedAt,
            String openedBy,
            Optional<Instant> closedAt) {
        public Round {
            checklist = List.copyOf(checklist);
        }
    }

    /**
     * An item of the sample.
     *
     * @param checkedBy empty while nobody has looked at it
     */
    public record Sampled(
            String itemKey, String name, String agency, int version, String checkedBy) {

        public boolean isChecked() {
            return !checkedBy.isEmpty();
        }
    }

    /** Whether somebody inspects; the others only answer for their agency. */
    public static boolean inspects(StaffPrincipal staff) {
        return staff.has(Office.STAFFING.right()) || staff.has(Office.LAW.right());
    }

    /** The rounds, the latest first. */
    public List<Round> all() {
        return db.selectFrom(INSPECTION_ROUND)
                .orderBy(INSPECTION_ROUND.OPENED_AT.desc(), INSPECTION_ROUND.ROUND_ID)
                .limit(MOST_ROUNDS)
                .fetch(Rounds::round);
    }

    /** A round. */
    public Optional<Round> find(UUID id) {
        return db.selectFrom(INSPECTION_ROUND)
                .where(INSPECTION_ROUND.ROUND_ID.eq(id))
                .fetchOptional(Rounds::round);
    }

    /**
     * Opens a round over some items in use that nobody chooses.
     *
     * @param size from 1 to {@link #MOST_ITEMS}; fewer are drawn where there are fewer
     * @param checklist what is looked at, not empty
     */
    @Transactional
    public UUID open(String title, int size, List<String> checklist, StaffPrincipal by) {
        var id = ids.next();
        var seed = id.toString();
        db.insertInto(INSPECTION_ROUND)
                .set(INSPECTION_ROUND.ROUND_ID, id)
                .set(INSPECTION_ROUND.TITLE, title)
                .set(INSPECTION_ROUND.SEED, seed)
                .set(INSPECTION_ROUND.CHECKLIST, checklist.toArray(String[]::new))
                .set(INSPECTION_ROUND.OPENED_AT, now())
                .set(INSPECTION_ROUND.OPENED_BY, by.name())
                .execute();
        var drawn =
                db.select(ITEM.ITEM_KEY, ITEM.CURRENT_VERSION, ITEM.AGENCY_KEY)
                        .from(ITEM)
                        .where(ITEM.STATE.eq("in_use"))
                        .and(ITEM.CURRENT_VERSION.isNotNull())
                        .orderBy(
                                DSL.field(
                                        "md5({0} || {1})",
                                        String.class, DSL.val(seed), ITEM.ITEM_KEY),
                                ITEM.ITEM_KEY)
                        .limit(Math.clamp(size, 1, MOST_ITEMS))
                        .fetch();
        var place = 0;
        for (var item : drawn) {
            db.insertInto(INSPECTION_ITEM)
                    .set(INSPECTION_ITEM.ROUND_ID, id)
                    .set(INSPECTION_ITEM.ITEM_KEY, item.value1())
                    .set(INSPECTION_ITEM.VERSION, item.value2())
                    .set(INSPECTION_ITEM.AGENCY_KEY, item.value3())
                    .set(INSPECTION_ITEM.PLACE, place++)
                    .execute();
        }
        return id;
    }

    /**
     * The sample in the order in which it was drawn; of one's own agency for who does not inspect.
     */
    public List<Sampled> sample(UUID round, StaffPrincipal seenBy) {
        return db.select(
                        INSPECTION_ITEM.ITEM_KEY,
                        ITEM.NAME,
                        INSPECTION_ITEM.AGENCY_KEY,
                        INSPECTION_ITEM.VERSION,
                        DSL.coalesce(INSPECTION_ITEM.CHECKED_BY, ""))
                .from(INSPECTION_ITEM)
                .join(ITEM)
                .on(ITEM.ITEM_KEY.eq(INSPECTION_ITEM.ITEM_KEY))
                .where(INSPECTION_ITEM.ROUND_ID.eq(round))
                .and(
                        inspects(seenBy)
                                ? DSL.noCondition()
                                : INSPECTION_ITEM.AGENCY_KEY.in(seenBy.agencies()))
                .orderBy(INSPECTION_ITEM.PLACE)
                .limit(MOST_ITEMS)
                .fetch(org.jooq.Records.mapping(Sampled::new));
    }

    /** The findings of a round, item by item in the order of the checklist. */
    public List<Finding> findings(UUID round) {
        var acts =
                db.select(
                                INSPECTION_ACT.FINDING_ID,
                                INSPECTION_ACT.AT,
                                INSPECTION_ACT.WHO,
                                INSPECTION_ACT.ACT,
                                INSPECTION_ACT.WORDS)
                        .from(INSPECTION_ACT)
                        .join(INSPECTION_FINDING)
                        .on(INSPECTION_FINDING.FINDING_ID.eq(INSPECTION_ACT.FINDING_ID))
                        .where(INSPECTION_FINDING.ROUND_ID.eq(round))
                        .orderBy(INSPECTION_ACT.FINDING_ID, INSPECTION_ACT.ACT_NO)
                        .fetchGroups(
                                INSPECTION_ACT.FINDING_ID,
                                row ->
                                        new Finding.Said(
                                                row.value2().toInstant(),
                                                row.value3(),
                                                row.value4(),
                                                row.value5()));
        return db.selectFrom(INSPECTION_FINDING)
                .where(INSPECTION_FINDING.ROUND_ID.eq(round))
                .orderBy(INSPECTION_FINDING.ITEM_KEY, INSPECTION_FINDING.POINT)
                .fetch(
                        row ->
                                new Finding(
                                        row.getFindingId(),
                                        row.getItemKey(),
                                        row.getPoint(),
                                        Finding.State.of(row.getState()),
                                        acts.getOrDefault(row.getFindingId(), List.of())));
    }

    /**
     * Records what was found of an item: every point has been looked at.
     *
     * @param faults by point of the checklist, what is not right
     * @return whether it was recorded: the round is open and nobody has done it before
     */
    @Transactional
    public boolean check(
            UUID round, String itemKey, Map<Integer, String> faults, StaffPrincipal by) {
        if (!inspects(by) || !isOpen(round)) return false;
        var taken =
                db.update(INSPECTION_ITEM)
                        .set(INSPECTION_ITEM.CHECKED_AT, now())
                        .set(INSPECTION_ITEM.CHECKED_BY, by.name())
                        .where(INSPECTION_ITEM.ROUND_ID.eq(round))
                        .and(INSPECTION_ITEM.ITEM_KEY.eq(itemKey))
                        .and(INSPECTION_ITEM.CHECKED_AT.isNull())
                        .execute();
        if (taken == 0) return false;
        faults.forEach(
                (point, words) -> {
                    var id = ids.next();
                    db.insertInto(INSPECTION_FINDING)
                            .set(INSPECTION_FINDING.FINDING_ID, id)
                            .set(INSPECTION_FINDING.ROUND_ID, round)
                            .set(INSPECTION_FINDING.ITEM_KEY, itemKey)
                            .set(INSPECTION_FINDING.POINT, point)
                            .set(INSPECTION_FINDING.STATE, Finding.State.ASSIGNED.word())
                            .execute();
                    say(id, "assign", words, by);
                });
        return true;
    }

    /**
     * Answers, returns or settles a finding.
     *
     * @param words not blank
     * @return whether it was done: it is that side's turn, and the person belongs to that side
     */
    @Transactional
    public boolean act(UUID round, UUID finding, Finding.Act act, String words, StaffPrincipal by) {
        if (words.isBlank() || !isOpen(round)) return false;
        var known =
                db.select(INSPECTION_FINDING.STATE, INSPECTION_ITEM.AGENCY_KEY)
                        .from(INSPECTION_FINDING)
                        .join(INSPECTION_ITEM)
                        .on(INSPECTION_ITEM.ROUND_ID.eq(INSPECTION_FINDING.ROUND_ID))
                        .and(INSPECTION_ITEM.ITEM_KEY.eq(INSPECTION_FINDING.ITEM_KEY))
                        .where(INSPECTION_FINDING.FINDING_ID.eq(finding))
                        .and(INSPECTION_FINDING.ROUND_ID.eq(round))
                        .forUpdate()
                        .of(INSPECTION_FINDING)
                        .fetchOptional();
        if (known.isEmpty() || !act.isOpenFrom(Finding.State.of(known.get().value1()))) {
            return false;
        }
        var isTheirs =
                act == Finding.Act.ANSWER ? answersFor(by, known.get().value2()) : inspects(by);
        if (!isTheirs) return false;
        db.update(INSPECTION_FINDING)
                .set(INSPECTION_FINDING.STATE, act.to().word())
                .where(INSPECTION_FINDING.FINDING_ID.eq(finding))
                .execute();
        say(finding, act.word(), words, by);
        return true;
    }

    /** Whether somebody answers for an agency. */
    public static boolean answersFor(StaffPrincipal staff, String agency) {
        return staff.has(DraftTransitions.DRAFT) && staff.agencies().contains(agency);
    }

    /** What still has to be done before a round can be closed. */
    public record Open(int unchecked, int unsettled) {
        public boolean isNothing() {
            return unchecked == 0 && unsettled == 0;
        }
    }

    /** What is open of a round. */
    public Open open(UUID round) {
        return new Open(
                db.fetchCount(
                        INSPECTION_ITEM,
                        INSPECTION_ITEM
                                .ROUND_ID
                                .eq(round)
                                .and(INSPECTION_ITEM.CHECKED_AT.isNull())),
                db.fetchCount(
                        INSPECTION_FINDING,
                        INSPECTION_FINDING
                                .ROUND_ID
                                .eq(round)
                                .and(INSPECTION_FINDING.STATE.ne(Finding.State.SETTLED.word()))));
    }

    /**
     * Closes a round.
     *
     * @return what is still open; nothing when it was closed
     */
    @Transactional
    public Open close(UUID round, StaffPrincipal by) {
        db.selectOne()
                .from(INSPECTION_ROUND)
                .where(INSPECTION_ROUND.ROUND_ID.eq(round))
                .forUpdate()
                .fetchSingle();
        var open = open(round);
        if (open.isNothing() && inspects(by)) {
            db.update(INSPECTION_ROUND)
                    .set(INSPECTION_ROUND.CLOSED_AT, now())
                    .set(INSPECTION_ROUND.CLOSED_BY, by.name())
                    .where(INSPECTION_ROUND.ROUND_ID.eq(round))
                    .and(INSPECTION_ROUND.CLOSED_AT.isNull())
                    .execute();
        }
        return open;
    }

    private boolean isOpen(UUID round) {
        // Shared: a round is not closed while somebody writes into it.
        return db.selectOne()
                .from(INSPECTION_ROUND)
                .where(INSPECTION_ROUND.ROUND_ID.eq(round))
                .and(INSPECTION_ROUND.CLOSED_AT.isNull())
                .forShare()
                .fetchOptional()
                .isPresent();
    }

    /** The finding is new or its row is locked: its acts are numbered without gaps. */
    private void say(UUID finding, String act, String words, StaffPrincipal by) {
        db.insertInto(INSPECTION_ACT)
                .set(INSPECTION_ACT.FINDING_ID, finding)
                .set(
                        INSPECTION_ACT.ACT_NO,
                        db.fetchCount(INSPECTION_ACT, INSPECTION_ACT.FINDING_ID.eq(finding)) + 1)
                .set(INSPECTION_ACT.AT, now())
                .set(INSPECTION_ACT.WHO, by.name())
                .set(INSPECTION_ACT.ACT, act)
                .set(INSPECTION_ACT.WORDS, words)
                .execute();
    }

    private static Round round(org.tongban.schema.tables.records.InspectionRoundRecord row) {
        @Nullable OffsetDateTime closed = row.getClosedAt();
        return new Round(
                row.getRoundId(),
                row.getTitle(),
                row.getSeed(),
                new ArrayList<>(List.of(row.getChecklist())),
                row.getOpenedAt().toInstant(),
                row.getOpenedBy(),
                Optional.ofNullable(closed).map(OffsetDateTime::toInstant));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
