package org.tongban.sharing.changes;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Tag;

/**
 * What an office has subscribed to, and who has subscribed to what it provides.
 *
 * @param fields of a new one; empty where the reader may not begin any
 */
public record SubscriptionsPage(
        List<One> own, List<One> provided, List<FieldView> fields, ErrorSummary errors) {

    /**
     * One subscription.
     *
     * @param address from which the office's system reads
     * @param readings the last ones, a sentence each
     * @param end where the form that ends it goes; empty where the reader may not
     */
    public record One(
            String title,
            String purpose,
            String begun,
            Tag state,
            String address,
            List<String> readings,
            String end) {
        public One {
            readings = List.copyOf(readings);
        }
    }

    public SubscriptionsPage {
        own = List.copyOf(own);
        provided = List.copyOf(provided);
        fields = List.copyOf(fields);
    }
}
