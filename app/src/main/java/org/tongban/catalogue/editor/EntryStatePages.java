package org.tongban.catalogue.editor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.life.EntryState;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Pauses, resumes and cancels entries. */
@Controller
class EntryStatePages {

    /** Characters of a reason. */
    static final int LONGEST_WORDS = 1000;

    private final EntryState states;
    private final EntryPages entries;
    private final TextBundles bundles;

    EntryStatePages(EntryState states, EntryPages entries, TextBundles bundles) {
        this.states = states;
        this.entries = entries;
        this.bundles = bundles;
    }

    @PostMapping("/staff/entries/of/{itemKey}/state")
    @Open(door = Door.STAFF, audit = "entry.state-changed", right = "review-staffing")
    Object act(
            @PathVariable String itemKey,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String words,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var wanted =
                EntryState.Act.of(act)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var said = words.strip();
        var texts = bundles.in(Preferences.of(request).locale());
        var wrong =
                said.isEmpty()
                        ? texts.localize("editor.reason.missing")
                        : said.length() > LONGEST_WORDS
                                ? texts.localize(
                                        "editor.reason.too-long", LONGEST_WORDS, said.length())
                                : "";
        if (!wrong.isEmpty()) {
            return refused(itemKey, wanted, said, EntryPages.reasonBox(wanted), wrong, staff, texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (states.act(itemKey, wanted, said, staff)) {
            return SeeOther.to(EntryNavigation.ENTRIES + "/of/" + itemKey);
        }
        // The act may not be offered any more, and its box with it.
        var moved = texts.localize("editor.refused.state-act", said);
        return refused(itemKey, wanted, said, "", moved, staff, texts).status(HttpStatus.CONFLICT);
    }

    private Rendered refused(
            String itemKey,
            EntryState.Act act,
            String said,
            String box,
            String wrong,
            StaffPrincipal staff,
            Texts texts) {
        var errors = ErrorSummary.of(Map.of(box, wrong));
        return entries.refused(itemKey, act, said, errors, staff, texts)
                .at(EntryNavigation.ENTRIES + "/of/" + itemKey);
    }
}
