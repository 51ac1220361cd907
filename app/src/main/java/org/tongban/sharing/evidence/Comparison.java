package org.tongban.sharing.evidence;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Evidence.Fault;
import org.tongban.casework.Evidence.Kind;
import org.tongban.law.LegalBasis;
import org.tongban.sharing.asking.RegisterEntry;

/** What is wrong with something that a register said, or says now instead. */
@LegalBasis("practice/sharing/again")
final class Comparison {

    private Comparison() {}

    /** What is wrong with an entry by itself. */
    static Optional<Fault> faultOf(RegisterEntry entry, LocalDate today) {
        return switch (entry.state()) {
            case ENDED -> Optional.of(fault(Kind.REVOKED));
            case SUSPENDED -> Optional.of(fault(Kind.SUSPENDED));
            case VALID ->
                    entry.lastDay().filter(today::isAfter).isPresent()
                            ? Optional.of(fault(Kind.EXPIRED))
                            : Optional.empty();
        };
    }

    /**
     * What is wrong with what was used before.
     *
     * @param before what the register said then; absent where it was not asked
     */
    static Optional<Fault> faultSince(
            @Nullable RegisterEntry before, RegisterEntry now, LocalDate today) {
        var fault = faultOf(now, today);
        return fault.isPresent() || before == null || before.data().equals(now.data())
                ? fault
                : Optional.of(fault(Kind.REPLACED));
    }

    /**
     * That there is no entry: what was fetched has gone from the register, and of what was brought
     * it knows nothing.
     */
    static Fault nothing(@Nullable RegisterEntry before) {
        return fault(before == null ? Kind.UNKNOWN : Kind.REVOKED);
    }

    private static Fault fault(Kind kind) {
        return new Fault(kind, "");
    }
}
