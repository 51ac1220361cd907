package org.tongban.certificates.design;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Option;

/**
 * A draft of a type with its sheet.
 *
 * @param path of its page
 * @param preview address of the picture; empty: this machine has no font
 * @param uses what issues and what uses the type, in words
 * @param head what is asked once
 * @param elements rows of the lines of the face, with empty ones behind
 * @param places rows of the things on the sheet, with empty ones behind
 * @param waits that somebody else has to publish it; empty where the reader may
 * @param publish the reason of a publication; none while something is the matter
 */
public record DesignPage(
        String path,
        String name,
        String preview,
        List<String> uses,
        List<FieldView> head,
        Grid elements,
        Grid places,
        List<FieldView> sheet,
        String waits,
        List<FieldView> publish,
        ErrorSummary errors) {

    /** Rows of boxes under names. */
    public record Grid(List<String> names, List<List<Cell>> rows) {
        public Grid {
            names = List.copyOf(names);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * One box.
     *
     * @param label for those who do not see the name above
     * @param options from which one is picked; none: it is typed
     */
    public record Cell(
            String name, String label, String value, List<Option> options, boolean wrong) {
        public Cell {
            options = List.copyOf(options);
        }
    }

    public DesignPage {
        uses = List.copyOf(uses);
        head = List.copyOf(head);
        sheet = List.copyOf(sheet);
        publish = List.copyOf(publish);
    }
}
