package org.tongban.casework.mandates;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.Tag;

/**
 * One mandate as either of the two sees it.
 *
 * @param note what was just done; empty: nothing
 * @param end what the button to end it says; empty: it is over
 * @param acts what was done under it, the last first
 */
public record MandatePage(
        String title,
        Tag state,
        String note,
        List<Answer> terms,
        String action,
        String end,
        String follows,
        List<Done> acts) {

    public MandatePage {
        terms = List.copyOf(terms);
        acts = List.copyOf(acts);
    }

    /** One act on a case. */
    public record Done(String at, String what, String item, String number, String href) {}
}
