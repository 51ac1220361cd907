package org.tongban.casework.staff;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Actor;
import org.tongban.casework.Right;

/** A member of staff as casework sees them: what the directory says becomes rights and scope. */
@NamedInterface("actors")
public final class StaffActor {

    private static final Map<String, Right> RIGHTS =
            Map.of(
                    "accept", Right.ACCEPT,
                    "review", Right.REVIEW,
                    "decide", Right.DECIDE,
                    "deliver", Right.DELIVER,
                    "head", Right.HEAD);

    private StaffActor() {}

    /** The member of staff with the scope of their posts: agencies, or the whole region. */
    public static Actor of(StaffPrincipal staff) {
        return actor(staff, staff.wholeRegion() ? Optional.empty() : Optional.of(staff.agencies()));
    }

    /**
     * The same for a case that they took in themselves. A window of a town belongs to no agency and
     * takes in for all of them, so it reaches those cases, and no others, of the agency.
     */
    public static Actor onOwnIntake(StaffPrincipal staff, String agency) {
        if (staff.wholeRegion()) return of(staff);
        var agencies = new HashSet<>(staff.agencies());
        agencies.add(agency);
        return actor(staff, Optional.of(agencies));
    }

    private static Actor actor(StaffPrincipal staff, Optional<Set<String>> agencies) {
        var rights = EnumSet.noneOf(Right.class);
        // "supervise" and "administer" are rights to look and to arrange, not to act on a case.
        RIGHTS.forEach(
                (name, right) -> {
                    if (staff.has(name)) rights.add(right);
                });
        return new Actor(
                Actor.Kind.STAFF,
                staff.staffId().toString(),
                staff.name(),
                rights,
                staff.posts(),
                agencies);
    }
}
