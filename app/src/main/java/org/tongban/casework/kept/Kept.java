package org.tongban.casework.kept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.tongban.casework.Trust;

/**
 * One file that is kept.
 *
 * @param ownerHash of the number of whose it is
 * @param what as of {@link Keeping#what}
 * @param called the material's name in the guide
 * @param title the file's name, or the one its holder gave it
 * @param compared by which agency it was compared with the original; of grade B only
 * @param validUntil its last day; empty: nobody said
 * @param itemName of the case with which it came the last time
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by Arrays.equals only.
public record Kept(
        UUID id,
        byte[] ownerHash,
        String what,
        String called,
        String title,
        String sm3,
        String mediaType,
        long size,
        Trust grade,
        Optional<Compared> compared,
        Optional<LocalDate> validUntil,
        String itemName,
        Instant cameAt) {

    /** That the original was seen. */
    public record Compared(String agency, LocalDate on) {}

    /** Valid through its last day. */
    public boolean isExpired(LocalDate today) {
        return validUntil.filter(today::isAfter).isPresent();
    }

    /** Names no file: this may reach a log. */
    @Override
    public String toString() {
        return "Kept[" + id + "]";
    }
}
