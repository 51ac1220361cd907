package org.tongban.casework;

import java.util.List;

/**
 * A case that is reviewed without effect.
 *
 * @param lacking names of the preconditions that are missing
 */
public record Simulation(List<String> lacking) {
    public Simulation {
        lacking = List.copyOf(lacking);
    }
}
