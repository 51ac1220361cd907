package org.tongban.bench;

import java.util.List;
import java.util.Locale;

/** How the agencies of one case work: one after the other, or four of them at the same instant. */
enum Shape {
    SEQUENTIAL(1),
    /** Four agencies review and all decide at once; whoever is last leads on to the approval. */
    PARALLEL(4);

    private final int reviewers;

    Shape(int reviewers) {
        this.reviewers = reviewers;
    }

    static Shape named(String name) {
        return List.of(values()).stream()
                .filter(shape -> shape.label().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BenchFailed(
                                        "--shape takes sequential or parallel, not '%s'"
                                                .formatted(name)));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    int reviewers() {
        return reviewers;
    }

    /** How often this act is carried out in one case. */
    int times(Act act) {
        return act == Act.REVIEW ? reviewers : 1;
    }

    /** Acts of one case, each in a durable transaction of its own. */
    int actsACase() {
        return Act.values().length - 1 + reviewers;
    }
}
