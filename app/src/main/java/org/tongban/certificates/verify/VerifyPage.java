package org.tongban.certificates.verify;

import java.util.List;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.Masked;
import org.tongban.certificates.Verification;
import org.tongban.certificates.Verification.Check;
import org.tongban.certificates.Verification.Verdict;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.Tag;
import org.tongban.web.Texts;

/**
 * What anybody sees of a checked certificate.
 *
 * @param look class of the big words
 * @param checkedAt the moment of the check, in the reader's language
 * @param facts masked; empty when the certificate is broken
 * @param why reason of a revocation; empty when there is none
 */
public record VerifyPage(
        String stylesheet,
        String look,
        String title,
        String meaning,
        String why,
        String checkedAt,
        List<Step> steps,
        List<Answer> facts) {

    /** One thing that was checked and what came of it. */
    public record Step(String what, Tag result) {}

    public VerifyPage {
        steps = List.copyOf(steps);
        facts = List.copyOf(facts);
    }

    /** The page of a certificate that was checked. */
    public static VerifyPage of(
            Certificate certificate,
            Verification checked,
            String stylesheet,
            String checkedAt,
            Texts texts) {
        // What nobody has compared with its original is not called valid.
        var unconfirmed = checked.verdict() == Verdict.VALID && !certificate.trust().serves();
        var verdict = unconfirmed ? "unconfirmed" : key(checked.verdict());
        return new VerifyPage(
                stylesheet,
                unconfirmed ? "over" : look(checked.verdict()),
                texts.localize("certificates.verdict." + verdict),
                texts.localize("certificates.verdict." + verdict + ".means"),
                certificate
                        .revocation()
                        .map(r -> texts.localize("certificates.verdict.revoked.why", r.why()))
                        .orElse(""),
                texts.localize("certificates.checked-at", checkedAt),
                List.of(
                        step("signature", checked.signature(), texts),
                        step("register", checked.register(), texts),
                        step("not-revoked", checked.notRevoked(), texts),
                        step("period", checked.period(), texts)),
                checked.content().map(content -> facts(content, texts)).orElse(List.of()));
    }

    private static List<Answer> facts(CertificateContent content, Texts texts) {
        var dates = new Dates(texts.locale());
        var until =
                content.lastDay()
                        .map(dates::paperDay)
                        .orElseGet(() -> texts.localize("certificates.without-end"));
        return List.of(
                fact("certificates.name", content.name(), texts),
                fact("certificates.number", Masked.number(content.number()), texts),
                fact("certificates.holder", Masked.name(content.holder()), texts),
                fact("certificates.issuer", content.issuer().name(), texts),
                fact("certificates.issued-on", dates.paperDay(content.issuedOn()), texts),
                fact("certificates.valid-until", until, texts));
    }

    private static Answer fact(String key, String value, Texts texts) {
        return new Answer(texts.localize(key), value, "", "");
    }

    private static Step step(String what, Check result, Texts texts) {
        var word = texts.localize("certificates.check." + key(result));
        var tag =
                switch (result) {
                    case PASSED -> Tag.got(word);
                    case FAILED -> Tag.late(word);
                    case UNCHECKED -> Tag.plain(word);
                };
        return new Step(texts.localize("certificates.step." + what), tag);
    }

    private static String look(Verdict verdict) {
        return switch (verdict) {
            case VALID -> "good";
            case EXPIRED, SUSPENDED, REPLACED -> "over";
            case REVOKED, BROKEN -> "bad";
        };
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }
}
