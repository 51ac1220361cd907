package org.tongban.casework.proving;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/**
 * The children in somebody's care, and declaring one.
 *
 * @param note what was just done; empty for nothing
 * @param fields empty: whoever reads has not been checked and declares nobody yet
 */
public record ChildrenPage(
        String note, List<Line> children, List<FieldView> fields, ErrorSummary errors) {

    public ChildrenPage {
        children = List.copyOf(children);
        fields = List.copyOf(fields);
    }

    /** One child. */
    public record Line(String name, String how) {}
}
