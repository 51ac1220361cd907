package org.tongban.packages.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.casework.Act.DeliveryWay;

/**
 * One application for several items.
 *
 * @param no as people read it
 * @param callerName who sent it
 * @param promisedOn the day by which all of it is promised
 * @param counted what was asked, against single applications
 * @param projectCode of the investment project that it is for
 */
public record PackageCase(
        UUID id,
        String no,
        String packageKey,
        int packageVersion,
        UUID accountId,
        String callerName,
        DeliveryWay delivery,
        WholeState state,
        Instant submittedAt,
        LocalDate submittedOn,
        LocalDate promisedOn,
        Optional<Instant> closedAt,
        Counted counted,
        Optional<String> projectCode,
        List<Part> parts) {

    public PackageCase {
        parts = List.copyOf(parts);
    }

    /** What was asked in one application, and what the single ones would have asked. */
    public record Counted(
            int fields,
            int fieldsApart,
            int materials,
            int materialsApart,
            int visits,
            int visitsApart) {}

    /**
     * One part.
     *
     * @param key of the item, or of what is looked up
     * @param itemVersion absent for what is only looked up
     * @param caseId known before the case is made
     * @param note code of what holds it up or was found, with its word behind a bar
     */
    public record Part(
            String key,
            int place,
            Optional<Integer> itemVersion,
            String agency,
            String name,
            Optional<UUID> caseId,
            List<String> needs,
            PartState state,
            Optional<String> becauseOf,
            Optional<String> note,
            boolean isWithdrawing,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt) {

        public Part {
            needs = List.copyOf(needs);
        }

        public boolean isLookup() {
            return itemVersion.isEmpty();
        }

        Course.Standing standing() {
            return new Course.Standing(key, isLookup(), needs, state, becauseOf.orElse(null));
        }

        /** The same standing otherwise; what held it up is forgotten. */
        private Part now(PartState other, Optional<String> because, Instant now) {
            return other == state
                    ? this
                    : new Part(
                            key,
                            place,
                            itemVersion,
                            agency,
                            name,
                            caseId,
                            needs,
                            other,
                            because,
                            Optional.empty(),
                            isWithdrawing && !other.isOver(),
                            startedAt,
                            other.isOver() ? Optional.of(now) : Optional.empty());
        }

        /** What its note begins with while it waits for the applicant to answer something. */
        public static final String ASKS = "asks";

        /** Whether it waits for the applicant to answer something. */
        public boolean isAsking() {
            return state == PartState.READY
                    && note.filter(words -> words.startsWith(ASKS + "|")).isPresent();
        }

        /** Whether it can still be taken back. */
        public boolean isOpen() {
            return !isLookup() && !state.isOver() && !isWithdrawing;
        }
    }

    /** The address of its page for who applied. */
    public String path() {
        return "/my/packages/" + no;
    }

    /** The ids of all its cases, also of those that have not begun. */
    public List<UUID> caseIds() {
        return parts.stream().flatMap(part -> part.caseId().stream()).toList();
    }

    public Optional<Part> part(String key) {
        return parts.stream().filter(part -> part.key().equals(key)).findFirst();
    }

    /**
     * The part of that case.
     *
     * @throws java.util.NoSuchElementException when it is none of its cases
     */
    public Part ofCase(UUID caseId) {
        return parts.stream()
                .filter(part -> part.caseId().filter(caseId::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** With those parts, and everything drawn that follows from how they stand. */
    PackageCase with(List<Part> others, Instant now) {
        var settled = Course.settled(others.stream().map(Part::standing).toList());
        var after = new ArrayList<Part>();
        for (var at = 0; at < others.size(); at++) {
            var stands = settled.get(at);
            after.add(
                    others.get(at)
                            .now(stands.state(), Optional.ofNullable(stands.becauseOf()), now));
        }
        var whole = Course.of(settled);
        return new PackageCase(
                id,
                no,
                packageKey,
                packageVersion,
                accountId,
                callerName,
                delivery,
                whole,
                submittedAt,
                submittedOn,
                promisedOn,
                whole == WholeState.RUNNING
                        ? Optional.empty()
                        : whole == state ? closedAt : Optional.of(now),
                counted,
                projectCode,
                after);
    }

    /**
     * The same when parts have ended, with everything drawn that follows.
     *
     * @param ended how, by part
     */
    PackageCase ended(Map<String, PartState> ended, Instant now) {
        return with(
                parts.stream()
                        .map(
                                part ->
                                        part.now(
                                                ended.getOrDefault(part.key(), part.state()),
                                                Optional.empty(),
                                                now))
                        .toList(),
                now);
    }
}
