package org.tongban.certificates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One certificate as it stands in the register.
 *
 * @param validUntil the last day; empty: without end
 * @param token of its public page; whoever has it may see the masked face
 * @param sealed the encrypted content; {@link Certificates#signedBytes} opens it
 * @param keyId of the key that signed
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
        Optional<Revocation> revocation,
        String token,
        byte[] sealed,
        byte[] signature,
        String keyId) {

    /**
     * That it was taken back.
     *
     * @param by name of the member of staff
     */
    public record Revocation(Instant at, String why, String by) {}

    /** Expiry is never stored: a certificate is valid through its last day. */
    public Standing standing(LocalDate today) {
        if (revocation.isPresent()) return Standing.REVOKED;
        return validUntil.filter(today::isAfter).isPresent() ? Standing.EXPIRED : Standing.VALID;
    }

    @Override
    public String toString() {
        return "Certificate[" + identifier + "]";
    }
}
