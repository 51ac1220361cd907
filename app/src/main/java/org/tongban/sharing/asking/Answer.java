package org.tongban.sharing.asking;

import java.time.Instant;

/** What came of asking for the one entry about somebody. */
public sealed interface Answer {

    /** The entry. */
    record Known(RegisterEntry entry, Instant at, boolean simulated) implements Answer {}

    /** The register knows nothing of this number. */
    record None(Instant at, boolean simulated) implements Answer {}

    /** This office may not ask for it while it handles this item; nobody was asked. */
    record NoRight() implements Answer {}

    /** There is no answer at the moment. */
    record OutOfReach() implements Answer {}
}
