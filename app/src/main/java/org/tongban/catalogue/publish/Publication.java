package org.tongban.catalogue.publish;

/** What publishing an item came to. */
public sealed interface Publication {

    /** The version that is in force now. */
    int version();

    /** The first version of a new item. */
    record Created(int version) implements Publication {}

    /** A new version beside the old ones. */
    record Changed(int version) implements Publication {}

    /** The same as what is in force already: nothing was stored. */
    record Unchanged(int version) implements Publication {}
}
