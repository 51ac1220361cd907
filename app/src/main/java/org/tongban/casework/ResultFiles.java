package org.tongban.casework;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * The results of cases as files to print. Declared here for the window that hands them over; kept
 * by the module that issues them.
 */
public interface ResultFiles {

    /**
     * What the case has led to and is in force now.
     *
     * @return the name of the file without its ending; empty before it is issued, and for results
     *     that are no certificates
     */
    Optional<String> nameOf(UUID caseId);

    /**
     * The sealed PDF, made now if it is still owed. The caller closes it.
     *
     * @return empty where {@link #nameOf} is empty, and on a machine without a font to write with
     */
    Optional<InputStream> pdf(UUID caseId);
}
