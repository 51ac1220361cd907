package org.tongban.certificates.verify;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Rendered;
import org.tongban.web.Texts;

/** The public page that asks for an identifier or a file. */
@Component
class VerifyForm {

    static final String IDENTIFIER = "identifier";
    static final String FILE = "file";

    /**
     * The page.
     *
     * @param typed identifier as it was typed
     * @param wrong what is wrong, by field
     */
    Rendered page(String typed, Map<String, String> wrong, Texts texts) {
        return Rendered.of("certificates/verify/form")
                .with(
                        "identifier",
                        FieldView.text(IDENTIFIER, texts.localize("certificates.identifier"))
                                .hint(texts.localize("certificates.identifier.hint"))
                                .value(typed)
                                .error(wrong.getOrDefault(IDENTIFIER, "")))
                .with(
                        "file",
                        FieldView.of(
                                        FieldKind.FILE,
                                        FILE,
                                        texts.localize("certificates.file.choose"))
                                .hint(texts.localize("certificates.file.hint"))
                                .files(".ofd,.pdf", false, false)
                                .error(wrong.getOrDefault(FILE, "")))
                .with("errors", wrong.isEmpty() ? ErrorSummary.none() : ErrorSummary.of(wrong));
    }
}
