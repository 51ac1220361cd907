package org.tongban.catalogue.editor;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.LegalToday;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Texts;

/** What every change begins with: since when it is so, and why. */
final class BeginFields {

    private BeginFields() {}

    static List<FieldView> of(
            Map<String, String> typed, ErrorSummary errors, Clock clock, Texts texts) {
        return List.of(
                FieldView.of(FieldKind.DATE, "changedOn", texts.localize("editor.changed-on"))
                        .hint(texts.localize("editor.changed-on.hint"))
                        .value(typed.getOrDefault("changedOn", LegalToday.of(clock).toString()))
                        .error(errors),
                FieldView.of(FieldKind.LONGTEXT, "reason", texts.localize("editor.reason"))
                        .hint(texts.localize("editor.reason.hint"))
                        .maxLength(300)
                        .value(typed.getOrDefault("reason", ""))
                        .error(errors));
    }
}
