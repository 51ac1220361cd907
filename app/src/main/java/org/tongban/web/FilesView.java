package org.tongban.web;

import java.util.List;

/**
 * A question that is answered with files: the box for more, and those that are there already, which
 * the form carries along by their numbers.
 *
 * @param name under which the form sends the numbers
 */
public record FilesView(FieldView box, String name, List<Kept> kept) implements FormPart {

    public FilesView {
        kept = List.copyOf(kept);
    }

    /**
     * One file that is there.
     *
     * @param href where it can be read; empty where it cannot
     * @param remove what taking it away sends
     */
    public record Kept(String number, String name, String href, String remove, String removeText) {}

    @Override
    public FilesView error(ErrorSummary summary) {
        return new FilesView(box.error(summary), name, kept);
    }
}
