package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.ItemDefinition.FormPage;
import org.tongban.web.Texts;

/**
 * A page of the form as a browser tab has sent it.
 *
 * @param typed all answers of the draft, those of the page as sent
 * @param mark the fingerprint of the answers that the tab was shown; empty when it was lost
 * @param tab names the tab; empty when that was lost
 */
record SentPage(FormPage page, Map<String, List<String>> typed, String mark, String tab) {

    static SentPage of(OpenDraft open, int number, HttpServletRequest request) {
        var page = open.page(number).orElseThrow(DraftDoor::notFound);
        return new SentPage(
                page,
                open.merged(page, FormCheck.typed(request.getParameterMap())),
                sent(request, "mark"),
                sent(request, "tab"));
    }

    private static String sent(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** Whether nobody else has changed this page's answers since it was drawn. */
    boolean isFree(OpenDraft open) {
        return mark.isEmpty()
                || mark.equals(open.mark(page))
                || (!tab.isEmpty() && tab.equals(open.draft().tab()));
    }

    /** What the other tab has written, at each field where the two differ. */
    Map<String, String> clashes(OpenDraft open, Texts texts) {
        var clashes = new LinkedHashMap<String, String>();
        if (isFree(open)) {
            return clashes;
        }
        for (var field : open.fields(page)) {
            var stored = open.typed(field);
            if (!stored.equals(typed.getOrDefault(field.key(), List.of()))) {
                clashes.put(
                        FieldViews.id(field.key()),
                        texts.localize(
                                "apply.clash.field",
                                field.label(),
                                ShownAnswers.text(open, field, stored, texts)));
            }
        }
        return clashes;
    }
}
