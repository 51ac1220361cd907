package org.tongban.access;

import java.io.Serial;
import java.util.Set;
import java.util.UUID;

/**
 * A member of staff who has signed in. What it says of posts and rights is taken from the directory
 * anew at every request.
 *
 * @param posts keys of the posts held
 * @param rights of all those posts together: {@code accept review decide deliver supervise
 *     administer}
 * @param agencies keys of the agencies whose posts are held; empty for a desk of no agency
 * @param windows keys of the windows at which the posts sit
 * @param wholeRegion whether a post reaches over all agencies
 */
public record StaffPrincipal(
        UUID staffId,
        String name,
        String login,
        Set<String> posts,
        Set<String> rights,
        Set<String> agencies,
        Set<String> windows,
        boolean wholeRegion)
        implements Caller {

    @Serial private static final long serialVersionUID = 1;

    public StaffPrincipal {
        posts = Set.copyOf(posts);
        rights = Set.copyOf(rights);
        agencies = Set.copyOf(agencies);
        windows = Set.copyOf(windows);
    }

    @Override
    public Door door() {
        return Door.STAFF;
    }

    @Override
    public String getName() {
        return "staff:" + staffId;
    }

    public boolean has(String right) {
        return rights.contains(right);
    }

    /** Whether the agency's files lie within what the posts reach. */
    public boolean reaches(String agencyKey) {
        return wholeRegion || agencies.contains(agencyKey);
    }
}
