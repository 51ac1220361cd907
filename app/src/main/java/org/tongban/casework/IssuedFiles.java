package org.tongban.casework;

import java.time.LocalDate;
import java.util.Optional;

/** Knows files that this house made and sealed for a holder; the library of certificates does. */
public interface IssuedFiles {

    /**
     * What a file is, told by its hash.
     *
     * @param ownerHash of the number of whoever handed it in: another's certificate says nothing
     *     here
     * @return empty when it is no file of ours for that holder
     */
    Optional<Issued> issuedTo(byte[] ownerHash, String sm3);

    /**
     * How what is in it stands today.
     *
     * @param holds whether it may be relied on now
     * @param until its last day; empty: without end
     */
    record Issued(boolean holds, Optional<LocalDate> until) {}
}
