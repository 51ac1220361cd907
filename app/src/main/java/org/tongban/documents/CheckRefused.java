package org.tongban.documents;

/** A file is not looked at any further. */
public final class CheckRefused extends Exception {

    private final CheckReport.Refusal why;

    public CheckRefused(CheckReport.Refusal why) {
        super(why.name());
        this.why = why;
    }

    public CheckRefused(CheckReport.Refusal why, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    public CheckReport.Refusal why() {
        return why;
    }
}
