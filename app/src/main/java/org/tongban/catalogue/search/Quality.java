package org.tongban.catalogue.search;

import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemSummary;

/**
 * How well a search answers. The first four figures are of the questions that have an answer.
 *
 * @param answerable questions that have an answer
 * @param first share whose first hit is right
 * @param withinThree share with a right one among the first three
 * @param reciprocalRank mean of one by the place of the first right hit, 0 when there is none
 * @param sure share of them that the page presents as found
 * @param unanswerable questions without an answer in this place
 * @param unsure share of those for which the page says that it is not sure
 */
public record Quality(
        int answerable,
        double first,
        double withinThree,
        double reciprocalRank,
        double sure,
        int unanswerable,
        double unsure) {

    /** Asks every question. */
    public static Quality of(Finder finder, Golden golden, Means means) {
        var answerable = 0;
        var unanswerable = 0;
        var first = 0;
        var withinThree = 0;
        var reciprocal = 0.0;
        var sure = 0;
        var unsure = 0;
        for (var asked : golden.questions()) {
            var page = finder.find(asked.question(), ItemFilter.ALL, means, "");
            if (asked.answers().isEmpty()) {
                unanswerable++;
                if (!page.sure()) unsure++;
                continue;
            }
            answerable++;
            if (page.sure()) sure++;
            var keys = page.items().stream().map(ItemSummary::key).toList();
            for (var place = 1; place <= keys.size(); place++) {
                if (!asked.answers().contains(keys.get(place - 1))) continue;
                if (place == 1) first++;
                if (place <= 3) withinThree++;
                reciprocal += 1.0 / place;
                break;
            }
        }
        return new Quality(
                answerable,
                share(first, answerable),
                share(withinThree, answerable),
                answerable == 0 ? 0 : reciprocal / answerable,
                share(sure, answerable),
                unanswerable,
                share(unsure, unanswerable));
    }

    private static double share(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }
}
