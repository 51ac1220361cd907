package org.tongban.casework.kept;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/**
 * The store of a person, a page of it.
 *
 * @param note what was just done; empty for nothing
 */
public record KeptPage(String note, List<Line> lines, Pager pager) {

    public KeptPage {
        lines = List.copyOf(lines);
    }

    /**
     * One file.
     *
     * @param called the material's name
     * @param grade how far it may be relied on, in words
     * @param about the file's name, where it came from
     */
    public record Line(String href, String called, String about, String grade, Tag tag) {}

    /**
     * One file on its own page.
     *
     * @param note what was just done; empty for nothing
     * @param file where it is opened
     * @param fields what its holder may say of it
     * @param uses who used it, the last first
     */
    public record One(
            String path,
            String called,
            String note,
            List<Answer> facts,
            String file,
            List<FieldView> fields,
            ErrorSummary errors,
            List<Use> uses) {
        public One {
            facts = List.copyOf(facts);
            fields = List.copyOf(fields);
            uses = List.copyOf(uses);
        }
    }

    /** That it was used. */
    public record Use(String when, String who, String what) {}
}
