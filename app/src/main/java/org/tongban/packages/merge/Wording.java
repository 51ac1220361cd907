package org.tongban.packages.merge;

import java.util.List;

/** The words that a merged form needs and no item has. */
public interface Wording {

    /** Why something is asked: the items for which it is needed. */
    String neededBy(List<String> items);

    /** Whether an optional item is wanted. */
    String wanted(String item);

    String yes();

    String no();

    /** The page on which questions stand that only one item asks about the situation. */
    String situationPage();
}
