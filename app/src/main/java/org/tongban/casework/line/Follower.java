package org.tongban.casework.line;

/**
 * Something that has to happen once for every line of every case. Called inside a transaction that
 * also moves the follower's place: what it writes with the same database is written exactly once,
 * whatever crashes. Must not talk to the outside world itself.
 */
public interface Follower {

    /** Under this name its place is kept; never changes once published. */
    String name();

    /** Carries out what the line means for this follower. An exception stops it at this line. */
    void follow(CaseLine line);
}
