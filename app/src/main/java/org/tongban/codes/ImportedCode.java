package org.tongban.codes;

import java.util.Set;

/**
 * A number taken over from another system, which may be wrong: it is kept as it came, with what is
 * wrong, because refusing it would lose the record that carries it.
 *
 * @param value as it came, without spaces and in half-width capitals
 * @param flags what is wrong; empty when the number would be accepted on entry too
 */
public record ImportedCode(String value, Set<CodeFault> flags) {

    public ImportedCode {
        flags = Set.copyOf(flags);
    }

    /** Whether the number would be accepted on entry. */
    public boolean isSound() {
        return flags.isEmpty();
    }
}
