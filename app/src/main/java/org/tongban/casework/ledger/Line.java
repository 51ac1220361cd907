package org.tongban.casework.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.tongban.casework.Actor;
import org.tongban.crypto.Sm3;

/**
 * One line of a case's event line, ready to be written. Its hash covers the hash of the line before
 * it, so that no line can be changed, left out or put in without all later ones telling.
 *
 * @param at to the microsecond, as the database keeps it
 */
record Line(
        UUID caseId,
        int seq,
        Instant at,
        String act,
        UUID actId,
        Actor.Kind actorKind,
        String actorId,
        String actorName,
        String body) {

    Line {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Before the first line of a case. */
    static byte[] beginning() {
        return new byte[Sm3.BYTES];
    }

    byte[] hash(byte[] before) {
        // Unit separators keep two fields from being read as one.
        var text =
                String.join(
                        "\u001f",
                        caseId.toString(),
                        Integer.toString(seq),
                        at.toString(),
                        act,
                        actId.toString(),
                        actorKind.name(),
                        actorId,
                        actorName,
                        body);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var whole = new byte[before.length + bytes.length];
        System.arraycopy(before, 0, whole, 0, before.length);
        System.arraycopy(bytes, 0, whole, before.length, bytes.length);
        return Sm3.hash(whole);
    }
}
