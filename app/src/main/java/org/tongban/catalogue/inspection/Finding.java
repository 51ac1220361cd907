package org.tongban.catalogue.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * What was found at one point of the checklist of one item.
 *
 * @param point of the checklist, from 0
 * @param acts everything that was said about it, in order
 */
public record Finding(UUID id, String itemKey, int point, State state, List<Said> acts) {

    /** Whose turn it is: the agency's, the inspector's, nobody's. */
    public enum State {
        ASSIGNED,
        ANSWERED,
        SETTLED;

        /** As stored, and in keys of words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What can be done about a finding: from where, to where. */
    public enum Act {
        /** By the agency: what was done about it. */
        ANSWER(Set.of(State.ASSIGNED), State.ANSWERED),
        /** By the inspector: it is not right yet. */
        RETURN(Set.of(State.ANSWERED), State.ASSIGNED),
        /** By the inspector: it is right now. */
        SETTLE(Set.of(State.ANSWERED), State.SETTLED);

        @SuppressWarnings("ImmutableEnumChecker") // Made with Set.of.
        private final Set<State> from;

        private final State to;

        Act(Set<State> from, State to) {
            this.from = from;
            this.to = to;
        }

        State to() {
            return to;
        }

        boolean isOpenFrom(State state) {
            return from.contains(state);
        }

        /** As stored, and in keys of words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One line about it. */
    public record Said(Instant at, String who, String act, String words) {}

    public Finding {
        acts = List.copyOf(acts);
    }
}
