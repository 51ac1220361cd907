package org.tongban.sharing.asking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tongban.law.LegalBasis;
import org.tongban.sharing.RegisterAddresses.Address;
import org.tongban.sharing.asking.Questions.Outcome;
import org.tongban.sharing.asking.Questions.Way;
import org.tongban.sharing.requests.RightsToAsk;

/**
 * The one door to registers. Whoever has no right gets nothing, and the attempt is on record. A
 * register that failed a moment ago is not asked: the page says so at once and goes on.
 */
@Component
public class AskRegister {

    private final Register register;
    private final RegisterBook book;
    private final RightsToAsk rights;
    private final Questions questions;
    private final KeptAnswers kept;
    private final Clock clock;

    /** Until when each register is left alone; of this node alone, for it is found out soon. */
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    AskRegister(
            Register register,
            RegisterBook book,
            RightsToAsk rights,
            Questions questions,
            KeptAnswers kept,
            Clock clock) {
        this.register = register;
        this.book = book;
        this.rights = rights;
        this.questions = questions;
        this.kept = kept;
        this.clock = clock;
    }

    /** The one entry about somebody, as fresh as the resource's rule wants it. */
    @LegalBasis("practice/sharing/right")
    public Answer one(Inquiry inquiry) {
        return asked(inquiry, true);
    }

    /** The same, asked now: for the moment of a decision. */
    public Answer oneNow(Inquiry inquiry) {
        return asked(inquiry, false);
    }

    private Answer asked(Inquiry inquiry, boolean keptWillDo) {
        if (!mayAsk(inquiry, Way.ONE)) return new Answer.NoRight();
        var before = keptWillDo ? kept.find(inquiry) : Optional.<Answer>empty();
        if (before.isPresent()) return before.get();
        var address = awake(inquiry);
        if (address.isEmpty()) return new Answer.OutOfReach();
        var reply = sent(inquiry, Way.ONE, at -> register.one(at, inquiry.asked()), address.get());
        var simulated = address.get().simulated();
        var answer =
                switch (reply) {
                    case Register.Reply.Known(var entry) ->
                            new Answer.Known(entry, clock.instant(), simulated);
                    case Register.Reply.None() -> new Answer.None(clock.instant(), simulated);
                    case Register.Reply.Said _, Register.Reply.Failed _ -> new Answer.OutOfReach();
                };
        kept.keep(inquiry, answer);
        return answer;
    }

    /**
     * Whether one thing is so.
     *
     * @param part key of the data item, such as {@code representative}
     */
    public FactAnswer fact(Inquiry inquiry, String part, String value) {
        if (!mayAsk(inquiry, Way.FACT)) return FactAnswer.NO_RIGHT;
        var address = awake(inquiry);
        if (address.isEmpty()) return FactAnswer.OUT_OF_REACH;
        var reply =
                sent(
                        inquiry,
                        Way.FACT,
                        at -> register.fact(at, inquiry.asked(), part, value),
                        address.get());
        return reply instanceof Register.Reply.Said(var fact)
                ? FactAnswer.valueOf(fact.name())
                : FactAnswer.OUT_OF_REACH;
    }

    private boolean mayAsk(Inquiry inquiry, Way way) {
        var may = rights.mayAsk(inquiry.resource(), inquiry.agency(), inquiry.item());
        if (!may) questions.record(inquiry, way, Outcome.NO_RIGHT, Duration.ZERO);
        return may;
    }

    /** Where to ask, unless it failed a moment ago or nobody knows where it is. */
    private Optional<Address> awake(Inquiry inquiry) {
        var name = inquiry.resource().connection();
        return name.filter(one -> !isResting(one)).flatMap(book::find);
    }

    /** Whether a register failed a moment ago. */
    public boolean isResting(String name) {
        return clock.instant().isBefore(resting.getOrDefault(name, Instant.MIN));
    }

    /** Lets a register be asked again at once: somebody says that it works. */
    public void wake(String name) {
        resting.remove(name);
    }

    private Register.Reply sent(
            Inquiry inquiry, Way way, Function<Address, Register.Reply> ask, Address address) {
        var began = System.nanoTime();
        var reply = ask.apply(address);
        questions.record(inquiry, way, outcome(reply), Duration.ofNanos(System.nanoTime() - began));
        if (reply instanceof Register.Reply.Failed(var _, var again) && again.isPositive()) {
            inquiry.resource()
                    .connection()
                    .ifPresent(name -> resting.put(name, clock.instant().plus(again)));
        }
        return reply;
    }

    private static Outcome outcome(Register.Reply reply) {
        return switch (reply) {
            case Register.Reply.Known _ -> Outcome.KNOWN;
            case Register.Reply.None() -> Outcome.NONE;
            case Register.Reply.Said(var fact) -> Outcome.valueOf(fact.name());
            case Register.Reply.Failed(var fault, var _) -> Outcome.valueOf(fault.name());
        };
    }
}
