package org.tongban.openapi;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.access.SystemPrincipal;
import org.tongban.casework.Actor;
import org.tongban.casework.Right;
import org.tongban.directory.Directory;
import org.tongban.openapi.problem.ProblemCode;
import org.tongban.openapi.problem.Refused;

/** As whom a system acts: on the applicant's side for itself, in the office for its officer. */
@Component
public class SystemActor {

    /** Rights of a post that are rights on cases; the others open pages. */
    private static final Set<String> ON_CASES =
            Set.of("accept", "review", "decide", "deliver", "head");

    private final Directory directory;

    SystemActor(Directory directory) {
        this.directory = directory;
    }

    /** The system that hands in an application for somebody. */
    public static Actor applicant(SystemPrincipal system) {
        return new Actor(
                Actor.Kind.API,
                system.getName(),
                system.name(),
                Set.of(Right.APPLY),
                Set.of(),
                Optional.empty());
    }

    /** The system with the rights, posts and reach that its officer has at this moment. */
    public Actor officer(SystemPrincipal system) {
        var staff = staff(system);
        return new Actor(
                Actor.Kind.API,
                system.getName(),
                staff.name() + "（" + system.name() + "）",
                staff.rights().stream()
                        .filter(ON_CASES::contains)
                        .map(right -> Right.valueOf(right.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                staff.posts(),
                staff.wholeRegion() ? Optional.empty() : Optional.of(staff.agencies()));
    }

    /**
     * The id of the officer for whom the system acts.
     *
     * @throws Refused when it acts for nobody, or for someone who has left
     */
    public UUID staffId(SystemPrincipal system) {
        return staff(system).staffId();
    }

    /** The officer for whom the system acts; empty for a system that acts for nobody. */
    public Optional<StaffPrincipal> find(SystemPrincipal system) {
        return Optional.ofNullable(system.staffId()).flatMap(directory::principal);
    }

    private StaffPrincipal staff(SystemPrincipal system) {
        return find(system).orElseThrow(() -> Refused.because(ProblemCode.NO_STAFF_BINDING));
    }
}
