package org.tongban.sharing.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.law.LegalBasis;
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

    private final SharedUses uses;
    private final Resources resources;
    private final AskRegister ask;
    private final TransactionTemplate transaction;
    private final TextBundles bundles;
    private final Clock clock;

    AskOwed(
            SharedUses uses,
            Resources resources,
            AskRegister ask,
            TransactionTemplate transaction,
            TextBundles bundles,
            Clock clock) {
        this.uses = uses;
        this.resources = resources;
        this.ask = ask;
        this.transaction = transaction;
        this.bundles = bundles;
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
                            due.ifPresent(this::askNow);
                            return due.isPresent();
                        }));
    }

    /** Asks about one now, and notes what came of it; without an answer it is asked again later. */
    void askNow(SharedUse use) {
        var resource = resources.find(use.resource());
        if (resource.isEmpty()) {
            uses.askAgain(use, Optional.empty());
            return;
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
        switch (ask.oneNow(inquiry)) {
            case Answer.Known known ->
                    uses.answered(
                            use,
                            Comparison.faultSince(before, known.entry(), LocalDate.now(clock)),
                            known.at(),
                            known.simulated());
            case Answer.None none ->
                    uses.answered(
                            use,
                            Optional.of(Comparison.nothing(before)),
                            none.at(),
                            none.simulated());
            // A right that was taken back since says nothing about what was fetched under it.
            case Answer.NoRight _ -> uses.askAgain(use, Optional.empty());
            case Answer.OutOfReach _ ->
                    uses.askAgain(
                            use,
                            use.attempts() < MOST_ATTEMPTS
                                    ? Optional.of(wait(use.attempts()))
                                    : Optional.empty());
        }
    }

    /** A minute, then twice as long each time, up to an hour. */
    private static Duration wait(int attempts) {
        var longer = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }
}
