package org.tongban.packages.check;

import java.util.List;

/** One thing that has to be right before a package can be published. */
public sealed interface CheckRule
        permits References,
                MembersFit,
                NeedsCome,
                ElementsFit,
                PapersFit,
                ProjectFits,
                WholeHolds,
                Reachable {

    /** Writes what is wrong on the sheet. */
    void check(CheckSheet sheet);

    /** Rules over what is named; only where all of them find nothing can the rest be looked at. */
    static List<CheckRule> ofWhatIsNamed() {
        return List.of(
                new References(),
                new MembersFit(),
                new NeedsCome(),
                new ElementsFit(),
                new PapersFit(),
                new ProjectFits());
    }

    /** Rules over what only shows once everything fits together. */
    static List<CheckRule> ofTheWhole() {
        return List.of(new WholeHolds(), new Reachable());
    }
}
