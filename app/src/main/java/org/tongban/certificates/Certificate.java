package org.tongban.certificates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.tongban.casework.Trust;

/**
 * One certificate as it stands in the register.
 *
 * @param validUntil the last day; empty: without end
 * @param caseId the case; of a certificate without one, the file it came from. One for all versions
 * @param version counts from 1; a change or a renewal makes the next
 * @param replaces the version before
 * @param token of its public page; whoever has it may see the masked face
 * @param sealed the encrypted content; {@link Certificates#signedBytes} opens it
 * @param keyId of the key that signed
 * @param confirmed whether the office answers for what was taken over from paper
 */
@SuppressWarnings("ArrayRecordComponent") // Carried to the check, never compared.
public record Certificate(
        UUID id,
        UUID caseId,
        String typeKey,
        String identifier,
        String number,
        String agency,
        String holderName,
        LocalDate issuedOn,
        Optional<LocalDate> validUntil,
        Status status,
        int version,
        Optional<UUID> replaces,
        Optional<Revocation> revocation,
        String token,
        byte[] sealed,
        byte[] signature,
        String keyId,
        Origin origin,
        boolean confirmed) {

    /**
     * That it was taken back.
     *
     * @param by name of the member of staff
     */
    public record Revocation(Instant at, String why, String by) {}

    /** What was decided about it; expiry is the calendar's. */
    public enum Status {
        VALID,
        SUSPENDED,
        REPLACED,
        REVOKED
    }

    /** Expiry is never stored: a certificate is valid through its last day. */
    public Standing standing(LocalDate today) {
        return switch (status) {
            case REVOKED -> Standing.REVOKED;
            case REPLACED -> Standing.REPLACED;
            case SUSPENDED -> Standing.SUSPENDED;
            case VALID -> ofPeriod(today);
        };
    }

    /** How far it may be relied on. */
    public Trust trust() {
        if (origin != Origin.PAPER) return Trust.A;
        return confirmed ? Trust.B : Trust.C;
    }

    private Standing ofPeriod(LocalDate today) {
        return validUntil.filter(today::isAfter).isPresent() ? Standing.EXPIRED : Standing.VALID;
    }

    @Override
    public String toString() {
        return "Certificate[" + identifier + "]";
    }
}
