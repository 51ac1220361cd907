package org.tongban.sharing.returns;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Tag;

/**
 * What comes down to the reader's town, and what the reader's office lets down.
 *
 * @param fields of a new grant; empty where the reader may not
 */
public record ReturnsPage(
        List<One> received, List<One> granted, List<FieldView> fields, ErrorSummary errors) {

    /**
     * One grant.
     *
     * @param href of the records; empty where they cannot be read
     * @param readings the last pages that were read, a sentence each
     * @param takeBack where the form goes; empty where the reader may not
     */
    public record One(
            String title,
            String href,
            String purpose,
            Tag state,
            List<String> readings,
            String takeBack) {
        public One {
            readings = List.copyOf(readings);
        }
    }

    public ReturnsPage {
        received = List.copyOf(received);
        granted = List.copyOf(granted);
        fields = List.copyOf(fields);
    }
}
