package org.tongban.casework.desk;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/** One result that waits to be handed over. */
public record DeliverPage(
        String title,
        String number,
        Tag tag,
        List<Answer> applicant,
        String result,
        List<Link> papers,
        FieldView receivedBy,
        String action,
        int version,
        String actId,
        ErrorSummary errors) {}
