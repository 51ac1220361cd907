package org.tongban.casework;

import java.util.Optional;

/**
 * What a case rests on that was fetched for it, or that was brought and checked afterwards.
 *
 * @param material key
 * @param name of the certificate
 * @param number masked; empty: the applicant brought it
 * @param fault what is wrong with it now; empty while it holds
 * @param origin the register outside this house that said so last; empty: our own library, or
 *     nobody was asked yet
 */
public record ReliedOn(
        String material,
        String name,
        String number,
        Optional<Evidence.Fault> fault,
        Optional<Evidence.Origin> origin) {

    public boolean holds() {
        return fault.isEmpty();
    }

    /** Whether it lies in the case because it was fetched, and the applicant did not bring it. */
    public boolean isFetched() {
        return !number.isEmpty();
    }
}
