package org.tongban.casework.engine;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Consultation;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Step;
import org.tongban.catalogue.ItemDefinition.StepKind;

/**
 * The way of a case through the item's steps: in sequence, side by side, by condition. A step whose
 * condition does not hold is not there; what stood behind it stands behind its predecessors.
 */
final class Steps {

    private final ItemDefinition item;
    private final List<String> plan;

    Steps(ItemDefinition item, List<String> plan) {
        this.item = item;
        this.plan = plan;
    }

    /** The steps that apply, in the item's order; the decision always does. */
    static List<String> planned(ItemDefinition item, Set<String> applicable) {
        return item.steps().stream()
                .filter(s -> s.kind() == StepKind.DECISION || applicable.contains(s.key()))
                .map(Step::key)
                .toList();
    }

    /**
     * The steps that can be opened now: everything before them is done, they are neither done nor
     * open.
     */
    List<Step> ready(List<CaseTask> tasks, List<Consultation> asked) {
        return plan.stream()
                .map(key -> item.step(key).orElseThrow())
                .filter(step -> !isOpen(step.key(), tasks) && !isDone(step.key(), tasks, asked))
                .filter(step -> before(step).stream().allMatch(key -> isDone(key, tasks, asked)))
                .toList();
    }

    /** Every step that lies before this one, however far. */
    Set<String> allBefore(String key) {
        var found = new LinkedHashSet<String>();
        collectBefore(item.step(key).orElseThrow(), found);
        return found;
    }

    /** Every step that lies behind this one, however far. */
    Set<String> allBehind(String key) {
        var found = new HashSet<String>();
        for (var other : plan) {
            if (allBefore(other).contains(key)) {
                found.add(other);
            }
        }
        return found;
    }

    private void collectBefore(Step step, Set<String> found) {
        for (var key : before(step)) {
            if (found.add(key)) {
                collectBefore(item.step(key).orElseThrow(), found);
            }
        }
    }

    /**
     * The planned steps directly before a step; through a step that does not apply one looks
     * further back.
     */
    private Set<String> before(Step step) {
        if (step.kind() == StepKind.DECISION) {
            // Whatever an item's author forgot to draw: nobody decides over a step still open.
            var all = new LinkedHashSet<>(plan);
            all.remove(step.key());
            return all;
        }
        var direct = step.after();
        var index = item.steps().indexOf(step);
        if (direct.isEmpty() && index > 0) {
            direct = List.of(item.steps().get(index - 1).key());
        }
        var found = new LinkedHashSet<String>();
        for (var key : direct) {
            if (plan.contains(key)) {
                found.add(key);
            } else {
                found.addAll(before(item.step(key).orElseThrow()));
            }
        }
        return found;
    }

    private static boolean isOpen(String key, List<CaseTask> tasks) {
        return tasks.stream().anyMatch(task -> task.step().equals(key) && task.isPending());
    }

    /**
     * By the latest task of the step: one that was overtaken has to be done again, and one that
     * somebody still has to sign after is not done.
     */
    private static boolean isDone(String key, List<CaseTask> tasks, List<Consultation> asked) {
        return tasks.reversed().stream()
                .filter(task -> task.isMain() && task.step().equals(key))
                .findFirst()
                .filter(task -> task.state() == CaseTask.State.DONE)
                .filter(
                        task ->
                                asked.stream()
                                        .noneMatch(c -> c.task() == task.no() && c.isPending()))
                .isPresent();
    }
}
