package org.tongban.pack.check;

/** A rule an item has to keep by itself, or a family of rules about one of its parts. */
interface ItemRule {

    /** Takes down in the item's sheet whatever does not keep the rule. */
    void check(Item item);
}
