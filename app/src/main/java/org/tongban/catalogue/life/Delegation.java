package org.tongban.catalogue.life;

import static org.tongban.schema.Tables.ITEM;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemPublished;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.publish.PublishItem;
import org.tongban.catalogue.publish.Terms;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.law.LegalBasis;

/**
 * Hands entries down to a lower level and takes them back (下放、承接、上收, A3). Offered first; in effect
 * once everybody who was asked has answered. From that day on the taker's own entry takes new
 * cases, and the running ones follow ({@link org.tongban.catalogue.HandOvers}).
 */
@Component
public class Delegation {

    private final DSLContext db;
    private final Catalogue catalogue;
    private final BaseList bases;
    private final PublishItem publish;
    private final Directory directory;
    private final Offers offers;
    private final DraftStore acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public Delegation(
            DSLContext db,
            Catalogue catalogue,
            BaseList bases,
            PublishItem publish,
            Directory directory,
            Offers offers,
            DraftStore acts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.catalogue = catalogue;
        this.bases = bases;
        this.publish = publish;
        this.directory = directory;
        this.offers = offers;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    /** What came of it; the reasons of a refusal are in the order in which a page tells them. */
    public sealed interface Outcome {

        /** Done: how many agencies it concerns. */
        record Done(int agencies) implements Outcome {}

        /** The entry is not in use, or is delegated already. */
        record NotInUse() implements Outcome {}

        /** Somebody has not answered an earlier offer yet, or has the entry already. */
        record OfferedAlready() implements Outcome {}

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

        /** Nothing was offered to that agency, or it has answered, or the offer was withdrawn. */
        record NothingOffered() implements Outcome {}
    }

    /**
     * An offer.
     *
     * @param to keys of the agencies that are asked
     * @param keeps whether the giver goes on for everybody else
     * @param reason not blank
     */
    public record Offer(List<String> to, LocalDate from, boolean keeps, String reason) {
        public Offer {
            to = List.copyOf(to);
        }
    }

    /** The agencies of lower levels. */
    public List<Agency> takers() {
        return directory.current().agencies().stream()
                .filter(agency -> agency.kind() == Agency.Kind.TOWN)
                .toList();
    }

    /** To whom an entry was offered, the latest first. */
    public List<Taken> of(String itemKey) {
        return offers.of(itemKey);
    }

    /** What waits for the answer of one of these agencies. */
    public List<Taken> waiting(Collection<String> agencies) {
        return offers.waiting(agencies);
    }

    /** Offers an entry to lower levels, to all who are named or to none. */
    @Transactional
    public Outcome offer(String itemKey, Offer offer, StaffPrincipal by) {
        if (offer.from().isBefore(LegalToday.of(clock))) return new Outcome.DayPassed();
        lock(itemKey);
        var item = catalogue.current(itemKey).map(known -> known.definition());
        if (item.isEmpty()) return new Outcome.NotInUse();
        if (!mayBeOf(item.get(), TakenEntry.TOWN)) return new Outcome.LevelNotAllowed();
        var open = of(itemKey).stream().filter(Taken::isOpen).toList();
        if (open.stream().anyMatch(one -> one.state() != Taken.State.EFFECTIVE)
                || open.stream().anyMatch(one -> offer.to().contains(one.agency()))) {
            return new Outcome.OfferedAlready();
        }
        var named = takers().stream().filter(agency -> offer.to().contains(agency.key())).toList();
        if (named.isEmpty()) return new Outcome.NobodyNamed();
        for (var taker : named) {
            if (TakenEntry.of(item.get(), taker, directory.current())
                    instanceof TakenEntry.Lacks(var right)) {
                return new Outcome.NoPost(taker.name(), right);
            }
        }
        named.forEach(taker -> offers.add(offered(itemKey, taker, offer, by)));
        acts.record(itemKey, Optional.empty(), by, "delegate", offer.reason());
        return new Outcome.Done(named.size());
    }

    private static Taken offered(String itemKey, Agency taker, Offer offer, StaffPrincipal by) {
        return new Taken(
                itemKey,
                taker.key(),
                TakenEntry.keyOf(itemKey, taker.key()),
                Taken.State.OFFERED,
                offer.from(),
                offer.keeps(),
                offer.reason(),
                by.name(),
                "",
                "",
                Optional.empty(),
                "",
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    /**
     * An agency takes an entry over, or does not. The last answer puts it in effect for those who
     * took it; what somebody did not take the giver keeps.
     *
     * @param agency of the person who answers
     * @param words why not; for a yes they may be blank
     */
    @Transactional
    @LegalBasis("practice/delegation/offer")
    public Outcome answer(
            String itemKey, String agency, boolean takes, String words, StaffPrincipal by) {
        lock(itemKey);
        var open = of(itemKey).stream().filter(Taken::isOpen).toList();
        var asked =
                open.stream()
                        .filter(one -> one.agency().equals(agency))
                        .filter(one -> one.state() == Taken.State.OFFERED)
                        .findFirst();
        if (asked.isEmpty()) return new Outcome.NothingOffered();
        var takers =
                open.stream()
                        .filter(
                                one ->
                                        one.state() == Taken.State.ACCEPTED
                                                || (takes && one.equals(asked.get())))
                        .toList();
        var isLast = open.stream().filter(one -> one.state() == Taken.State.OFFERED).count() == 1;
        var item = catalogue.current(itemKey).map(known -> known.definition());
        if (item.isEmpty()) return new Outcome.NotInUse();
        var entries = new LinkedHashMap<Taken, ItemDefinition>();
        for (var one : takers) {
            var taker = directory.current().agency(one.agency());
            if (taker.isEmpty()) return new Outcome.NobodyNamed();
            switch (TakenEntry.of(item.get(), taker.get(), directory.current())) {
                case TakenEntry.Made(var entry) -> entries.put(one, entry);
                case TakenEntry.Lacks(var right) -> {
                    return new Outcome.NoPost(taker.get().name(), right);
                }
            }
        }
        offers.answered(
                asked.get(), takes ? Taken.State.ACCEPTED : Taken.State.DECLINED, words, by.name());
        acts.record(itemKey, Optional.empty(), by, takes ? "take-over" : "decline-over", words);
        if (!takes) offers.giverKeeps(itemKey);
        if (isLast && !entries.isEmpty()) {
            takeEffect(itemKey, entries, takes && takers.stream().noneMatch(Taken::keeps));
        }
        return new Outcome.Done(1);
    }

    private void takeEffect(String itemKey, Map<Taken, ItemDefinition> entries, boolean giverEnds) {
        var today = LegalToday.of(clock);
        var asked = entries.keySet().iterator().next().from();
        var day = asked.isBefore(today) ? today : asked;
        entries.forEach(
                (one, entry) -> {
                    publish.publish(
                            entry,
                            placeInList(entry.key(), entry.agency()),
                            new Terms(
                                    day, Terms.Cause.DELEGATED, one.reason(), Optional.of(today)));
                    takesCases(one.takenAs());
                    offers.takeEffect(one, day);
                });
        if (giverEnds) ends(List.of(itemKey), day);
        events.publishEvent(new ItemPublished(itemKey, 0));
    }

    /** Takes an offer back that is not in effect yet. */
    @Transactional
    public Outcome withdraw(String itemKey, String reason, StaffPrincipal by) {
        lock(itemKey);
        var open =
                of(itemKey).stream()
                        .filter(one -> one.isOpen() && one.state() != Taken.State.EFFECTIVE)
                        .count();
        if (open == 0) return new Outcome.NothingOffered();
        offers.withdraw(itemKey, LegalToday.of(clock), reason, by.name());
        acts.record(itemKey, Optional.empty(), by, "withdraw-offer", reason);
        return new Outcome.Done((int) open);
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
        var has =
                of(itemKey).stream()
                        .filter(one -> one.isOpen() && one.state() == Taken.State.EFFECTIVE)
                        .toList();
        if (has.isEmpty()) return new Outcome.NothingDelegated();
        offers.end(itemKey, Optional.empty(), from, reason, by.name());
        ends(has.stream().map(Taken::takenAs).toList(), from);
        var whole = whole(itemKey);
        publish.publish(
                whole,
                placeInList(itemKey, whole.agency()),
                new Terms(from, Terms.Cause.DELEGATED, reason, Optional.of(LegalToday.of(clock))));
        takesCases(itemKey);
        has.forEach(
                taken -> acts.record(taken.takenAs(), Optional.empty(), by, "handed-back", reason));
        acts.record(itemKey, Optional.empty(), by, "take-back", reason);
        events.publishEvent(new ItemPublished(itemKey, 0));
        return new Outcome.Done(has.size());
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
