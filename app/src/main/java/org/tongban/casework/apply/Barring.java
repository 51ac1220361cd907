package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.accounts.RealName;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * A draft that stays shut: the right to act for the applicant was taken back or has run out, or the
 * item asks for more certainty who somebody is. What was written is kept, for the right may come
 * back.
 */
@Controller
class Barring {

    private final DraftDoor door;
    private final TextBundles bundles;

    Barring(DraftDoor door, TextBundles bundles) {
        this.door = door;
        this.bundles = bundles;
    }

    @GetMapping("/drafts/{id}/barred")
    @Open(door = Door.APPLICANT, audit = "draft.barred")
    Object show(@PathVariable UUID id, HttpServletRequest request, ApplicantPrincipal caller) {
        var texts = bundles.in(Preferences.of(request).locale());
        var barred = door.barred(id, caller);
        if (barred.isEmpty()) return SeeOther.to("/drafts/" + id);
        return Rendered.of("casework/apply/barred")
                .with("item", barred.get().item().name())
                .with("why", why(barred.get(), texts))
                .with("wayOut", wayOut(barred.get(), texts))
                .with("discard", "/drafts/" + id + "/delete")
                .status(HttpStatus.FORBIDDEN);
    }

    private static String why(DraftDoor.Barred barred, Texts texts) {
        return switch (barred.why()) {
            case LEVEL -> texts.localize("apply.level." + word(barred.item().leastRealName()));
            case MANDATE -> texts.localize("apply.barred.mandate", barred.applicant());
        };
    }

    private static Link wayOut(DraftDoor.Barred barred, Texts texts) {
        return switch (barred.why()) {
            case LEVEL -> new Link(texts.localize("apply.level.how"), "/my/identity");
            case MANDATE -> new Link(texts.localize("apply.mandate.see"), "/my/mandates");
        };
    }

    /** A level in keys of words. */
    static String word(RealName level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
