package org.tongban.certificates.revocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateActs;
import org.tongban.certificates.CertificateContent;
import org.tongban.web.FieldView;
import org.tongban.web.Texts;

/**
 * What staff may do to a certificate after its issue, with what was typed into its form beside the
 * reason that each of them has.
 */
sealed interface Deed permits Renewal, Change, Suspension, GivingBack, Revocation {

    /** Last part of the address that its form posts to; opens the keys of its texts. */
    String path();

    /** Whether a certificate that is now as it is lets it happen. */
    boolean isOpenFor(Certificate certificate);

    /** Whether it takes something from the holder, so that its button warns. */
    boolean takesAway();

    /** What it asks beside the reason, as typed. */
    default List<FieldView> boxes(CertificateContent content, Texts texts) {
        return List.of();
    }

    /**
     * What is wrong with that, in words, by the name of the box.
     *
     * @param today for a certificate without an end
     */
    default Map<String, String> faults(
            Certificate certificate, CertificateContent content, LocalDate today, Texts texts) {
        return Map.of();
    }

    /**
     * Does it.
     *
     * @return false when the certificate was changed meanwhile and does not let it happen any more
     */
    boolean carryOut(CertificateActs acts, UUID id, String why, CertificateActs.By by);

    /** Ids differ from form to form; the field of a revocation keeps its plain name. */
    default String fieldId(String name) {
        return path() + "-" + name;
    }

    /** With nothing typed, those that can happen to a certificate now, the mildest first. */
    static List<Deed> open(Certificate certificate) {
        return Stream.<Deed>of(
                        new Renewal(""),
                        new Change("", ""),
                        new Suspension(),
                        new GivingBack(),
                        new Revocation())
                .filter(deed -> deed.isOpenFor(certificate))
                .toList();
    }
}
