package org.tongban.certificates.revocation;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * One certificate as staff see it.
 *
 * @param history what was done to it, the last first
 * @param uses who used it and for what, the last first; a case can be opened by those who may
 * @param under certificates that it rests on, as they stand now
 * @param derived certificates that rest on it, as they stand now
 * @param acts what can still be done to it
 */
public record FoundPage(
        String href,
        String name,
        Tag standing,
        List<Answer> facts,
        List<Answer> history,
        List<Link> uses,
        List<Related> under,
        List<Related> derived,
        List<ActForm> acts,
        ErrorSummary errors) {

    /** Another certificate; its page is there for those who may open it. */
    public record Related(Link link, Tag standing) {}

    /**
     * The form of one act.
     *
     * @param look of its button
     * @param open whether it is unfolded
     */
    public record ActForm(
            String action,
            String title,
            String follows,
            List<FieldView> fields,
            String button,
            String look,
            boolean open) {

        public ActForm {
            fields = List.copyOf(fields);
        }
    }

    public FoundPage {
        facts = List.copyOf(facts);
        history = List.copyOf(history);
        uses = List.copyOf(uses);
        under = List.copyOf(under);
        derived = List.copyOf(derived);
        acts = List.copyOf(acts);
    }
}
