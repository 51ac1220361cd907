package org.tongban.accounts;

import java.util.Optional;
import java.util.UUID;
import org.tongban.codes.CitizenId;
import org.tongban.law.LegalBasis;

/** What follows when a provider sends somebody: a closed list, and the one rule that chooses. */
public sealed interface Arrival {

    /**
     * They come into the account to which this login is linked.
     *
     * @param raises whether the provider's word makes it more certain who they are
     */
    record ComesIn(UUID accountId, boolean raises) implements Arrival {}

    /** They have an account, and prove it by its password before the two are linked. */
    record Joins(UUID accountId) implements Arrival {}

    /**
     * They get an account.
     *
     * @param known the person, if somebody has put them down before
     */
    record Begins(Optional<UUID> known) implements Arrival {}

    /** They do not come in. */
    record Refused(Why why) implements Arrival {}

    /** Why not. */
    enum Why {
        /** The provider itself has not made sure who they are. */
        NOT_CHECKED,
        /** The provider tells no name, or no number that can be right. */
        INCOMPLETE,
        /** The number is known under another name: a clerk has to see the card. */
        OTHER_NAME,
        /** The provider tells another number than that of the account. */
        OTHER_PERSON,
        /** This login at the provider belongs to another account. */
        LINKED_ELSEWHERE
    }

    /**
     * Somebody who is known here.
     *
     * @param accountId empty for somebody without an account
     */
    record Holder(Person person, CitizenId number, Optional<UUID> accountId) {}

    /**
     * The rule for a sign-in.
     *
     * @param linked whose login this is
     * @param numbered who has the number that the provider tells
     */
    @LegalBasis("practice/sign-in/who")
    static Arrival of(Told told, Optional<Holder> linked, Optional<Holder> numbered) {
        if (linked.isPresent()) {
            var own = linked.get();
            if (told.number().filter(number -> !number.equals(own.number())).isPresent()) {
                return new Refused(Why.OTHER_PERSON);
            }
            return new ComesIn(own.accountId().orElseThrow(), vouchesFor(told, own));
        }
        if (!told.checked()) return new Refused(Why.NOT_CHECKED);
        if (told.number().isEmpty() || told.name().isEmpty()) {
            return new Refused(Why.INCOMPLETE);
        }
        if (numbered.isEmpty()) return new Begins(Optional.empty());
        if (!told.name().get().equals(numbered.get().person().name())) {
            return new Refused(Why.OTHER_NAME);
        }
        return numbered.get()
                .accountId()
                .<Arrival>map(Joins::new)
                .orElseGet(() -> new Begins(Optional.of(numbered.get().person().id())));
    }

    /**
     * The rule for somebody who is signed in and links a login of theirs.
     *
     * @param linked whose login this is
     */
    @LegalBasis("practice/sign-in/linked")
    static Optional<Why> barToLink(Told told, Holder own, Optional<Holder> linked) {
        if (linked.filter(one -> !one.accountId().equals(own.accountId())).isPresent()) {
            return Optional.of(Why.LINKED_ELSEWHERE);
        }
        if (!told.checked()) return Optional.of(Why.NOT_CHECKED);
        if (told.number().isEmpty() || told.name().isEmpty()) return Optional.of(Why.INCOMPLETE);
        if (!told.number().get().equals(own.number())) return Optional.of(Why.OTHER_PERSON);
        return told.name().get().equals(own.person().name())
                ? Optional.empty()
                : Optional.of(Why.OTHER_NAME);
    }

    /** Whether what is told is enough to know who somebody is, and is they. */
    @LegalBasis("practice/sign-in/raised")
    private static boolean vouchesFor(Told told, Holder own) {
        return told.checked()
                && told.number().filter(own.number()::equals).isPresent()
                && told.name().filter(own.person().name()::equals).isPresent();
    }
}
