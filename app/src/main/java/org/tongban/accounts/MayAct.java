package org.tongban.accounts;

import java.time.LocalDate;
import java.util.Optional;
import org.tongban.law.LegalBasis;

/** Whether somebody may act for another today, in this service. The one place that answers it. */
public final class MayAct {

    /** 完全民事行为能力: from this birthday people act for themselves. */
    @LegalBasis("practice/mandate/grown-up")
    static final int GROWN_UP_YEARS = 18;

    /** As certain as it has to be who somebody is before they act for another. */
    @LegalBasis("practice/mandate/proved")
    public static final RealName LEAST = RealName.WINDOW;

    /** Why not. */
    public enum Bar {
        /** Nobody but themselves says who they are. */
        NOT_PROVED,
        /** It was taken back, or given back. */
        TAKEN_BACK,
        /** Its first day is still to come. */
        NOT_YET,
        /** Its last day is over. */
        OVER,
        /** It is for other services. */
        OTHER_SERVICE,
        /** The child is eighteen. */
        GROWN_UP
    }

    private MayAct() {}

    /**
     * What stands in the way; empty when nothing does.
     *
     * @param known how it is known who the acting person is
     * @param service in which they act; empty: the bond itself is asked about
     */
    @LegalBasis("practice/mandate/who")
    public static Optional<Bar> bar(
            Bond bond, RealName known, Optional<Scope.Service> service, LocalDate today) {
        if (!known.reaches(LEAST)) return Optional.of(Bar.NOT_PROVED);
        return switch (bond) {
            case Bond.Representative() -> Optional.empty();
            case Bond.Mandated mandated -> bar(mandated, service, today);
            case Bond.Guardian(var born, var ended) ->
                    ended
                            ? Optional.of(Bar.TAKEN_BACK)
                            : isGrownUp(born, today) ? Optional.of(Bar.GROWN_UP) : Optional.empty();
        };
    }

    private static Optional<Bar> bar(
            Bond.Mandated bond, Optional<Scope.Service> service, LocalDate today) {
        if (bond.ended()) return Optional.of(Bar.TAKEN_BACK);
        if (today.isBefore(bond.from())) return Optional.of(Bar.NOT_YET);
        if (bond.until().filter(today::isAfter).isPresent()) return Optional.of(Bar.OVER);
        return service.filter(one -> !bond.scope().covers(one)).map(_ -> Bar.OTHER_SERVICE);
    }

    /** The day of the birthday itself counts: whoever has it is grown up. */
    @LegalBasis("practice/mandate/grown-up")
    public static boolean isGrownUp(LocalDate born, LocalDate today) {
        var birthday = born.plusYears(GROWN_UP_YEARS);
        // Whoever was born on 29 February has it on 1 March where there is none.
        var counted =
                birthday.getDayOfMonth() == born.getDayOfMonth() ? birthday : birthday.plusDays(1);
        return !today.isBefore(counted);
    }
}
