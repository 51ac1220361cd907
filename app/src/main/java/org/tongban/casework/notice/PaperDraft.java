package org.tongban.casework.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongban.casework.Notice;

/** A paper being written: which parts it says, in order, and what is put into each. */
final class PaperDraft {

    private final Notice.Kind kind;
    private final String name;
    private final List<Said> said = new ArrayList<>();

    /**
     * @param name of its form, as in {@code notices.yaml}
     */
    PaperDraft(Notice.Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    void say(String part, Map<String, ?> values) {
        said.add(new Said(part, values));
    }

    Notice.Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    List<Said> said() {
        return List.copyOf(said);
    }

    /** One part of a paper, and what is put into it. */
    record Said(String part, Map<String, ?> values) {}
}
