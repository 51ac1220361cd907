package org.tongban.certificates.revocation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.Certificate.Status;
import org.tongban.certificates.CertificateActs;
import org.tongban.certificates.CertificateContent;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Texts;

/**
 * Changes what one line of a certificate says (变更).
 *
 * @param line key of the line
 * @param words what it shall say
 */
record Change(String line, String words) implements Deed {

    static final String LINE = "line";
    static final String WORDS = "words";

    /** A longer line does not fit on the paper. */
    private static final int LONGEST_WORDS = 300;

    @Override
    public String path() {
        return "change";
    }

    @Override
    public boolean isOpenFor(Certificate certificate) {
        return certificate.status() == Status.VALID;
    }

    @Override
    public boolean takesAway() {
        return false;
    }

    @Override
    public List<FieldView> boxes(CertificateContent content, Texts texts) {
        return List.of(
                FieldView.of(FieldKind.CHOICE, LINE, texts.localize("certificates.change.line"))
                        .options(
                                content.lines().stream()
                                        .map(each -> new Option(each.key(), each.label()))
                                        .toList())
                        .value(line),
                FieldView.of(FieldKind.TEXT, WORDS, texts.localize("certificates.change.words"))
                        .maxLength(LONGEST_WORDS)
                        .value(words));
    }

    @Override
    public Map<String, String> faults(
            Certificate certificate, CertificateContent content, LocalDate today, Texts texts) {
        var wrong = new LinkedHashMap<String, String>();
        if (content.lines().stream().noneMatch(each -> each.key().equals(line))) {
            wrong.put(LINE, texts.localize("certificates.change.line.empty"));
        }
        if (words.isBlank() || Reason.length(words) > LONGEST_WORDS) {
            wrong.put(WORDS, texts.localize("certificates.change.words.wrong", LONGEST_WORDS));
        }
        return wrong;
    }

    @Override
    public boolean carryOut(CertificateActs acts, UUID id, String why, CertificateActs.By by) {
        return acts.change(id, Map.of(line, words.strip()), why, by).isPresent();
    }
}
