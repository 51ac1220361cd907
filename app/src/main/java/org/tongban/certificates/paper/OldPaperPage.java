package org.tongban.certificates.paper;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/**
 * Old paper of some offices.
 *
 * @param waiting words of the way to the queue of contradictions; empty: none
 * @param fields of a new table; none for those who only look on
 * @param stock fields by which the office says how many there are
 * @param tables ways to the empty tables of each type
 */
public record OldPaperPage(
        String waiting,
        List<Progress> progress,
        List<FieldView> fields,
        List<FieldView> stock,
        List<Link> tables,
        List<Batch> batches,
        Pager pager,
        ErrorSummary errors) {

    /** How far an office is with a type. */
    public record Progress(
            String agency,
            String type,
            String stock,
            String written,
            String confirmed,
            String share) {}

    /** One table that was handed in. */
    public record Batch(Link link, String note, Tag state) {}

    public OldPaperPage {
        progress = List.copyOf(progress);
        fields = List.copyOf(fields);
        stock = List.copyOf(stock);
        tables = List.copyOf(tables);
        batches = List.copyOf(batches);
    }
}
