package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.Casework;
import org.tongban.casework.Evidence;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.draft.FileAnswers;
import org.tongban.casework.draft.MaterialBlock;
import org.tongban.casework.draft.Uploads;
import org.tongban.casework.engine.AfterCheck;
import org.tongban.casework.engine.Tolerance;
import org.tongban.casework.words.EvidenceWords;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.web.ChosenFiles;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The materials: what is needed, what has come, sending more, taking one back. */
@Controller
class AddMaterials {

    private final DraftDoor door;
    private final Drafts drafts;
    private final Casework casework;
    private final Uploads uploads;
    private final FileAnswers answers;
    private final KeptOffers kept;
    private final TextBundles bundles;

    AddMaterials(
            DraftDoor door,
            Drafts drafts,
            Casework casework,
            Uploads uploads,
            FileAnswers answers,
            KeptOffers kept,
            TextBundles bundles) {
        this.door = door;
        this.drafts = drafts;
        this.casework = casework;
        this.uploads = uploads;
        this.answers = answers;
        this.kept = kept;
        this.bundles = bundles;
    }

    @GetMapping("/drafts/{id}/materials")
    @Open(door = Door.APPLICANT, audit = "draft.materials-shown")
    Object show(@PathVariable UUID id, HttpServletRequest request, ApplicantPrincipal caller) {
        return door.open(
                id, caller, open -> page(open, caller, ErrorSummary.none(), texts(request)));
    }

    @PostMapping("/drafts/{id}/materials/{material}")
    @Open(door = Door.APPLICANT, audit = "draft.file-added")
    Object add(
            @PathVariable UUID id,
            @PathVariable String material,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open -> {
                    if (open.definition().material(material).isEmpty()) {
                        throw DraftDoor.notFound();
                    }
                    var texts = texts(request);
                    return uploads.take(id, material, ChosenFiles.in(request, "files"), texts)
                            .<Object>map(fault -> faulty(id, caller, material, fault, texts))
                            .orElseGet(() -> SeeOther.to(open.path() + "/materials#m-" + material));
                });
    }

    /** Read again: files beside the faulty one may have been taken. */
    Object faulty(UUID id, ApplicantPrincipal caller, String material, String fault, Texts texts) {
        return door.open(
                id,
                caller,
                open ->
                        page(open, caller, ErrorSummary.of(Map.of("u-" + material, fault)), texts)
                                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                .at(open.path() + "/materials"));
    }

    @PostMapping("/drafts/{id}/materials/{material}/{fileNo}/remove")
    @Open(door = Door.APPLICANT, audit = "draft.file-removed")
    Object remove(
            @PathVariable UUID id,
            @PathVariable String material,
            @PathVariable UUID fileNo,
            ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open -> {
                    if (open.definition().material(material).isEmpty()) {
                        throw DraftDoor.notFound();
                    }
                    drafts.removeFile(id, fileNo);
                    return SeeOther.to(open.path() + "/materials#m-" + material);
                });
    }

    @GetMapping("/drafts/{id}/files/{fileNo}")
    @Open(door = Door.APPLICANT, audit = "draft.file-read")
    Object read(@PathVariable UUID id, @PathVariable UUID fileNo, ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open ->
                        open.files().stream()
                                .filter(file -> file.fileNo().equals(fileNo))
                                .findFirst()
                                .map(answers::of)
                                .orElseThrow(DraftDoor::notFound));
    }

    private Rendered page(
            OpenDraft open, ApplicantPrincipal caller, ErrorSummary errors, Texts texts) {
        var again = kept.of(open, caller, texts);
        var base = open.path() + "/materials";
        var trusted = casework.trusts(open.draft().applicant());
        return Rendered.of(
                "casework/apply/materials",
                new MaterialsPage(
                        open.path(),
                        open.definition().name(),
                        open.applies().materials().stream()
                                .map(
                                        material ->
                                                block(
                                                                open,
                                                                material,
                                                                MaterialBlock.of(
                                                                        material,
                                                                        open.filesOf(
                                                                                material.key()),
                                                                        base,
                                                                        open.path() + "/files",
                                                                        errors.at(
                                                                                "u-"
                                                                                        + material
                                                                                                .key()),
                                                                        texts),
                                                                trusted,
                                                                texts)
                                                        .again(
                                                                again.getOrDefault(
                                                                        material.key(), List.of())))
                                .toList(),
                        errors));
    }

    private static MaterialBlock block(
            OpenDraft open, Material material, MaterialBlock block, boolean trusted, Texts texts) {
        var found = open.found(material);
        if (found.isPresent()) {
            return block.known(
                    Tag.got(texts.localize("apply.evidence.found")),
                    new EvidenceWords(texts).found(found.get()),
                    true);
        }
        if (open.evidence().get(material.key()) instanceof Evidence.OutOfReach unreached) {
            return promised(
                    open,
                    material,
                    block.known(block.tag(), new EvidenceWords(texts).outOfReach(unreached), false),
                    trusted,
                    texts);
        }
        var spoilt = open.spoilt(material);
        return spoilt.isPresent() && spoilt.get().fault().stops()
                ? block.known(
                        Tag.stop(texts.localize("apply.evidence.bars")),
                        new EvidenceWords(texts).barring(spoilt.get()),
                        false)
                : promised(
                        open,
                        material,
                        spoilt.map(
                                        old ->
                                                block.known(
                                                        block.tag(),
                                                        new EvidenceWords(texts).expired(old),
                                                        false))
                                .orElse(block),
                        trusted,
                        texts);
    }

    /** The block with the promise that stands in for its file, or the ways to make one. */
    private static MaterialBlock promised(
            OpenDraft open, Material material, MaterialBlock block, boolean trusted, Texts texts) {
        var base = open.path() + "/materials/" + material.key() + "/promise/";
        var made = open.draft().pledge(material.key());
        if (made.isPresent()) {
            return block.promising(
                    texts.localize(ShownAnswers.promised(made.get())), base + "take-back");
        }
        if (!trusted || !ApplicationCheck.mustBeUploaded(material)) {
            return block;
        }
        var ways = new ArrayList<Link>();
        if (Tolerance.admits(open.definition(), material.key())) {
            ways.add(new Link(texts.localize("apply.promise.follows"), base + "follows"));
        }
        if (AfterCheck.admits(open.definition(), material.key())) {
            ways.add(new Link(texts.localize("apply.promise.vouched"), base + "vouched"));
        }
        return block.offering(ways);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
