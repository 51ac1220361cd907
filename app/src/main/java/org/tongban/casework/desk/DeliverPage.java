package org.tongban.casework.desk;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * One result that waits to be handed over.
 *
 * @param over why there is nothing to hand over any more, in words; empty while there is
 */
public record DeliverPage(
        String title,
        String number,
        Tag tag,
        List<Answer> applicant,
        String result,
        List<Link> papers,
        String over,
        FieldView receivedBy,
        String action,
        int version,
        String actId,
        ErrorSummary errors) {}
