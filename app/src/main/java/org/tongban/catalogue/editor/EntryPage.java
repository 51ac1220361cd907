package org.tongban.catalogue.editor;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * One entry with all its versions.
 *
 * @param begin what is asked to begin a change; empty for who begins none
 * @param draft the way to the open draft; empty when there is none
 * @param acts of the staffing office on the entry itself
 * @param more other pages about this entry
 * @param overridden what differs from the base list, and why
 */
public record EntryPage(
        String name,
        String agency,
        String action,
        ErrorSummary errors,
        List<FieldView> begin,
        List<Link> draft,
        Tag state,
        List<DraftPage.Act> acts,
        List<String> overridden,
        List<Version> versions,
        List<DraftPage.Line> history,
        List<Link> more) {

    /**
     * One version.
     *
     * @param cause key of its words
     * @param lag working days between the change and its publication; negative where nobody told
     *     the day of the change
     */
    public record Version(
            int number,
            String publishedOn,
            String effectiveOn,
            String cause,
            String reason,
            int lag,
            boolean inForce,
            boolean toCome) {

        /** Whether it was public within one working day (SZ15). */
        public boolean isInTime() {
            return lag <= 1;
        }
    }

    public EntryPage {
        begin = List.copyOf(begin);
        draft = List.copyOf(draft);
        acts = List.copyOf(acts);
        overridden = List.copyOf(overridden);
        versions = List.copyOf(versions);
        history = List.copyOf(history);
        more = List.copyOf(more);
    }
}
