package org.tongban.packages.walks;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/**
 * Walks through one package.
 *
 * @param action where a new one is sent
 * @param fields of a new one
 * @param done what has just been written down; may be empty
 */
public record WalksPage(
        String title,
        String back,
        String done,
        List<One> walks,
        String action,
        List<FieldView> fields,
        ErrorSummary errors) {

    /** One walk. */
    public record One(String sentence, String open, List<Finding> findings) {
        public One {
            findings = List.copyOf(findings);
        }
    }

    /**
     * One finding.
     *
     * @param answered what was answered, in a sentence; empty while nothing was
     * @param action where an answer is sent; empty for who may not answer, or when there is one
     */
    public record Finding(String what, String answered, String action, FieldView answer) {}

    public WalksPage {
        walks = List.copyOf(walks);
        fields = List.copyOf(fields);
    }
}
