package org.tongban.accounts;

import java.util.Optional;
import org.tongban.law.LegalBasis;

/** Whether two records may be put together. */
final class MayMerge {

    private MayMerge() {}

    /**
     * One of the two.
     *
     * @param isMerged whether it was put into another
     * @param hasMerged whether another was put into it
     */
    record Side(Person person, boolean isMerged, boolean hasMerged) {}

    /**
     * What stands in the way.
     *
     * @param bound whether one acts for the other, or guards it
     */
    @LegalBasis("practice/merge/who")
    static Optional<PersonMerges.Why> bar(Side kept, Side gone, boolean bound) {
        if (kept.person().id().equals(gone.person().id())) {
            return Optional.of(PersonMerges.Why.SAME);
        }
        if (kept.isMerged() || gone.isMerged() || gone.hasMerged()) {
            return Optional.of(PersonMerges.Why.ALREADY);
        }
        if (!kept.person().name().equals(gone.person().name())) {
            return Optional.of(PersonMerges.Why.OTHER_NAME);
        }
        return bound ? Optional.of(PersonMerges.Why.BOUND) : Optional.empty();
    }
}
