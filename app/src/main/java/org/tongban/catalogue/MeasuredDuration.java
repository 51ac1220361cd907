package org.tongban.catalogue;

import java.util.Optional;

/**
 * How long cases of an item really took. The catalogue shows it beside the promise; whoever keeps
 * the cases implements it, and without an implementation nothing is shown.
 */
public interface MeasuredDuration {

    /**
     * Working days within which half of the recent cases were decided.
     *
     * @return empty when there were too few to say
     */
    Optional<Integer> medianWorkingDays(String itemKey);
}
