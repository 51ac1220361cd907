package org.tongban.simulators;

/** How a simulated register behaves. */
public enum Mode {
    /** It answers what it has. */
    OK,
    /** It answers after everybody has stopped waiting. */
    SLOW,
    /** It says that it does not work. */
    DOWN,
    /** It answers about somebody else. */
    WRONG,
    /** It says that it has been asked too often. */
    THROTTLED
}
