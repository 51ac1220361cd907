package org.tongban.certificates.paper;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * One line beside what the library says, and beside its scan.
 *
 * @param beside words over the other column; empty: nothing to compare with
 * @param scan address of its scan; empty: none
 * @param picture whether the scan can be shown on the page
 * @param readBy how far a machine has read the scan, in a sentence; empty without a scan
 * @param read what it has read beside what was typed
 * @param action where the form goes; empty: nothing to decide for the reader
 */
public record LinePage(
        Link back,
        String title,
        Tag tag,
        List<String> faults,
        String beside,
        Link besideLink,
        List<Part> parts,
        String scan,
        boolean picture,
        String readBy,
        List<Part> read,
        List<String> done,
        String lead,
        String action,
        List<FieldView> fields,
        List<Act> acts,
        ErrorSummary errors) {

    /** One part of the line and of what it is compared with. */
    public record Part(String label, String typed, String known, boolean differs) {}

    /** One decision that is open. */
    public record Act(String name, String words, String look) {}

    public LinePage {
        faults = List.copyOf(faults);
        parts = List.copyOf(parts);
        read = List.copyOf(read);
        done = List.copyOf(done);
        fields = List.copyOf(fields);
        acts = List.copyOf(acts);
    }
}
