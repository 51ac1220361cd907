package org.tongban.supervision;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.law.LegalBasis;
import org.tongban.supervision.Finding.State;

/** What may happen to a card. Pure: the same card, act and knowledge give the same ruling. */
@LegalBasis("practice/supervision/card")
final class FindingRules {

    private static final Map<State, Set<Class<? extends FindingAct>>> TABLE = table();

    private FindingRules() {}

    /**
     * What is known besides the card.
     *
     * @param office whether the actor answers for the office
     * @param supervisor whether the actor supervises it
     * @param stillLate whether the missed term has not ended yet
     * @param answerDays working days in which the office answers, from the pack
     */
    record Known(
            LocalDate today,
            WorkingCalendar calendar,
            boolean office,
            boolean supervisor,
            boolean stillLate,
            int answerDays) {}

    static FindingRuling decide(Finding finding, FindingAct act, Known known) {
        if (!allows(finding.state(), act.getClass())) {
            return new FindingRuling.Refused(FindingRefusal.NOT_IN_THIS_STATE);
        }
        if (!isTheirs(act, known)) {
            return new FindingRuling.Refused(FindingRefusal.NOT_YOURS);
        }
        if (act.words().isBlank()) {
            return new FindingRuling.Refused(FindingRefusal.WORDS_MISSING);
        }
        return switch (act) {
            case FindingAct.Answer _ -> moved(finding, State.ANSWERED);
            case FindingAct.Rebut _ -> moved(finding, State.REBUTTED);
            case FindingAct.SendBack _ ->
                    new FindingRuling.Done(
                            finding.in(
                                    State.OPEN,
                                    answerBy(known.today(), known.answerDays(), known.calendar()),
                                    null));
            case FindingAct.Uphold _ -> uphold(finding, known);
            case FindingAct.Drop _ -> closed(finding, State.DROPPED, known.today());
        };
    }

    /** Until when the office answers a card opened, or sent back, on that day. */
    @LegalBasis("practice/supervision/answer")
    static LocalDate answerBy(LocalDate on, int answerDays, WorkingCalendar calendar) {
        return calendar.plusWorkingDays(on, answerDays);
    }

    static boolean allows(State state, Class<? extends FindingAct> act) {
        return TABLE.getOrDefault(state, Set.of()).contains(act);
    }

    @LegalBasis("practice/supervision/close")
    private static FindingRuling uphold(Finding finding, Known known) {
        if (finding.state() == State.OPEN && !known.today().isAfter(finding.answerBy())) {
            return new FindingRuling.Refused(FindingRefusal.NOT_HEARD);
        }
        return known.stillLate()
                ? new FindingRuling.Refused(FindingRefusal.STILL_LATE)
                : closed(finding, State.UPHELD, known.today());
    }

    private static boolean isTheirs(FindingAct act, Known known) {
        return switch (act) {
            case FindingAct.Answer _, FindingAct.Rebut _ -> known.office();
            case FindingAct.SendBack _, FindingAct.Uphold _, FindingAct.Drop _ ->
                    known.supervisor();
        };
    }

    private static FindingRuling moved(Finding finding, State next) {
        return new FindingRuling.Done(finding.in(next, finding.answerBy(), null));
    }

    private static FindingRuling closed(Finding finding, State how, LocalDate on) {
        return new FindingRuling.Done(finding.in(how, finding.answerBy(), on));
    }

    private static Map<State, Set<Class<? extends FindingAct>>> table() {
        var table = new EnumMap<State, Set<Class<? extends FindingAct>>>(State.class);
        table.put(
                State.OPEN,
                Set.of(
                        FindingAct.Answer.class,
                        FindingAct.Rebut.class,
                        FindingAct.Uphold.class,
                        FindingAct.Drop.class));
        var judged =
                Set.<Class<? extends FindingAct>>of(
                        FindingAct.SendBack.class, FindingAct.Uphold.class, FindingAct.Drop.class);
        table.put(State.ANSWERED, judged);
        table.put(State.REBUTTED, judged);
        table.put(State.UPHELD, Set.of());
        table.put(State.DROPPED, Set.of());
        return table;
    }
}
