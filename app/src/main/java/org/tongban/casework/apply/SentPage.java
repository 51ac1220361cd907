package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.casework.draft.SentRows;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition.FormPage;
import org.tongban.web.Texts;

/**
 * A page of the form as a browser tab has sent it.
 *
 * @param typed all answers of the draft, those of the page as sent
 * @param sent all that came, by the names of the page
 * @param mark the fingerprint of the answers that the tab was shown; empty when it was lost
 * @param tab names the tab; empty when that was lost
 */
record SentPage(
        FormPage page,
        Map<String, List<String>> typed,
        Map<String, List<String>> sent,
        String mark,
        String tab) {

    static SentPage of(OpenDraft open, int number, HttpServletRequest request) {
        var page = open.page(number).orElseThrow(DraftDoor::notFound);
        var parameters = FormCheck.typed(request.getParameterMap());
        return new SentPage(
                page,
                open.merged(page, parameters),
                parameters,
                sent(request, "mark"),
                sent(request, "tab"));
    }

    private static String sent(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** The same with other answers. */
    SentPage with(Map<String, List<String>> others) {
        return new SentPage(page, others, sent, mark, tab);
    }

    /** The same once what a button of its rows asked for is done. */
    SentPage acted() {
        return with(SentRows.acted(typed, page.fields(), sent));
    }

    /**
     * Where the page goes on after a button of its rows or files: at the first question of a new
     * row, else at the question itself.
     */
    Optional<String> anchor() {
        return SentRows.changed(sent)
                .flatMap(
                        key ->
                                page.fields().stream()
                                        .filter(field -> field.key().equals(key))
                                        .findFirst())
                .map(
                        field ->
                                SentRows.adds(sent)
                                        ? FormRows.key(
                                                field,
                                                FormRows.opened(field, typed) - 1,
                                                field.fields().getFirst().key())
                                        : field.key())
                .map(FieldViews::id);
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
            var sent =
                    field.isGroup()
                            ? FormRows.of(field, typed)
                            : typed.getOrDefault(field.key(), List.of());
            if (!open.stored(field).equals(sent)) {
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
