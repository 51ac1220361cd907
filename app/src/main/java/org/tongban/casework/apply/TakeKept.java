package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.draft.Drafts;
import org.tongban.web.Preferences;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;

/** Takes what was handed in before into an application that is being written. */
@Controller
class TakeKept {

    private final DraftDoor door;
    private final KeptOffers kept;
    private final AddMaterials materials;
    private final TextBundles bundles;

    TakeKept(DraftDoor door, KeptOffers kept, AddMaterials materials, TextBundles bundles) {
        this.door = door;
        this.kept = kept;
        this.materials = materials;
        this.bundles = bundles;
    }

    @PostMapping("/drafts/{id}/materials/{material}/again/{keptId}")
    @Open(door = Door.APPLICANT, audit = "draft.kept-file-added")
    Object take(
            @PathVariable UUID id,
            @PathVariable String material,
            @PathVariable UUID keptId,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var texts = bundles.in(Preferences.of(request).locale());
        return door.open(
                id,
                caller,
                open -> {
                    var wanted =
                            open.definition().material(material).orElseThrow(DraftDoor::notFound);
                    return switch (kept.take(open, wanted, keptId, caller, texts)) {
                        case DONE -> SeeOther.to(open.path() + "/materials#m-" + material);
                        case GONE ->
                                materials.faulty(
                                        id, caller, material, texts.localize("kept.gone"), texts);
                        case TOO_MANY ->
                                materials.faulty(
                                        id,
                                        caller,
                                        material,
                                        texts.localize("apply.files.too-many", Drafts.MOST_FILES),
                                        texts);
                    };
                });
    }
}
