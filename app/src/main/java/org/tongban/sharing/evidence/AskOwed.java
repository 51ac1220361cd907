package org.tongban.sharing.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.law.LegalBasis;
import org.tongban.sharing.LateCheckFailed;
import org.tongban.sharing.Resource;
import org.tongban.sharing.Resources;
import org.tongban.sharing.asking.Answer;
import org.tongban.sharing.asking.AskRegister;
import org.tongban.sharing.asking.Inquiry;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;

/**
 * Asks again about what cases rest on: at the decision, and later where a register gave no answer.
 * The job may run twice and on every node: each row is taken by one of them, and asking twice
 * changes nothing.
 */
@Component
class AskOwed {

    private static final Logger LOG = LoggerFactory.getLogger(AskOwed.class);

    private static final long PAUSE = 30_000;

    /** In one run; more are left for the next. */
    private static final int MOST_AT_ONCE = 200;

    /** Some eight weeks: longer than any application lies here. */
    private static final int MOST_ATTEMPTS = 1_300;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    /** Rights are granted by people, not from one minute to the next. */
    private static final Duration BARRED_WAIT = Duration.ofDays(1);

    private final SharedUses uses;
    private final Resources resources;
    private final AskRegister ask;
    private final TransactionTemplate transaction;
    private final TextBundles bundles;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    AskOwed(
            SharedUses uses,
            Resources resources,
            AskRegister ask,
            TransactionTemplate transaction,
            TextBundles bundles,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.uses = uses;
        this.resources = resources;
        this.ask = ask;
        this.transaction = transaction;
        this.bundles = bundles;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Asks what is due. */
    @Scheduled(initialDelay = PAUSE, fixedDelay = PAUSE)
    @LegalBasis("practice/sharing/later")
    void run() {
        var asked = 0;
        while (asked < MOST_AT_ONCE && next()) asked++;
        if (asked > 0) LOG.info("asked {} registers again", asked);
    }

    private boolean next() {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            var due = uses.nextToAsk();
                            due.ifPresent(this::askLate);
                            return due.isPresent();
                        }));
    }

    /** What comes out after nobody waits for it any more is told to those who oversee. */
    private void askLate(SharedUse use) {
        switch (askNow(use)) {
            case DISAGREES -> tell(use, "sharing.late.disagrees");
            case BARRED -> tell(use, "sharing.late.barred");
            case SETTLED -> {
                // Nothing to look into.
            }
        }
    }

    private void tell(SharedUse use, String words) {
        var resource = resources.find(use.resource()).map(Resource::name).orElse(use.resource());
        publisher.publishEvent(
                new LateCheckFailed(
                        use.caseId(),
                        use.material(),
                        bundles.in(Preferences.CHINESE).localize(words, resource)));
    }

    /** What asking came to, for whoever has to be told. */
    enum Came {
        SETTLED,
        /** The register says otherwise than the case rests on. */
        DISAGREES,
        /** The right to ask was taken back. */
        BARRED
    }

    /** Asks about one now, and notes what came of it; without an answer it is asked again later. */
    Came askNow(SharedUse use) {
        var resource = resources.find(use.resource());
        if (resource.isEmpty()) {
            uses.askAgain(use, Optional.empty());
            return Came.BARRED;
        }
        var inquiry =
                new Inquiry(
                        resource.get(),
                        use.agency(),
                        use.item(),
                        use.said().subject(),
                        bundles.in(Preferences.CHINESE).localize("sharing.purpose.again"),
                        Optional.empty(),
                        Optional.of(use.caseId()));
        var before = use.said().entry();
        return switch (ask.oneNow(inquiry)) {
            case Answer.Known known -> {
                var fault = Comparison.faultSince(before, known.entry(), LocalDate.now(clock));
                uses.answered(use, fault, known.at(), known.simulated());
                yield fault.isPresent() ? Came.DISAGREES : Came.SETTLED;
            }
            case Answer.None none -> {
                var fault = Comparison.nothing(before);
                uses.answered(use, Optional.of(fault), none.at(), none.simulated());
                yield Came.DISAGREES;
            }
            // A right that was taken back says nothing about what was fetched under it, and may be
            // granted again: the check stays owed.
            case Answer.NoRight _ -> {
                uses.askAgain(use, again(use, BARRED_WAIT));
                yield Came.BARRED;
            }
            case Answer.OutOfReach _ -> {
                uses.askAgain(use, again(use, wait(use.attempts())));
                yield Came.SETTLED;
            }
        };
    }

    private static Optional<Duration> again(SharedUse use, Duration after) {
        return use.attempts() < MOST_ATTEMPTS ? Optional.of(after) : Optional.empty();
    }

    /** A minute, then twice as long each time, up to an hour. */
    private static Duration wait(int attempts) {
        var longer = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }
}
