package org.tongban.pack.text;

import static org.tongban.pack.text.Shape.filled;
import static org.tongban.pack.text.Shape.form;
import static org.tongban.pack.text.Shape.key;
import static org.tongban.pack.text.Shape.keyed;
import static org.tongban.pack.text.Shape.list;
import static org.tongban.pack.text.Shape.longText;
import static org.tongban.pack.text.Shape.name;
import static org.tongban.pack.text.Shape.oneOf;
import static org.tongban.pack.text.Shape.text;

/** The shape of a package of items. */
final class PackageShape {

    private static final int LONGEST_LIMIT_DAYS = 365;
    private static final int MOST_MERGED = 200;

    private static final Shape FIELD =
            form("[a-z][a-z0-9-]*\\.[A-Za-z][A-Za-z0-9_]*", "事项的 key.字段的 key");
    private static final Shape MATERIAL =
            form("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*", "事项的 key.材料的 key");

    private PackageShape() {}

    static Shape of(Shape choices) {
        return keyed(
                "key", key(),
                "name", text(),
                "summary", text(),
                "alsoCalled?", list(text()),
                "audience", filled(oneOf("person", "firm")),
                "lead", key(),
                "source?", text(),
                "note?", longText(),
                "plannedBy?", form("\\d{4}-\\d{2}-\\d{2}", "日期，如 2024-06-30，加引号"),
                "limitDays", new Shape.Whole(0, LONGEST_LIMIT_DAYS),
                "visits", new Shape.Whole(0, 20),
                "handOut", oneOf("as-ready", "together"),
                "questions?", list(keyed("key", name(), "text", text(), "choices", choices)),
                "queries?",
                        list(
                                keyed(
                                        "key", key(),
                                        "name", text(),
                                        "agency", key(),
                                        "certificate", key(),
                                        "when?", longText())),
                "stages?", list(keyed("key", key(), "name", text(), "lead", key())),
                "projectCode?", name(),
                "merged?", merged(),
                "items", filled(member()),
                "elements?",
                        list(
                                keyed(
                                        "key", name(),
                                        "label", text(),
                                        "hint?", text(),
                                        "fields", filled(FIELD))),
                "materials?",
                        list(
                                keyed(
                                        "key", key(),
                                        "name", text(),
                                        "hint?", text(),
                                        "materials", filled(MATERIAL))));
    }

    /** Pages for groups of people, composed of packages and items. */
    static Shape zones() {
        return filled(
                keyed(
                        "key", key(),
                        "name", text(),
                        "summary", text(),
                        "note?", longText(),
                        "sections",
                                filled(
                                        keyed(
                                                "title", text(),
                                                "text?", longText(),
                                                "packages?", list(key()),
                                                "items?", list(key())))));
    }

    /** Approvals that several others have become. */
    private static Shape merged() {
        return keyed(
                "announced", new Shape.Whole(1, MOST_MERGED),
                "source", text(),
                "note", longText(),
                "list",
                        filled(
                                keyed(
                                        "key", key(),
                                        "name", text(),
                                        "agency", key(),
                                        "stage", key(),
                                        "item?", key(),
                                        "verified?", new Shape.Truth(),
                                        "of", filled(text()))));
    }

    private static Shape member() {
        return keyed(
                "item", key(),
                "verified?", new Shape.Truth(),
                "optional?", new Shape.Truth(),
                "stage?", key(),
                "when?", longText(),
                "answers?",
                        list(
                                keyed(
                                        "question",
                                        name(),
                                        "as?",
                                        name(),
                                        "value?",
                                        form("[A-Za-z0-9_-]{1,64}", "选项的 value"))),
                "needs?",
                        list(
                                keyed(
                                        "on",
                                        key(),
                                        "fills?",
                                        list(keyed("field", name(), "line", name())),
                                        "asks?",
                                        list(name()),
                                        "stands?",
                                        list(key()))));
    }
}
