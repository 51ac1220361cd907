package org.tongban.certificates.revocation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateContent;
import org.tongban.web.FieldView;
import org.tongban.web.Texts;

/** Draws a form for each deed that a certificate lets happen. */
record DeedForms(Certificate certificate, CertificateContent content, Texts texts) {

    /** All forms, those not attempted empty and folded. */
    List<FoundPage.ActForm> drawn(Attempt attempt) {
        return Deed.open(certificate).stream()
                .map(deed -> form(attempt.isAt(deed) ? attempt : new Attempt(deed, "")))
                .toList();
    }

    private FoundPage.ActForm form(Attempt attempt) {
        var deed = attempt.deed();
        var key = "certificates." + deed.path();
        return new FoundPage.ActForm(
                "/staff/certificates/" + certificate.id() + "/" + deed.path(),
                texts.localize(key + ".title"),
                texts.localize(key + ".follows"),
                Stream.concat(
                                deed.boxes(content, texts).stream(),
                                Stream.of(attempt.reason().box(texts)))
                        .map(box -> placed(box, deed, attempt.faults()))
                        .toList(),
                texts.localize(key + ".do"),
                deed.takesAway() ? "stop" : "second",
                !attempt.faults().isEmpty());
    }

    private static FieldView placed(FieldView box, Deed deed, Map<String, String> faults) {
        return box.id(deed.fieldId(box.name())).error(faults.getOrDefault(box.name(), ""));
    }
}
