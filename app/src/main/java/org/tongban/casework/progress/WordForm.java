package org.tongban.casework.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.casework.Act;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.words.CaseWords;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * A page on which people write one thing about their case and so carry out one act: asked first,
 * carried out once, and what was typed comes back when it cannot be.
 */
@Component
class WordForm {

    private final CaseDoor door;
    private final Casework casework;
    private final TextBundles bundles;

    WordForm(CaseDoor door, Casework casework, TextBundles bundles) {
        this.door = door;
        this.casework = casework;
        this.bundles = bundles;
    }

    /**
     * What sets one such page apart.
     *
     * @param template shows the box under its name
     * @param longest characters that can be written
     * @param refused what the page answers when the act is refused
     * @param offered whether it can be done with the case as it stands
     * @param act made of who writes and what they wrote
     */
    record Sort(
            String template,
            String box,
            String label,
            boolean required,
            int longest,
            HttpStatus refused,
            Predicate<CaseFile> offered,
            BiFunction<ApplicantPrincipal, String, Act> act) {}

    /** The empty page. */
    Rendered asked(Sort sort, FoundCase found, HttpServletRequest request) {
        return page(sort, found, "", UUID.randomUUID(), ErrorSummary.none(), texts(request));
    }

    /**
     * Carries out the act that was written for.
     *
     * @param pressed names the press of the button, so that pressing twice acts once
     */
    Object sent(
            Sort sort,
            FoundCase found,
            String typed,
            Optional<UUID> pressed,
            ApplicantPrincipal caller,
            HttpServletRequest request) {
        var texts = texts(request);
        var actId = pressed.orElseGet(UUID::randomUUID);
        if (typed.length() > sort.longest()) {
            var words = texts.localize("withdraw.too-long", sort.longest());
            return page(sort, found, typed, actId, at(sort, words), texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var done =
                casework.perform(
                        found.id(),
                        OptionalInt.empty(),
                        actId,
                        sort.act().apply(caller, typed.strip()),
                        door.actor(found, caller));
        return switch (done) {
            case Performed.Done _, Performed.Already _ -> SeeOther.to(found.path());
            case Performed.Refused(var why) -> {
                var said = new CaseWords(texts).refusal(why);
                var errors = at(sort, said.matter() + said.wayOut());
                yield page(sort, found, typed, actId, errors, texts).status(sort.refused());
            }
        };
    }

    private static ErrorSummary at(Sort sort, String words) {
        return ErrorSummary.of(Map.of(sort.box(), words));
    }

    private Rendered page(
            Sort sort, FoundCase found, String typed, UUID act, ErrorSummary errors, Texts texts) {
        var box =
                FieldView.of(FieldKind.LONGTEXT, sort.box(), texts.localize(sort.label()))
                        .maxLength(sort.longest())
                        .value(typed)
                        .error(errors);
        return Rendered.of(sort.template())
                .with("item", door.item(found).name())
                .with("path", found.path())
                .with("act", act)
                .with("errors", errors)
                .with(sort.box(), sort.required() ? box : box.optional());
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
