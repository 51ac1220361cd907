package org.tongban.casework.review;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.DayStripView;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Fact;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;
import org.tongban.web.TimelineEntry;

/**
 * One case for those who review, decide or look after it.
 *
 * @param belongings to what more the case belongs
 * @param others who has the file open as well
 * @param warnings what was fetched for the case and does not hold any more
 * @param changes what happened since the version the reader acted on; empty on a fresh page
 * @param unmaskHref address that shows the numbers and notes the look; empty once they are shown
 */
public record ReviewPage(
        String title,
        String number,
        Tag status,
        Tag tag,
        List<Fact> facts,
        List<Strip> strips,
        List<Link> belongings,
        List<String> others,
        String done,
        List<String> warnings,
        List<TimelineEntry> changes,
        ErrorSummary errors,
        List<Answer> applicant,
        String unmaskHref,
        List<Answer> answers,
        List<Material> materials,
        Acts acts,
        List<TimelineEntry> timeline,
        String traceHref,
        List<Link> papers) {

    /** A clock unfolded under its name. */
    public record Strip(String name, DayStripView view, Tag tag) {}

    /** One material with its files. */
    public record Material(String name, List<String> checks, List<Link> files, String note) {}

    /**
     * What this reader may do now; a part that is absent is not offered.
     *
     * @param action address of the form; empty when there is nothing to do
     */
    public record Acts(String action, int version, String actId, List<Part> parts) {
        public Acts {
            parts = List.copyOf(parts);
        }

        public boolean isEmpty() {
            return parts.isEmpty();
        }
    }

    /**
     * One act with its boxes.
     *
     * @param unfolded whether it stands open: the usual act, and one that came back with faults
     * @param look of its button: main, second or stop
     */
    public record Part(
            String title,
            List<FieldView> fields,
            String button,
            String value,
            String look,
            String key,
            boolean unfolded) {
        public Part {
            fields = List.copyOf(fields);
        }
    }

    public ReviewPage {
        facts = List.copyOf(facts);
        strips = List.copyOf(strips);
        others = List.copyOf(others);
        warnings = List.copyOf(warnings);
        changes = List.copyOf(changes);
        applicant = List.copyOf(applicant);
        answers = List.copyOf(answers);
        materials = List.copyOf(materials);
        timeline = List.copyOf(timeline);
        papers = List.copyOf(papers);
    }
}
