package org.tongban.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * An entry whose running cases have to follow it: down to who took it over, or back.
 *
 * @param itemKey of who delegated it
 * @param giver key of the agency that has it, or had it
 * @param takers who took it over; for the way back who has to give it up
 * @param day from which on
 * @param onlyOne whether every case goes to the one taker; otherwise its answers say to whom
 * @param back 上收: the cases come back to the giver
 */
public record HandOver(
        String itemKey,
        String giver,
        List<Taker> takers,
        LocalDate day,
        boolean onlyOne,
        boolean back,
        String reason) {

    public HandOver {
        takers = List.copyOf(takers);
    }

    /**
     * One agency and the entry of its own.
     *
     * @param agency its key
     */
    public record Taker(String agency, String takenAs) {}
}
