package org.tongban.casework.engine;

import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Refusal;

/** The engine's answer to an act. */
public sealed interface Ruling {

    /** The act is lawful: this is the case after it, and the line to write. */
    record Done(CaseFile next, CaseEvent event) implements Ruling {}

    /** The act is not carried out; nothing changes. */
    record Refused(Refusal why) implements Ruling {}
}
