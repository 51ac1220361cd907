package org.tongban.catalogue.editor;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.life.EntryState;
import org.tongban.web.Preferences;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;

/** Pauses, resumes and cancels entries. */
@Controller
class EntryStatePages {

    private static final int LONGEST_WORDS = 1000;

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
        var said = words.strip();
        var reason = said.length() > LONGEST_WORDS ? said.substring(0, LONGEST_WORDS) : said;
        var wanted = EntryState.Act.of(act);
        if (wanted.isPresent() && states.act(itemKey, wanted.get(), reason, staff)) {
            return SeeOther.to(EntryNavigation.ENTRIES + "/of/" + itemKey);
        }
        var texts = bundles.in(Preferences.of(request).locale());
        return entries.refused(itemKey, texts.localize("editor.refused.state-act"), staff, texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .at(EntryNavigation.ENTRIES + "/of/" + itemKey);
    }
}
