package org.tongban.catalogue.life;

import static org.tongban.schema.Tables.ENTRY_DELEGATION;
import static org.tongban.schema.Tables.ITEM;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.ItemPublished;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.publish.PublishItem;
import org.tongban.catalogue.publish.Terms;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import org.tongban.directory.Post;

/**
 * Hands entries down to a lower level and takes them back (下放、承接、上收, A3). From the day on the
 * taker's own entry takes new cases and the giver's none; cases under way are finished where they
 * were accepted.
 */
@Component
public class Delegation {

    /** 行使层级 of a town. */
    private static final int TOWN = 5;

    private final DSLContext db;
    private final Catalogue catalogue;
    private final BaseList bases;
    private final PublishItem publish;
    private final Directory directory;
    private final DraftStore acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public Delegation(
            DSLContext db,
            Catalogue catalogue,
            BaseList bases,
            PublishItem publish,
            Directory directory,
            DraftStore acts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.catalogue = catalogue;
        this.bases = bases;
        this.publish = publish;
        this.directory = directory;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One agency that has, or had, an entry.
     *
     * @param until from this day it has it no more; empty while it has
     */
    public record Taken(
            String agency,
            String takenAs,
            LocalDate from,
            String reason,
            String by,
            Optional<LocalDate> until,
            String backReason) {}

    /** What came of it; the reasons of a refusal are in the order in which a page tells them. */
    public sealed interface Outcome {

        /** Done: how many entries there are now. */
        record Done(int entries) implements Outcome {}

        /** The entry is not in use, or is delegated already. */
        record NotInUse() implements Outcome {}

        /** The base list does not let towns carry it out. */
        record LevelNotAllowed() implements Outcome {}

        /** Nobody was named who could take it over. */
        record NobodyNamed() implements Outcome {}

        /**
         * An agency has no post for a step.
         *
         * @param right of the post that is missing
         */
        record NoPost(String agency, String right) implements Outcome {}

        /** A day that has passed. */
        record DayPassed() implements Outcome {}

        /** Taking back is not planned ahead: both would take cases until then. */
        record OnlyToday() implements Outcome {}

        /** Nothing is delegated that could be taken back. */
        record NothingDelegated() implements Outcome {}
    }

    /** The agencies of lower levels. */
    public List<Agency> takers() {
        return directory.current().agencies().stream()
                .filter(agency -> agency.kind() == Agency.Kind.TOWN)
                .toList();
    }

    /** To whom an entry was delegated, the latest first. */
    public List<Taken> of(String itemKey) {
        return db.selectFrom(ENTRY_DELEGATION)
                .where(ENTRY_DELEGATION.ITEM_KEY.eq(itemKey))
                .orderBy(ENTRY_DELEGATION.FROM_DAY.desc(), ENTRY_DELEGATION.AGENCY_KEY)
                .fetch(
                        row ->
                                new Taken(
                                        row.getAgencyKey(),
                                        row.getTakenAs(),
                                        row.getFromDay(),
                                        row.getReason(),
                                        row.getByWhom(),
                                        Optional.ofNullable(row.getUntilDay()),
                                        Optional.ofNullable(row.getBackReason()).orElse("")));
    }

    /** Whether an entry is delegated at the moment. */
    public boolean isDelegated(String itemKey) {
        return of(itemKey).stream().anyMatch(taken -> taken.until().isEmpty());
    }

    /**
     * Hands an entry down, all of it or nothing.
     *
     * @param to keys of the agencies that take it over
     * @param reason not blank
     */
    @Transactional
    public Outcome delegate(
            String itemKey, List<String> to, LocalDate from, String reason, StaffPrincipal by) {
        if (from.isBefore(LegalToday.of(clock))) return new Outcome.DayPassed();
        lock(itemKey);
        var item = catalogue.current(itemKey).map(known -> known.definition());
        if (item.isEmpty() || isDelegated(itemKey)) return new Outcome.NotInUse();
        if (!mayBeOf(item.get(), TOWN)) return new Outcome.LevelNotAllowed();
        var takers = takers().stream().filter(agency -> to.contains(agency.key())).toList();
        if (takers.isEmpty()) return new Outcome.NobodyNamed();
        var entries = new ArrayList<ItemDefinition>();
        for (var taker : takers) {
            switch (takenOver(item.get(), taker)) {
                case Made(var entry) -> entries.add(entry);
                case Lacks(var right) -> {
                    return new Outcome.NoPost(taker.name(), right);
                }
            }
        }
        var terms =
                new Terms(from, Terms.Cause.DELEGATED, reason, Optional.of(LegalToday.of(clock)));
        for (var entry : entries) {
            publish.publish(entry, placeInList(entry.key(), entry.agency()), terms);
            takesCases(entry.key());
            db.insertInto(ENTRY_DELEGATION)
                    .set(ENTRY_DELEGATION.ITEM_KEY, itemKey)
                    .set(ENTRY_DELEGATION.AGENCY_KEY, entry.agency())
                    .set(ENTRY_DELEGATION.TAKEN_AS, entry.key())
                    .set(ENTRY_DELEGATION.FROM_DAY, from)
                    .set(ENTRY_DELEGATION.REASON, reason)
                    .set(ENTRY_DELEGATION.BY_WHOM, by.name())
                    .execute();
        }
        ends(List.of(itemKey), from);
        acts.record(itemKey, Optional.empty(), by, "delegate", reason);
        events.publishEvent(new ItemPublished(itemKey, 0));
        return new Outcome.Done(entries.size());
    }

    /**
     * Takes an entry back from everybody who has it.
     *
     * @param from today
     * @param reason not blank
     */
    @Transactional
    public Outcome takeBack(String itemKey, LocalDate from, String reason, StaffPrincipal by) {
        if (!from.equals(LegalToday.of(clock))) return new Outcome.OnlyToday();
        lock(itemKey);
        var open = of(itemKey).stream().filter(taken -> taken.until().isEmpty()).toList();
        if (open.isEmpty()) return new Outcome.NothingDelegated();
        // A delegation that has not begun yet ends on the day on which it would have begun.
        db.update(ENTRY_DELEGATION)
                .set(
                        ENTRY_DELEGATION.UNTIL_DAY,
                        DSL.greatest(DSL.val(from), ENTRY_DELEGATION.FROM_DAY))
                .set(ENTRY_DELEGATION.BACK_REASON, reason)
                .set(ENTRY_DELEGATION.BACK_BY, by.name())
                .where(ENTRY_DELEGATION.ITEM_KEY.eq(itemKey))
                .and(ENTRY_DELEGATION.UNTIL_DAY.isNull())
                .execute();
        ends(open.stream().map(Taken::takenAs).toList(), from);
        var whole = whole(itemKey);
        publish.publish(
                whole,
                placeInList(itemKey, whole.agency()),
                new Terms(from, Terms.Cause.DELEGATED, reason, Optional.of(LegalToday.of(clock))));
        takesCases(itemKey);
        open.forEach(
                taken -> acts.record(taken.takenAs(), Optional.empty(), by, "handed-back", reason));
        acts.record(itemKey, Optional.empty(), by, "take-back", reason);
        events.publishEvent(new ItemPublished(itemKey, 0));
        return new Outcome.Done(open.size());
    }

    private ItemDefinition whole(String itemKey) {
        var version =
                db.select(ITEM.CURRENT_VERSION)
                        .from(ITEM)
                        .where(ITEM.ITEM_KEY.eq(itemKey))
                        .fetchSingle()
                        .value1();
        return catalogue.version(itemKey, version).definition();
    }

    /** The taker's own entry, or the right of the post that it lacks. */
    private sealed interface TakenOver {}

    private record Made(ItemDefinition entry) implements TakenOver {}

    private record Lacks(String right) implements TakenOver {}

    private TakenOver takenOver(ItemDefinition item, Agency taker) {
        var place = directory.current();
        var tree = new LinkedHashMap<>(ItemJson.tree(item));
        tree.put("key", item.key() + "-" + taker.key());
        tree.put("agency", taker.key());
        tree.put("level", TOWN);
        var steps = new ArrayList<Map<String, Object>>();
        for (var step : item.steps()) {
            var right = step.kind() == ItemDefinition.StepKind.DECISION ? "decide" : "review";
            var post = post(place, taker, right);
            if (post.isEmpty()) return new Lacks(right);
            var row = new LinkedHashMap<String, Object>();
            row.put("key", step.key());
            row.put("name", step.name());
            row.put("post", post.get());
            row.put(
                    "kind",
                    step.kind() == ItemDefinition.StepKind.DECISION ? "decision" : "review");
            row.put("days", step.days());
            row.put("after", step.after());
            if (step.when() != null) row.put("when", step.when());
            steps.add(row);
        }
        tree.put("steps", steps);
        return new Made(ItemJson.of(tree));
    }

    private static Optional<String> post(Place place, Agency agency, String right) {
        return place.postsOf(agency.key()).stream()
                .filter(post -> post.rights().contains(right))
                .map(Post::key)
                .findFirst();
    }

    private boolean mayBeOf(ItemDefinition item, int level) {
        return bases.current(item.catalogCode())
                .map(base -> base.item().levels().contains(level))
                .orElse(true);
    }

    /** The same text is no new version; the entry takes cases again all the same. */
    private void takesCases(String itemKey) {
        db.update(ITEM)
                .set(ITEM.STATE, "in_use")
                .setNull(ITEM.ENDS_ON)
                .where(ITEM.ITEM_KEY.eq(itemKey))
                .execute();
    }

    /** From that day they take no new case. What ends today leaves the lists at once. */
    private void ends(List<String> keys, LocalDate from) {
        db.update(ITEM)
                .set(ITEM.ENDS_ON, from)
                .set(
                        ITEM.STATE,
                        from.isAfter(LegalToday.of(clock))
                                ? DSL.val("in_use")
                                : DSL.val("cancelled"))
                .where(ITEM.ITEM_KEY.in(keys))
                .execute();
    }

    private void lock(String itemKey) {
        db.selectOne().from(ITEM).where(ITEM.ITEM_KEY.eq(itemKey)).forUpdate().fetch();
    }

    private int placeInList(String itemKey, String agency) {
        return db.select(ITEM.PLACE_IN_LIST)
                .from(ITEM)
                .where(ITEM.ITEM_KEY.eq(itemKey))
                .fetchOptional(ITEM.PLACE_IN_LIST)
                .orElseGet(() -> placeInList(agency));
    }

    private int placeInList(String agency) {
        return db.select(DSL.coalesce(DSL.max(ITEM.PLACE_IN_LIST), 0).plus(1))
                .from(ITEM)
                .where(ITEM.AGENCY_KEY.eq(agency))
                .fetchSingle()
                .value1();
    }
}
