package org.tongban.casework.desk;

import java.util.List;
import java.util.Optional;
import org.tongban.casework.Act;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;
import org.tongban.web.TimelineEntry;

/**
 * The check of one application.
 *
 * @param answerable whether the office still has to answer
 * @param correcting whether the applicant has to correct, so that papers may be taken in here
 * @param done what was just carried out, in words; empty on a fresh page
 * @param print papers to print now
 * @param signed box for a promise signed here; empty where no paper may follow
 * @param changes what happened since the version the clerk acted on; empty on a fresh page
 * @param kept what was typed for an act that is not possible any more; empty or one box to copy
 *     from
 * @param atOnce the decision on the spot; absent for those who may not, and later
 * @param went in words, at which posts the case lies that are not the clerk's
 * @param timeline what happened; empty while the office still has to answer
 */
public record IntakePage(
        String title,
        String number,
        Tag status,
        Tag tag,
        List<String> others,
        String done,
        List<Link> print,
        ErrorSummary errors,
        List<TimelineEntry> changes,
        List<FieldView> kept,
        List<Answer> applicant,
        String unmaskHref,
        List<Answer> facts,
        List<Answer> answers,
        List<Row> rows,
        List<Picture> pictures,
        boolean answerable,
        boolean correcting,
        FieldView formRemark,
        List<FieldView> signed,
        List<FieldView> refusal,
        boolean refusing,
        List<FieldView> supply,
        String action,
        int version,
        String actId,
        String caseHref,
        Optional<AtOnce> atOnce,
        List<String> went,
        List<TimelineEntry> timeline) {

    /** The decision that the clerk may take on the spot. */
    public record AtOnce(String step, FieldView opinion, int taskNo, String action) {}

    /**
     * One material of the checklist; the first that nobody has looked at is where keys begin.
     *
     * @param mayFollow whether it may come after acceptance
     */
    public record Row(
            String key,
            String name,
            String checks,
            String note,
            List<Link> files,
            String markName,
            String mark,
            String reasonName,
            String reason,
            String error,
            boolean on,
            boolean mayFollow) {}

    /** One file beside the checklist: drawn if it is a picture, a link otherwise. */
    public record Picture(String id, String name, String href, boolean drawn) {}

    /** What the notice will say, before it goes out. */
    public record Preview(
            String title,
            String number,
            List<Act.Correction> corrections,
            String days,
            List<Hidden> hidden,
            String action) {}

    /** One typed value that travels through the preview. */
    public record Hidden(String name, String value) {}
}
