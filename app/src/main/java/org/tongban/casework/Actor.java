package org.tongban.casework;

import java.util.Optional;
import java.util.Set;

/**
 * Who acts, with what the directory said about them when the act began.
 *
 * @param id of the account, the member of staff or the client
 * @param posts keys of the posts held
 * @param agencies whose cases the actor may touch; {@link Optional#empty()} is the whole region
 */
public record Actor(
        Kind kind,
        String id,
        String name,
        Set<Right> rights,
        Set<String> posts,
        Optional<Set<String>> agencies) {

    /** What sort of being acts. */
    public enum Kind {
        APPLICANT,
        STAFF,
        SYSTEM,
        API
    }

    public Actor {
        rights = Set.copyOf(rights);
        posts = Set.copyOf(posts);
        agencies = agencies.map(Set::copyOf);
    }

    /**
     * The applicant acting on their own case; that it is their own is checked where it is loaded.
     */
    public static Actor applicant(String accountId, String name) {
        return new Actor(
                Kind.APPLICANT, accountId, name, Set.of(Right.APPLY), Set.of(), Optional.empty());
    }

    /** The platform, carrying out what the law attaches to silence or to the end of a term. */
    public static Actor system() {
        return new Actor(
                Kind.SYSTEM, "system", "系统", Set.of(Right.SYSTEM), Set.of(), Optional.empty());
    }

    public boolean has(Right right) {
        return rights.contains(right);
    }

    /** Whether cases of the agency lie within the actor's scope. */
    public boolean reaches(String agency) {
        return agencies.isEmpty() || agencies.get().contains(agency);
    }

    public boolean holds(String post) {
        return posts.contains(post);
    }
}
