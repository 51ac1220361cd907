package org.tongban.catalogue;

import java.util.Optional;

/**
 * How long cases of an item really took. The catalogue shows it beside the promise; whoever keeps
 * the cases implements it, and without an implementation nothing is shown.
 */
public interface MeasuredDuration {

    /**
     * Working days within which a share of the recent cases were decided.
     *
     * @param percent 50 for the median
     * @return empty when there were too few to say
     */
    Optional<Integer> workingDays(String itemKey, int percent);
}
