package org.tongban.casework.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Hearing;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Procedure;

/**
 * How a case stands, told twice: by its row, and by its event line alone. The two are made by code
 * that shares nothing, so that they agree only if the line says all that happened. Who holds which
 * task and every clock's day are not in it: those the engine counts from the same facts.
 *
 * @param told materials that were told to correct
 * @param owed names of promised papers that have not come
 * @param procedure the special procedure that goes on
 */
public record Standing(
        CaseState state,
        Optional<Outcome> outcome,
        int version,
        Optional<LocalDate> acceptedOn,
        Set<String> told,
        boolean extended,
        Set<String> owed,
        Optional<String> procedure,
        Optional<Hearing.State> hearing,
        boolean simulated) {

    public Standing {
        told = Set.copyOf(told);
        owed = Set.copyOf(owed);
    }

    /** As the row has it. */
    public static Standing of(CaseFile file) {
        return new Standing(
                file.state(),
                file.result(),
                file.version(),
                Optional.ofNullable(file.acceptedOn()),
                materials(file.corrections()),
                file.extended(),
                file.papersOwed().stream().map(Pledge::name).collect(Collectors.toSet()),
                file.runningProcedure().map(Procedure::kind),
                file.heard().map(Hearing::state),
                file.isSimulated());
    }

    /**
     * As the line has it.
     *
     * @param line from the first act on
     * @throws IllegalArgumentException when it does not begin with the handing in
     */
    public static Standing of(List<CaseEvent> line) {
        if (line.isEmpty() || !(line.getFirst() instanceof CaseEvent.Submitted)) {
            throw new IllegalArgumentException("a line begins with the handing in");
        }
        var told = new ToldByTheLine();
        line.subList(1, line.size()).forEach(told::then);
        return told.standing();
    }

    static Set<String> materials(List<Act.Correction> corrections) {
        return corrections.stream().map(Act.Correction::material).collect(Collectors.toSet());
    }
}
