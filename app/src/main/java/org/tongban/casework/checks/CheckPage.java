package org.tongban.casework.checks;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Tag;
import org.tongban.web.TimelineEntry;

/**
 * One grant on an applicant's word.
 *
 * @param check boxes of a finding; empty when nothing is left to check
 * @param revoke boxes for taking the grant back; empty when nothing is doubted or the reader may
 *     not
 * @param stand boxes for letting it stand; as above
 * @param waits until when the person may still be heard, in words; empty when that is over
 */
public record CheckPage(
        String title,
        String number,
        Tag status,
        String done,
        ErrorSummary errors,
        List<Answer> applicant,
        List<Promise> promises,
        List<FieldView> check,
        List<FieldView> revoke,
        List<FieldView> stand,
        String waits,
        List<TimelineEntry> timeline,
        String action,
        int version,
        String actId,
        String caseHref) {

    /** One promise, how it stands, and its words. */
    public record Promise(String name, String state, List<String> words) {}
}
