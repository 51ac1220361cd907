package org.tongban.catalogue.editor;

import java.util.List;
import org.tongban.web.FieldView;

/** A piece of an editor's page. */
public sealed interface Block {

    /** One question. */
    record Ask(FieldView field) implements Block {}

    /** Carried along unseen. */
    record Hidden(String name, String value) implements Block {}

    /** Questions under one heading. */
    record Together(String title, List<Block> blocks) implements Block {
        public Together {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A condition: answers to tick, and an expression for experts.
     *
     * @param said the condition in words; empty for always
     */
    record When(String title, String said, List<FieldView> answers, FieldView expression)
            implements Block {
        public When {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Rows with buttons.
     *
     * @param path of the list
     */
    record RowList(String path, String title, String add, List<Row> rows) implements Block {
        public RowList {
            rows = List.copyOf(rows);
        }
    }

    /** One row; open when it is new or something is wrong in it. */
    record Row(String path, String title, boolean open, List<Block> blocks) {
        public Row {
            blocks = List.copyOf(blocks);
        }
    }
}
