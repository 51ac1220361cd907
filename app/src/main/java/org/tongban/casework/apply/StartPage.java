package org.tongban.casework.apply;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;

/**
 * For whom, and in which situation.
 *
 * @param fields empty when nobody may apply here
 * @param unfinished drafts of the same item, to go on with
 * @param why empty, or why one cannot go on here, in words
 */
public record StartPage(
        String item,
        String summary,
        String action,
        Link back,
        List<FieldView> fields,
        List<Link> unfinished,
        String why,
        ErrorSummary errors) {}
