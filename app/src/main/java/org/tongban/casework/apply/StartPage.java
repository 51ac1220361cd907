package org.tongban.casework.apply;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * For whom, and in which situation.
 *
 * @param fields empty when nobody may apply here
 * @param unfinished drafts of the same item, to go on with
 * @param evidence what the office gets itself, for each applicant that may be chosen
 * @param why empty, or why one cannot go on here, in words
 * @param wayOut where that can be changed
 */
public record StartPage(
        String item,
        String summary,
        String action,
        Link back,
        List<FieldView> fields,
        List<Link> unfinished,
        List<Known> evidence,
        String why,
        List<Link> wayOut,
        ErrorSummary errors) {

    /** A material that the office gets itself, or the reason why it cannot. */
    public record Known(String material, Tag tag, String words) {}

    public StartPage {
        fields = List.copyOf(fields);
        unfinished = List.copyOf(unfinished);
        evidence = List.copyOf(evidence);
        wayOut = List.copyOf(wayOut);
    }
}
