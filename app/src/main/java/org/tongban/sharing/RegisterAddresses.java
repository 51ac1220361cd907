package org.tongban.sharing;

import java.net.URI;
import java.util.Optional;

/**
 * Somebody who knows where registers are to be asked; the simulators of a demonstration are one.
 */
public interface RegisterAddresses {

    /** Where the register answers, if this is one that is known here. */
    Optional<Address> find(String register);

    /**
     * Where a register answers, and as whom we ask it.
     *
     * @param base address below which {@code one} and {@code fact} are
     * @param key shown with every question
     * @param simulated whether it is no real register: every page says so
     */
    record Address(URI base, String key, boolean simulated) {

        /** Never the key: this may reach a log. */
        @Override
        public String toString() {
            return "Address[" + base + "]";
        }
    }
}
