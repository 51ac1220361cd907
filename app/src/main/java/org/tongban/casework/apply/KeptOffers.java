package org.tongban.casework.apply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.accounts.ActingFor;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.draft.MaterialBlock;
import org.tongban.casework.kept.Asker;
import org.tongban.casework.kept.KeptMaterials;
import org.tongban.casework.kept.KeptUses;
import org.tongban.casework.kept.KeptWords;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.law.LegalBasis;
import org.tongban.web.Texts;

/** What the applicant handed in before, offered beside each material of a draft. */
@Component
class KeptOffers {

    private final KeptMaterials kept;
    private final KeptWords words;
    private final Applicants applicants;
    private final Drafts drafts;

    KeptOffers(KeptMaterials kept, KeptWords words, Applicants applicants, Drafts drafts) {
        this.kept = kept;
        this.words = words;
        this.applicants = applicants;
        this.drafts = drafts;
    }

    /** By key of the material; nothing for one that is there, fetched or stopped. */
    @LegalBasis("practice/materials/again")
    Map<String, List<MaterialBlock.Again>> of(
            OpenDraft open, ApplicantPrincipal caller, Texts texts) {
        var offers = new LinkedHashMap<String, List<MaterialBlock.Again>>();
        kept.offered(
                        open.draft().applicant(),
                        asker(open, caller),
                        open.definition(),
                        open.applies().materials().stream()
                                .filter(material -> isWanted(open, material))
                                .toList(),
                        what(open, texts))
                .forEach(
                        (material, some) ->
                                offers.put(
                                        material,
                                        some.stream()
                                                .map(
                                                        one ->
                                                                new MaterialBlock.Again(
                                                                        words.offer(one, texts),
                                                                        open.path()
                                                                                + "/materials/"
                                                                                + material
                                                                                + "/again/"
                                                                                + one.id()))
                                                .toList()));
        return offers;
    }

    private static boolean isWanted(OpenDraft open, Material material) {
        return open.filesOf(material.key()).isEmpty()
                && open.found(material).isEmpty()
                && open.draft().pledge(material.key()).isEmpty()
                && open.spoilt(material).filter(one -> one.fault().stops()).isEmpty();
    }

    /** What came of taking one. */
    enum Taken {
        DONE,
        GONE,
        TOO_MANY
    }

    Taken take(OpenDraft open, Material material, UUID id, ApplicantPrincipal caller, Texts texts) {
        if (open.files().size() >= Drafts.MOST_FILES) return Taken.TOO_MANY;
        if (!isWanted(open, material)) return Taken.DONE;
        return kept.take(
                        id,
                        open.draft().applicant(),
                        asker(open, caller),
                        open.definition(),
                        material,
                        what(open, texts),
                        drafts.nextFileNo())
                .map(file -> drafts.addFile(open.id(), file) ? Taken.DONE : Taken.TOO_MANY)
                .orElse(Taken.GONE);
    }

    private Asker asker(OpenDraft open, ApplicantPrincipal caller) {
        var acting =
                applicants
                        .actingFor(caller, open.definition(), open.draft().applicant())
                        .orElseThrow(DraftDoor::notFound);
        return Asker.applying(
                acting instanceof ActingFor.Self,
                caller.name(),
                caller.accountId(),
                applicants.isChecked(caller));
    }

    private static KeptUses.For what(OpenDraft open, Texts texts) {
        return new KeptUses.For(
                open.id(), texts.localize("kept.purpose", open.definition().name()));
    }
}
