package org.tongban.catalogue.inspection;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Fact;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * One round: how far it is, its sample, what was found.
 *
 * @param closable whether the reader may close it now
 */
public record RoundPage(
        String title,
        String note,
        String path,
        ErrorSummary errors,
        List<Fact> facts,
        List<Item> items,
        List<Found> findings,
        boolean closable) {

    public RoundPage {
        facts = List.copyOf(facts);
        items = List.copyOf(items);
        findings = List.copyOf(findings);
    }

    /** One item of the sample. */
    public record Item(Link link, String agency, Tag tag) {}

    /**
     * One finding.
     *
     * @param acts what the reader may do about it; empty when it is not their turn
     */
    public record Found(
            String item,
            String entryHref,
            String point,
            Tag tag,
            List<String> said,
            String action,
            List<FieldView> fields,
            List<Button> acts) {
        public Found {
            said = List.copyOf(said);
            fields = List.copyOf(fields);
            acts = List.copyOf(acts);
        }
    }

    /** A button of a form. */
    public record Button(String text, String value, String look) {}

    /**
     * The sheet of one item.
     *
     * @param points two fields each: right or not, and what is not right
     * @param hints what the guide check finds by itself
     */
    public record Sheet(
            String name,
            String agency,
            String path,
            Link guide,
            Link back,
            ErrorSummary errors,
            List<FieldView> points,
            List<String> hints,
            String done) {
        public Sheet {
            points = List.copyOf(points);
            hints = List.copyOf(hints);
        }
    }
}
