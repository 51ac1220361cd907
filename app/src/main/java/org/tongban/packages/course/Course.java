package org.tongban.packages.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What follows for the others when one part moves: who has all it needs can begin, who needs what
 * will never come is stopped, and the rest goes on. Pure; applied twice it changes nothing more.
 */
public final class Course {

    private Course() {}

    /**
     * A part as far as the others matter to it.
     *
     * @param isLookup whether it is only looked up and counts for nothing by itself
     * @param needs keys of other parts
     * @param becauseOf key of the part that stopped it
     */
    public record Standing(
            String key,
            boolean isLookup,
            List<String> needs,
            PartState state,
            @Nullable String becauseOf) {
        public Standing {
            needs = List.copyOf(needs);
        }

        Standing now(PartState other, @Nullable String because) {
            return new Standing(key, isLookup, needs, other, because);
        }
    }

    /** All parts with everything drawn that follows. */
    public static List<Standing> settled(List<Standing> parts) {
        Map<String, Standing> now =
                parts.stream()
                        .collect(
                                Collectors.toMap(
                                        Standing::key,
                                        Function.identity(),
                                        (first, _) -> first,
                                        LinkedHashMap::new));
        var moved = true;
        while (moved) {
            moved = false;
            for (var part : List.copyOf(now.values())) {
                var next = settled(part, now);
                if (!next.equals(part)) {
                    now.put(part.key(), next);
                    moved = true;
                }
            }
        }
        return List.copyOf(now.values());
    }

    private static Standing settled(Standing part, Map<String, Standing> all) {
        if (!part.state().isUnbegun()) return part;
        var lost =
                part.needs().stream()
                        .flatMap(key -> Optional.ofNullable(all.get(key)).stream())
                        .filter(need -> need.state().isLost())
                        .findFirst();
        if (lost.isPresent()) return part.now(PartState.STOPPED, lost.get().key());
        var complete =
                part.needs().stream()
                        .flatMap(key -> Optional.ofNullable(all.get(key)).stream())
                        .allMatch(need -> need.state() == PartState.GRANTED);
        return part.now(complete ? PartState.READY : PartState.WAITING, null);
    }

    /** How the whole stands. What is only looked up is nobody's aim. */
    public static WholeState of(List<Standing> parts) {
        if (parts.stream().anyMatch(part -> !part.state().isOver())) return WholeState.RUNNING;
        var aims = parts.stream().filter(part -> !part.isLookup()).toList();
        var granted = aims.stream().filter(part -> part.state() == PartState.GRANTED).count();
        if (granted == aims.size()) return WholeState.DONE;
        return granted == 0 ? WholeState.NOT_DONE : WholeState.PARTLY_DONE;
    }
}
