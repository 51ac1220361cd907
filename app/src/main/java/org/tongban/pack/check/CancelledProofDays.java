package org.tongban.pack.check;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The day from which a proof is no longer asked for is a day. */
final class CancelledProofDays implements ItemRule {

    @Override
    public void check(Item item) {
        FaultSheet.each(
                item.node().list("cancelledProofs"),
                "cancelledProofs",
                (proof, path) -> {
                    if (!isDay(proof.text("since"))) {
                        item.sheet().error(proof, path, "since", "应当是日期，例如 2026-11-01");
                    }
                });
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }
}
