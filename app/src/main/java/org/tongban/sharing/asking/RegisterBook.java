package org.tongban.sharing.asking;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongban.sharing.RegisterAddresses;

/**
 * Where registers are: as the operator has set it ({@code TONGBAN_REGISTERS_<NAME>_ADDRESS} and
 * {@code _KEY}), else as somebody in the house knows. A register without an address is not asked.
 */
@Component
public class RegisterBook {

    private final Environment settings;
    private final List<RegisterAddresses> known;

    RegisterBook(Environment settings, List<RegisterAddresses> known) {
        this.settings = settings;
        this.known = List.copyOf(known);
    }

    /** Where the register is asked. */
    public Optional<RegisterAddresses.Address> find(String register) {
        var base = settings.getProperty("tongban.registers." + register + ".address", "").strip();
        if (!base.isEmpty()) {
            var key = settings.getProperty("tongban.registers." + register + ".key", "");
            return Optional.of(new RegisterAddresses.Address(URI.create(base), key, false));
        }
        return known.stream().flatMap(one -> one.find(register).stream()).findFirst();
    }
}
