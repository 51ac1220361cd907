package org.tongban.casework;

import java.util.Optional;

/**
 * A certificate that was fetched for a case.
 *
 * @param material key
 * @param name of the certificate
 * @param number masked
 * @param fault what is wrong with it now; empty while it holds
 */
public record ReliedOn(
        String material, String name, String number, Optional<Evidence.Fault> fault) {

    public boolean holds() {
        return fault.isEmpty();
    }
}
