package org.tongban.certificates.revocation;

import java.util.Map;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Texts;

/**
 * Why something is done to a certificate: its holder and everybody who checks it will read it.
 *
 * @param words as typed
 */
record Reason(String words) {

    static final String WHY = "why";

    private static final int LONGEST = 200;

    FieldView box(Texts texts) {
        return FieldView.of(FieldKind.LONGTEXT, WHY, texts.localize("certificates.revoke.why"))
                .hint(texts.localize("certificates.revoke.why.hint"))
                .maxLength(LONGEST)
                .value(words);
    }

    /** What is wrong with it in words, by the name of its box. */
    Map<String, String> faults(Texts texts) {
        if (words.isBlank()) {
            return Map.of(WHY, texts.localize("certificates.revoke.why.empty"));
        }
        return length(words) > LONGEST
                ? Map.of(WHY, texts.localize("certificates.revoke.why.long", LONGEST))
                : Map.of();
    }

    /** Characters as people count them, without blanks around the words. */
    static int length(String typed) {
        var words = typed.strip();
        return words.codePointCount(0, words.length());
    }
}
