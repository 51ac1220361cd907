package org.tongban.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongban.accounts.Accounts;
import org.tongban.crypto.Keys;

/**
 * Under which hashes the cases and certificates of a person are found: their own number's, and
 * those of the firms for which they may act today. Who no longer acts for a firm no longer finds
 * what is the firm's.
 */
@Component
public class ApplicantHashes {

    private final Accounts accounts;
    private final Keys keys;
    private final Clock clock;

    ApplicantHashes(Accounts accounts, Keys keys, Clock clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
    }

    /** The person's own hash first; empty for nobody. 32 bytes each. */
    public List<byte[]> of(UUID personId) {
        var own = accounts.privatePartOf(personId).stream().map(part -> part.idNumber());
        var firms =
                accounts.firmsOf(personId, LocalDate.now(clock)).stream()
                        .map(firm -> firm.creditCode());
        return Stream.concat(own, firms).map(this::hash).toList();
    }

    private byte[] hash(String number) {
        return keys.lookupHash().of(number, Casework.APPLICANT);
    }
}
