package org.tongban.bench;

/** The acts of one administrative case, in the order in which every contender carries them out. */
public enum Act {
    /** The applicant files the application with its form. */
    APPLY("apply"),
    /** The window accepts it. */
    ACCEPT("accept"),
    /** An officer reviews it. */
    REVIEW("review"),
    /** The head of the post approves it. */
    APPROVE("approve"),
    /** The certificate is issued. */
    ISSUE("issue"),
    /** The result is handed over, which closes the case. */
    DELIVER("deliver");

    private final String label;

    Act(String label) {
        this.label = label;
    }

    /** The word for this act in the models and in the report. */
    public String label() {
        return label;
    }
}
