package org.tongban.casework;

import java.util.List;
import java.util.Locale;
import org.tongban.law.LegalBasis;

/** The terms that run on a case. */
public enum ClockKind {
    /** The office must answer whether it accepts; else it has accepted. */
    @LegalBasis("licensing/32/4-deemed")
    ANSWER,
    /** The applicant's time to correct. */
    CORRECTION,
    /** The term of the law for the decision. */
    STATUTORY,
    /** The shorter term the office has promised. */
    PROMISED,
    /** From decision to hand-over. */
    @LegalBasis("licensing/44")
    DELIVERY,
    /** The applicant's time to bring the papers that were promised. */
    @LegalBasis("practice/tolerance/term")
    SUPPLEMENT,
    /** The office's time to check what was vouched for instead of proven. */
    @LegalBasis("practice/commitment/check")
    AFTER_CHECK,
    /** The applicant's time to state and defend before a grant is taken back. */
    @LegalBasis("practice/commitment/breach")
    PLEADING,
    /** The time of other offices to answer what they were asked. */
    OPINION,
    /** The time to ask for a hearing, from being told of the right. */
    @LegalBasis("licensing/47/1/request")
    HEARING_REQUEST,
    /** The office's time to hold a hearing that was asked for. */
    @LegalBasis("licensing/47/1/hold")
    HEARING,
    /** The time of the higher authority to which the application was passed up. */
    @LegalBasis("licensing/43")
    HIGHER,
    /** The office's time to answer an objection to its decision. */
    @LegalBasis("practice/decision/objection")
    OBJECTION;

    /** Terms of offices. An applicant's own time is no office's breach. */
    private static final List<ClockKind> OF_OFFICES =
            List.of(ANSWER, PROMISED, STATUTORY, DELIVERY, AFTER_CHECK, HEARING, OBJECTION);

    /** The terms of offices under the names by which they are stored. */
    public static List<String> ofOffices() {
        return OF_OFFICES.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether procedures of article 45 stop it. */
    public boolean canStop() {
        return this == STATUTORY || this == PROMISED;
    }
}
