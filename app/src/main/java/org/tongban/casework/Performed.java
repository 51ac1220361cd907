package org.tongban.casework;

/** What became of an act on a case. */
public sealed interface Performed {

    /** Carried out; this is the case now. */
    record Done(CaseFile file) implements Performed {}

    /** The very same press of the button was carried out before; nothing was done twice. */
    record Already(CaseFile file) implements Performed {}

    /** Not carried out, and nothing changed. */
    record Refused(Refusal why) implements Performed {}
}
