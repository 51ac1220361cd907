package org.tongban.catalogue.search;

/**
 * How far the database has been followed: everything before this transaction is known. While a pass
 * is under way it also says up to where in it, so that a pass that was broken off goes on there.
 *
 * @param xact the transaction from which on changes are to be read
 * @param key the item read last among those of that transaction; empty: none of them
 * @param goal what the mark will be when the pass is over; equal to {@code xact} when none is under
 *     way
 */
record Mark(long xact, String key, long goal) {

    /** Nothing has been read. */
    static final Mark NOWHERE = new Mark(0, "", 0);

    /** Whether no pass is under way. */
    boolean isSettled() {
        return xact == goal && key.isEmpty();
    }

    static Mark settled(long xact) {
        return new Mark(xact, "", xact);
    }

    String written() {
        return xact + " " + goal + " " + key;
    }

    static Mark read(String written) {
        var parts = written.split(" ", 3);
        return new Mark(Long.parseLong(parts[0]), parts[2], Long.parseLong(parts[1]));
    }
}
