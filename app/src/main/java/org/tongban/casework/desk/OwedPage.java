package org.tongban.casework.desk;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Tag;

/**
 * What one applicant promised to bring.
 *
 * @param boxes where papers are taken in; empty when nothing is owed any more
 * @param reason box for more time; empty when no term runs
 */
public record OwedPage(
        String title,
        String number,
        Tag tag,
        String done,
        ErrorSummary errors,
        List<Answer> applicant,
        List<Promise> promises,
        List<FieldView> boxes,
        List<FieldView> reason,
        String action,
        int version,
        String actId,
        String caseHref) {

    /** One promise, how it stands, and its words. */
    public record Promise(String name, String state, List<String> words) {}
}
