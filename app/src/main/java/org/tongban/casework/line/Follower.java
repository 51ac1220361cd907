package org.tongban.casework.line;

import java.util.List;

/**
 * Something that has to happen once for every line of every case. Called inside a transaction that
 * also moves the follower's place: what it writes with the same database is written exactly once,
 * whatever crashes. Must not talk to the outside world itself.
 */
public interface Follower {

    /** Under this name its place is kept; never changes once published. */
    String name();

    /**
     * Whether a follower that is new to an installation reads the line from its beginning, because
     * what it keeps is a picture of all cases. Others begin with what happens after they came: what
     * was done long ago must not be acted on again. Never changes once published.
     */
    default boolean rebuilds() {
        return false;
    }

    /** Carries out what the line means for this follower. An exception stops it at this line. */
    void follow(CaseLine line);

    /**
     * The lines of one transaction, in their order. Whoever can do for many at once what costs as
     * much for one does it here; what comes of it is the same.
     */
    default void followAll(List<CaseLine> lines) {
        lines.forEach(this::follow);
    }
}
