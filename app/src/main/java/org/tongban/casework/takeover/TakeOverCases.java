package org.tongban.casework.takeover;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseContents;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.takeover.CasesThatRun.Running;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.HandOver;
import org.tongban.catalogue.HandOver.Taker;
import org.tongban.catalogue.HandOvers;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.law.LegalBasis;

/**
 * Hands the running cases of an item to who has taken it over, and back when it is taken back. An
 * office that has a case already is not given it again, so two nodes, or two runs, do it once.
 */
@Component
public class TakeOverCases {

    private static final Logger LOG = LoggerFactory.getLogger(TakeOverCases.class);

    /** The code of a town is nine digits; those behind it are of its villages. */
    private static final int DIGITS_OF_A_TOWN = 9;

    private final HandOvers overs;
    private final CasesThatRun running;
    private final Casework casework;
    private final CaseContents contents;
    private final Catalogue catalogue;
    private final Directory directory;

    TakeOverCases(
            HandOvers overs,
            CasesThatRun running,
            Casework casework,
            CaseContents contents,
            Catalogue catalogue,
            Directory directory) {
        this.overs = overs;
        this.running = running;
        this.casework = casework;
        this.contents = contents;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    /** Each minute: whoever agrees sees the cases soon, and one of a later day begins with it. */
    @Scheduled(initialDelay = 20, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void eachMinute() {
        var moved = run();
        if (moved > 0) {
            LOG.info("事项下放、上收：已移交在办件 {} 件", moved);
        }
    }

    /**
     * Moves the cases of every hand-over whose day has come.
     *
     * @return how many have another office now
     */
    public int run() {
        return overs.due().stream().mapToInt(this::carryOut).sum();
    }

    @LegalBasis("practice/delegation/cases")
    private int carryOut(HandOver over) {
        return over.back() ? bringBack(over) : handDown(over);
    }

    private int handDown(HandOver over) {
        var moved = new HashMap<String, Integer>();
        Optional<Running> after = Optional.empty();
        List<Running> found;
        do {
            found = running.of(over.itemKey(), over.giver(), after);
            for (var one : found) {
                taker(over, one)
                        .filter(
                                taker ->
                                        move(
                                                over,
                                                one,
                                                over.itemKey(),
                                                taker.agency(),
                                                taker.takenAs()))
                        .ifPresent(taker -> moved.merge(taker.agency(), 1, Integer::sum));
            }
            after = found.isEmpty() ? after : Optional.of(found.getLast());
        } while (found.size() == CasesThatRun.BATCH);
        over.takers()
                .forEach(
                        taker ->
                                overs.followed(over, taker, moved.getOrDefault(taker.agency(), 0)));
        return moved.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What it was handed, and what was handed in at its own entry. */
    private int bringBack(HandOver over) {
        var all = 0;
        for (var taker : over.takers()) {
            var moved =
                    bringBack(over, over.itemKey(), taker)
                            + bringBack(over, taker.takenAs(), taker);
            overs.followed(over, taker, moved);
            all += moved;
        }
        return all;
    }

    private int bringBack(HandOver over, String itemKey, Taker taker) {
        var moved = 0;
        Optional<Running> after = Optional.empty();
        List<Running> found;
        do {
            found = running.of(itemKey, taker.agency(), after);
            for (var one : found) {
                if (move(over, one, itemKey, over.giver(), over.itemKey())) moved++;
            }
            after = found.isEmpty() ? after : Optional.of(found.getLast());
        } while (found.size() == CasesThatRun.BATCH);
        return moved;
    }

    /** Who goes on with a case; empty when nothing in it says which of several. */
    private Optional<Taker> taker(HandOver over, Running one) {
        if (over.onlyOne()) return Optional.of(over.takers().getFirst());
        var item = catalogue.version(over.itemKey(), one.itemVersion()).definition();
        return contents.of(one.caseId())
                .flatMap(
                        content ->
                                over.takers().stream()
                                        .filter(taker -> isOf(taker, content, item))
                                        .findFirst());
    }

    /** By the regions that its answers name; only where they name none, by the addresses. */
    private boolean isOf(Taker taker, PrivatePart content, ItemDefinition item) {
        var agency = directory.current().agency(taker.agency());
        if (agency.isEmpty()) return false;
        var regions = answers(content, item, FieldType.REGION);
        if (!regions.isEmpty()) {
            var town = agency.get().region().substring(0, DIGITS_OF_A_TOWN);
            return regions.stream().anyMatch(region -> region.startsWith(town));
        }
        var name = agency.get().shortName();
        return content.applicant().address().contains(name)
                || answers(content, item, FieldType.ADDRESS).stream()
                        .anyMatch(address -> address.contains(name));
    }

    private static List<String> answers(PrivatePart content, ItemDefinition item, FieldType type) {
        return item.fields().stream()
                .filter(field -> field.type() == type)
                .map(field -> content.form().get(field.key()))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    /**
     * Hands one case over.
     *
     * @param itemKey under which it was filed
     * @param entry of who goes on with it
     */
    private boolean move(HandOver over, Running one, String itemKey, String to, String entry) {
        var theirs = catalogue.current(entry);
        var from = over.back() ? agencyOf(one) : over.giver();
        if (theirs.isEmpty()) {
            LOG.warn("承接事项 {} 不在用，办件没有移交", entry);
            return false;
        }
        var filed = catalogue.version(itemKey, one.itemVersion()).definition();
        return casework.perform(
                        one.caseId(),
                        OptionalInt.empty(),
                        UUID.randomUUID(),
                        new Act.Transfer(
                                to,
                                agency(to),
                                agency(from),
                                posts(filed, theirs.get().definition()),
                                over.reason()),
                        Actor.system())
                instanceof Performed.Done;
    }

    private String agencyOf(Running one) {
        return contents.head(one.caseId()).orElseThrow().agency();
    }

    /** By the step's own key; a step that the other entry does not know, by what kind it is of. */
    private static Map<String, String> posts(ItemDefinition filed, ItemDefinition theirs) {
        var posts = new HashMap<String, String>();
        for (var step : filed.steps()) {
            var same =
                    theirs.step(step.key())
                            .or(
                                    () ->
                                            theirs.steps().stream()
                                                    .filter(other -> other.kind() == step.kind())
                                                    .findFirst())
                            .orElseGet(() -> theirs.steps().getLast());
            posts.put(step.key(), same.post());
        }
        return posts;
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::name).orElse(key);
    }
}
