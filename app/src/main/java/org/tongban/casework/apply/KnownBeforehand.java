package org.tongban.casework.apply;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.accounts.ActingFor;
import org.tongban.casework.Evidence;
import org.tongban.casework.words.EvidenceWords;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.law.LegalBasis;
import org.tongban.web.Tag;
import org.tongban.web.Texts;

/** What the office gets itself, told before anybody begins to fill anything in. */
@Component
class KnownBeforehand {

    /** Whoever acts for more firms than this chooses first and reads it in the application. */
    private static final int MOST_APPLICANTS = 5;

    private final Applicants applicants;

    KnownBeforehand(Applicants applicants) {
        this.applicants = applicants;
    }

    /** One line for each material and each applicant for whom something is known of it. */
    @LegalBasis("practice/evidence/not-asked")
    List<StartPage.Known> of(
            ApplicantPrincipal caller, List<ActingFor> choices, ItemDefinition item, Texts texts) {
        var known = new ArrayList<StartPage.Known>();
        for (var choice : choices.stream().limit(MOST_APPLICANTS).toList()) {
            var found = applicants.held(caller, applicants.applicant(caller, choice), item);
            for (var material : item.materials()) {
                var one = found.get(material.key());
                if (one != null) known.add(line(material.name(), choice.name(), one, texts));
            }
        }
        return known;
    }

    private static StartPage.Known line(
            String material, String applicant, Evidence evidence, Texts texts) {
        return switch (evidence) {
            case Evidence.Found found ->
                    new StartPage.Known(
                            texts.localize("apply.evidence.line", material, applicant),
                            Tag.got(texts.localize("apply.evidence.found")),
                            new EvidenceWords(texts).brief(found));
            case Evidence.OutOfReach unreached ->
                    new StartPage.Known(
                            texts.localize("apply.evidence.line", material, applicant),
                            Tag.soon(texts.localize("apply.evidence.out-of-reach")),
                            new EvidenceWords(texts).outOfReach(unreached));
            case Evidence.Spoilt spoilt ->
                    spoilt.fault().stops()
                            ? new StartPage.Known(
                                    texts.localize("apply.evidence.line", material, applicant),
                                    Tag.stop(texts.localize("apply.evidence.bars")),
                                    new EvidenceWords(texts).barring(spoilt))
                            : new StartPage.Known(
                                    texts.localize("apply.evidence.line", material, applicant),
                                    Tag.soon(texts.localize("apply.materials.required")),
                                    new EvidenceWords(texts).expired(spoilt));
        };
    }
}
