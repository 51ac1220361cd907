package org.tongban.casework.apply;

import org.tongban.casework.Evidence;
import org.tongban.casework.words.CaseWords;
import org.tongban.web.Dates;
import org.tongban.web.Texts;

/** What applicants read of what the office gets itself, or cannot. */
final class EvidenceWords {

    private EvidenceWords() {}

    /** Which certificate is fetched, and what of it the office sees. */
    static String found(Evidence.Found found, Texts texts) {
        return texts.localize(
                "apply.evidence.found.note",
                found.name(),
                found.number(),
                found.issuer(),
                until(found, texts));
    }

    /** The same in one line, where several stand below each other. */
    static String brief(Evidence.Found found, Texts texts) {
        return texts.localize(
                "apply.evidence.found.brief", found.name(), found.number(), until(found, texts));
    }

    /** Why the application stops, and what can be done. */
    static String barring(Evidence.Spoilt spoilt, Texts texts) {
        return texts.localize("apply.evidence.barring", state(spoilt, texts));
    }

    /** That the one we have has expired, so that a newer one is asked for. */
    static String expired(Evidence.Spoilt spoilt, Texts texts) {
        return texts.localize("apply.evidence.expired", state(spoilt, texts));
    }

    private static String state(Evidence.Spoilt spoilt, Texts texts) {
        return new CaseWords(texts).spoilt(spoilt.name(), spoilt.fault());
    }

    private static String until(Evidence.Found found, Texts texts) {
        return found.validUntil()
                .map(
                        day ->
                                texts.localize(
                                        "apply.evidence.until",
                                        new Dates(texts.locale()).paperDay(day)))
                .orElseGet(() -> texts.localize("apply.evidence.without-end"));
    }
}
