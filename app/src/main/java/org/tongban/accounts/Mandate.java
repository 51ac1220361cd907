package org.tongban.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One mandate: who asked whom, in what, until when.
 *
 * @param giver the person or the firm in whose name the agent acts
 * @param end when and by whom it was ended before its last day
 */
public record Mandate(
        UUID id,
        Giver giver,
        Person agent,
        Scope scope,
        LocalDate from,
        Optional<LocalDate> until,
        Instant givenAt,
        Optional<End> end) {

    /** Who gave it. */
    public sealed interface Giver {
        String name();

        /** A natural person. */
        record OfPerson(Person person) implements Giver {
            @Override
            public String name() {
                return person.name();
            }
        }

        /** A firm, by its representative or by the register of firms. */
        record OfFirm(Firm firm) implements Giver {
            @Override
            public String name() {
                return firm.name();
            }
        }
    }

    /** Which of the two ended it. */
    public enum Party {
        GIVER,
        AGENT
    }

    /** It was ended before its last day. */
    public record End(Instant at, Party by) {}

    /** As the rule sees it. */
    public Bond.Mandated bond() {
        return new Bond.Mandated(scope, from, until, end.isPresent());
    }
}
