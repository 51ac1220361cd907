package org.tongban.casework.apply;

import java.util.List;
import org.tongban.casework.Pledge;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Texts;

/**
 * What it means to do without a paper, and the confirmation.
 *
 * @param told what is told before anything is promised
 * @param words of the promise as they are kept, paragraph by paragraph
 */
public record PromisePage(
        String item,
        String title,
        List<String> told,
        List<String> words,
        FieldView confirm,
        String button,
        String action,
        String back,
        ErrorSummary errors) {

    static PromisePage of(
            OpenDraft open,
            Material material,
            Pledge.Kind kind,
            String words,
            ErrorSummary errors,
            Texts texts) {
        var name =
                switch (kind) {
                    case PAPER_FOLLOWS -> "follows";
                    case FACT_VOUCHED -> "vouched";
                };
        var key = "apply.promise." + name;
        var base = open.path() + "/materials";
        return new PromisePage(
                open.definition().name(),
                texts.localize(key + ".title", material.name()),
                List.of(
                        texts.localize(key + ".told"),
                        texts.localize(key + ".follows"),
                        texts.localize("apply.promise.free")),
                words.lines().toList(),
                FieldView.of(FieldKind.CHOICES, "confirm", texts.localize("apply.promise.confirm"))
                        .options(
                                List.of(
                                        new Option(
                                                "yes",
                                                texts.localize("apply.promise.confirm.yes"))))
                        .error(errors),
                texts.localize(key + ".do"),
                base + "/" + material.key() + "/promise/" + name,
                base + "#m-" + material.key(),
                errors);
    }
}
