package org.tongban.packages.start;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.later.TellTogether;

/**
 * Does what is due for applications with parts: makes cases that can begin, takes back what is to
 * be taken back, tells corrections that cannot wait any longer. One application at a time, in a
 * transaction of its own; a part that fails is put aside, tried again later and holds nothing else
 * up. Safe on every node at once.
 */
@Component
public class PartsOffice {

    private static final Logger LOG = LoggerFactory.getLogger(PartsOffice.class);

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(30);

    private final PackageCases store;
    private final StartPart start;
    private final TellTogether together;
    private final Casework casework;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PartsOffice(
            PackageCases store,
            StartPart start,
            TellTogether together,
            Casework casework,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.start = start;
        this.together = together;
        this.casework = casework;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does everything that is due. */
    public void work() {
        while (begun() || takenBack() || together.tellDue()) {
            // One more.
        }
    }

    /** The part that is being worked on, for putting it aside when it fails. */
    private static final class Tried {
        private UUID whole = new UUID(0, 0);
        private String part = "";
    }

    private boolean begun() {
        var tried = new Tried();
        return attempt(
                tried,
                () -> {
                    var next = store.nextToStart();
                    next.ifPresent(whole -> begin(whole, tried));
                    return next.isPresent();
                });
    }

    /** All that can begin, read once and begun together; one that fails is put aside alone. */
    private void begin(PackageCase whole, Tried tried) {
        tried.whole = whole.id();
        var begun = new ArrayList<String>();
        for (var ready : store.ready(whole)) {
            tried.part = ready.part().key();
            switch (start.start(whole, ready.part(), ready.share().get())) {
                case StartPart.Begun _ -> begun.add(tried.part);
                case StartPart.Held(var note, var pause) ->
                        store.hold(whole.id(), tried.part, note, clock.instant().plus(pause));
            }
        }
        store.begun(whole.id(), begun);
    }

    private boolean takenBack() {
        var tried = new Tried();
        return attempt(
                tried,
                () -> {
                    var next = store.nextToWithdraw();
                    next.ifPresent(
                            whole ->
                                    whole.parts().stream()
                                            .filter(PackageCase.Part::isWithdrawing)
                                            .forEach(part -> takeBack(whole, part, tried)));
                    return next.isPresent();
                });
    }

    private void takeBack(PackageCase whole, PackageCase.Part part, Tried tried) {
        tried.whole = whole.id();
        tried.part = part.key();
        var reason = store.withdrawal(whole.id(), part.key());
        if (reason.isEmpty()) return;
        var caseId = part.caseId().orElseThrow();
        var done =
                casework.perform(
                        caseId,
                        OptionalInt.empty(),
                        UUID.nameUUIDFromBytes(
                                ("withdrawn with its whole:" + caseId)
                                        .getBytes(StandardCharsets.UTF_8)),
                        new Act.Withdraw(reason.get()),
                        Actor.applicant(whole.accountId().toString(), whole.callerName()));
        store.wantWithdrawn(whole.id(), part.key(), null);
        if (done instanceof Performed.Refused) {
            // Decided meanwhile: what was decided stands.
            store.hold(whole.id(), part.key(), "too-late|", clock.instant());
        }
    }

    private boolean attempt(Tried tried, java.util.function.BooleanSupplier work) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> work.getAsBoolean()));
        } catch (RuntimeException fault) {
            LOG.error(
                    "part {} of {} is put aside: {}",
                    tried.part,
                    tried.whole,
                    fault.getMessage(),
                    fault);
            transaction.executeWithoutResult(
                    _ ->
                            store.hold(
                                    tried.whole,
                                    tried.part,
                                    "fault|",
                                    clock.instant().plus(AFTER_A_FAULT)));
            return !tried.part.isEmpty();
        }
    }
}
