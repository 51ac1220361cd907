package org.tongban.casework.engine;

import java.util.Optional;

/** In which office a post sits, as the directory knows it. */
@FunctionalInterface
public interface Seats {

    /** Key of the post's agency; empty for a counter of no single office and for unknown posts. */
    Optional<String> agencyOf(String post);
}
