package org.tongban.casework.desk;

import java.util.List;
import java.util.Optional;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * One result that waits to be handed over.
 *
 * @param toPrint the certificate itself, where the case has led to one that is issued
 * @param receipt where 送达回证 is printed; empty until it was handed over
 * @param boxes how, to whom, under which number
 * @param over why there is nothing to hand over any more, in words; empty while there is
 */
public record DeliverPage(
        String title,
        String number,
        Tag tag,
        List<Answer> applicant,
        String result,
        Optional<Link> toPrint,
        List<Link> papers,
        String over,
        String receipt,
        List<FieldView> boxes,
        String action,
        int version,
        String actId,
        ErrorSummary errors) {}
