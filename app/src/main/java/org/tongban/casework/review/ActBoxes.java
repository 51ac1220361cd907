package org.tongban.casework.review;

import java.util.List;
import org.tongban.casework.staff.StaffDay;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;

/**
 * The boxes of the acts and the parts that they stand in: each with its words, with what was typed
 * and with what is wrong, whichever act it belongs to.
 */
record ActBoxes(ActForm form, ErrorSummary errors, StaffDay.Now now) {

    /** As long as the words of an officer may be in one box. */
    private static final int LONGEST = 2000;

    private static final int LONGEST_LINE = 200;

    /** A part that unfolds when something in it was typed or is wrong. */
    ReviewPage.Part part(String act, String look, FieldView... fields) {
        return part(act, look, "", List.of(fields), false);
    }

    /**
     * A part.
     *
     * @param key for the keyboard; empty for none
     * @param usual whether it stands open, because it is what most readers come for
     */
    ReviewPage.Part part(
            String act, String look, String key, List<FieldView> fields, boolean usual) {
        var touched =
                fields.stream().anyMatch(field -> field.isWrong() || !field.value().isEmpty());
        return new ReviewPage.Part(
                now.say("review.act." + act),
                fields,
                now.say("review.act." + act + ".do"),
                act,
                look,
                key,
                usual || touched);
    }

    FieldView words(String name) {
        return field(FieldKind.LONGTEXT, name).maxLength(LONGEST);
    }

    FieldView line(String name) {
        return field(FieldKind.TEXT, name).maxLength(LONGEST_LINE);
    }

    FieldView day(String name) {
        return field(FieldKind.DATE, name);
    }

    FieldView workingDays(String name) {
        return field(FieldKind.INTEGER, name).unit(now.say("review.working-days"));
    }

    FieldView choice(String name, List<Option> options) {
        return field(FieldKind.CHOICE, name).options(options);
    }

    /** Seats of one sort are numbered, their words are the same. */
    private FieldView field(FieldKind kind, String name) {
        var words = "review.box." + name.replaceAll("\\d", "");
        var view = FieldView.of(kind, name, now.say(words)).value(form.at(name)).error(errors);
        var hint = words + ".hint";
        return now.texts().has(hint) ? view.hint(now.say(hint)) : view;
    }
}
