package org.tongban.casework.proving;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Tag;

/**
 * Somebody a window has checked.
 *
 * @param note what was just done; empty: nothing
 * @param proofs every check, the last first
 * @param fields of the form that puts a child down
 */
public record ProvedPage(
        String href,
        String name,
        Tag level,
        String note,
        List<String> proofs,
        List<Child> children,
        List<FieldView> fields,
        ErrorSummary errors) {

    public ProvedPage {
        proofs = List.copyOf(proofs);
        children = List.copyOf(children);
        fields = List.copyOf(fields);
    }

    /**
     * One child.
     *
     * @param end where the entry is taken back; empty: it was
     */
    public record Child(String name, String how, String end, FieldView reason) {}
}
