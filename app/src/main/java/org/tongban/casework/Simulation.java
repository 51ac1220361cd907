package org.tongban.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case that is reviewed without effect.
 *
 * @param lacking names of the preconditions that are missing
 * @param conditions with which it would be granted; absent: none, or not yet reviewed
 * @param validUntil the last day that the grant would name; absent: none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Simulation(
        List<String> lacking, @Nullable String conditions, @Nullable LocalDate validUntil) {

    public Simulation {
        lacking = List.copyOf(lacking);
    }

    /** Not yet reviewed. */
    public Simulation(List<String> lacking) {
        this(lacking, null, null);
    }
}
