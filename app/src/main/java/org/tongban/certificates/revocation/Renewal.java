package org.tongban.certificates.revocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.Certificate.Status;
import org.tongban.certificates.CertificateActs;
import org.tongban.certificates.CertificateContent;
import org.tongban.web.Dates;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/**
 * Makes a certificate valid for longer (延续).
 *
 * @param until the new last day, as typed
 */
record Renewal(String until) implements Deed {

    static final String UNTIL = "until";

    /** A later year is a slip of the hand. */
    private static final int LAST_YEAR = 2200;

    @Override
    public String path() {
        return "renewal";
    }

    @Override
    public boolean isOpenFor(Certificate certificate) {
        return certificate.status() == Status.VALID && certificate.validUntil().isPresent();
    }

    @Override
    public boolean takesAway() {
        return false;
    }

    @Override
    public List<FieldView> boxes(CertificateContent content, Texts texts) {
        return List.of(
                FieldView.of(FieldKind.DATE, UNTIL, texts.localize("certificates.renewal.until"))
                        .hint(texts.localize("certificates.renewal.until.hint"))
                        .value(until));
    }

    @Override
    public Map<String, String> faults(
            Certificate certificate, CertificateContent content, LocalDate today, Texts texts) {
        var present = certificate.validUntil().orElse(today);
        return Typed.date(until)
                        .filter(day -> day.isAfter(present) && day.getYear() < LAST_YEAR)
                        .isPresent()
                ? Map.of()
                : Map.of(
                        UNTIL,
                        texts.localize(
                                "certificates.renewal.until.wrong",
                                new Dates(texts.locale()).paperDay(present)));
    }

    @Override
    public boolean carryOut(CertificateActs acts, UUID id, String why, CertificateActs.By by) {
        return acts.renew(id, Typed.date(until).orElseThrow(), why, by).isPresent();
    }
}
