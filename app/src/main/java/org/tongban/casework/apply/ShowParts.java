package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.PlaceSettings;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The list of parts, from which one comes to each and returns; and giving the draft up. */
@Controller
class ShowParts {

    private final DraftDoor door;
    private final PlaceSettings.Source place;
    private final TextBundles bundles;

    ShowParts(DraftDoor door, PlaceSettings.Source place, TextBundles bundles) {
        this.door = door;
        this.place = place;
        this.bundles = bundles;
    }

    @GetMapping("/drafts/{id}")
    @Open(door = Door.APPLICANT, audit = "draft.shown")
    Object show(@PathVariable UUID id, HttpServletRequest request, ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open ->
                        Rendered.of(
                                "casework/apply/parts",
                                page(open, bundles.in(Preferences.of(request).locale()))));
    }

    @GetMapping("/drafts/{id}/delete")
    @Open(door = Door.APPLICANT, audit = "draft.deletion-asked")
    Object ask(@PathVariable UUID id, ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open ->
                        Rendered.of("casework/apply/delete")
                                .with("path", open.path())
                                .with("item", open.definition().name()));
    }

    @PostMapping("/drafts/{id}/delete")
    @Open(door = Door.APPLICANT, audit = "draft.deleted")
    Object delete(@PathVariable UUID id, ApplicantPrincipal caller) {
        return door.discard(id, caller);
    }

    private PartsPage page(OpenDraft open, Texts texts) {
        var parts = new ArrayList<PartsPage.Part>();
        var item = open.definition();
        if (!item.questions().isEmpty()) {
            var done =
                    item.questions().stream()
                            .allMatch(q -> open.draft().situation().containsKey(q.key()));
            parts.add(
                    new PartsPage.Part(
                            texts.localize("apply.part.situation"),
                            open.path() + "/situation",
                            "",
                            filled(done, texts)));
        }
        for (var number = 1; number <= open.pages().size(); number++) {
            var page = open.pages().get(number - 1);
            parts.add(
                    new PartsPage.Part(
                            page.page(),
                            open.formPath(number),
                            "",
                            filled(open.isComplete(page), texts)));
        }
        if (!open.applies().materials().isEmpty()) {
            var missing = open.missingMaterials().size();
            parts.add(
                    new PartsPage.Part(
                            texts.localize("apply.part.materials"),
                            open.path() + "/materials",
                            materials(open, texts),
                            !open.barring().isEmpty()
                                    ? Tag.stop(texts.localize("apply.evidence.bars"))
                                    : missing == 0
                                            ? Tag.got(texts.localize("apply.part.done"))
                                            : Tag.you(
                                                    texts.count(
                                                            "apply.part.materials.missing",
                                                            missing))));
        }
        var saved = open.draft().updatedAt().atZone(place.current().zone()).toLocalDateTime();
        return new PartsPage(
                open.path(),
                item.name(),
                open.draft().applicant().name(),
                new Dates(texts.locale()).moment(saved),
                parts,
                DraftDoor.isHeldToANewerGuide(open),
                open.checked().isComplete()
                        && open.missingMaterials().isEmpty()
                        && open.barring().isEmpty());
    }

    private static String materials(OpenDraft open, Texts texts) {
        var uploaded = texts.count("apply.part.materials.note", open.files().size());
        var fetched = open.fetched().size();
        return fetched == 0
                ? uploaded
                : texts.localize("apply.evidence.part", fetched) + " " + uploaded;
    }

    private static Tag filled(boolean done, Texts texts) {
        return done
                ? Tag.got(texts.localize("apply.part.done"))
                : Tag.you(texts.localize("apply.part.open"));
    }
}
