package org.tongban.packages.visits;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;

/**
 * Joint visits of one application.
 *
 * @param visits the latest first
 * @param plan fields of a new one; empty where the reader may not, or one is planned already
 * @param part of the reader's for which a new one is planned
 * @param action of the form that plans one
 */
public record VisitsPage(
        String name,
        Link back,
        List<One> visits,
        List<FieldView> plan,
        String part,
        String action,
        ErrorSummary errors) {

    /**
     * One visit.
     *
     * @param offices who sends whom, a sentence each
     * @param record of what was found; empty until it took place
     * @param files pictures that came with it
     */
    public record One(
            String title, List<String> offices, String record, List<Link> files, List<Step> steps) {
        public One {
            offices = List.copyOf(offices);
            files = List.copyOf(files);
            steps = List.copyOf(steps);
        }
    }

    /**
     * What the reader can do next.
     *
     * @param act what the form does
     * @param part of the reader's for which they act; may be empty
     */
    public record Step(
            String title,
            String action,
            String act,
            String part,
            String button,
            List<FieldView> fields) {
        public Step {
            fields = List.copyOf(fields);
        }

        /** Whether the form brings files. */
        public boolean bringsFiles() {
            return fields.stream().anyMatch(field -> field.kind() == FieldKind.FILE);
        }
    }

    public VisitsPage {
        visits = List.copyOf(visits);
        plan = List.copyOf(plan);
    }
}
