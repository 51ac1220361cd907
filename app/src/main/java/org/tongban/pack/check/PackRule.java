package org.tongban.pack.check;

/** A rule a pack has to keep, or a family of rules about one file. */
interface PackRule {

    /** Takes down in the pack's sheets whatever does not keep the rule. */
    void check(Pack pack);
}
