package org.tongban.documents;

/**
 * One step and what came of it.
 *
 * @param where the part of the file that is at fault; empty when there is none. Letters from the
 *     file: to be escaped
 */
public record StepResult(Step step, Answer answer, Fault fault, String where) {

    public static StepResult passed(Step step) {
        return new StepResult(step, Answer.PASSED, Fault.NONE, "");
    }

    public static StepResult failed(Step step, Fault why) {
        return new StepResult(step, Answer.FAILED, why, "");
    }

    public static StepResult failed(Step step, Fault why, String where) {
        return new StepResult(step, Answer.FAILED, why, where);
    }

    public static StepResult unchecked(Step step, Fault why) {
        return new StepResult(step, Answer.UNCHECKED, why, "");
    }

    public static StepResult of(Step step, boolean passed, Fault otherwise) {
        return passed ? passed(step) : failed(step, otherwise);
    }
}
