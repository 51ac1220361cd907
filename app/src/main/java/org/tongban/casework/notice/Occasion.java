package org.tongban.casework.notice;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongban.casework.CaseFile;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.engine.Known;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.web.Dates;

/**
 * What a paper is written about, and the sentences that many papers share.
 *
 * @param file the case as the act leaves it
 */
record Occasion(CaseFile file, Known known, PlaceSettings place, Dates dates) {

    ItemDefinition item() {
        return known.item();
    }

    LocalDate today() {
        return known.today();
    }

    void contact(PaperDraft draft) {
        draft.say("contact", Map.of("hotline", place.hotline()));
    }

    /** Whoever is told no is told where to turn, and until when. */
    void remedies(PaperDraft draft) {
        draft.say("remedies", Map.of("review", place.reviewBody(), "court", place.court()));
    }

    void terms(PaperDraft draft, LocalDate promised, LocalDate statutory) {
        draft.say(
                "term",
                Map.of(
                        "promised", dates.fullDay(promised),
                        "statutory", dates.fullDay(statutory)));
    }

    void fees(PaperDraft draft) {
        var fees =
                item().fee().stream()
                        .map(fee -> fee.name() + " " + fee.amount() + " " + fee.unit())
                        .collect(Collectors.joining("；"));
        draft.say(item().isFree() ? "free" : "fee", Map.of("fees", fees));
    }
}
