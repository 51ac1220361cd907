package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.Casework;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.Pledge;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.draft.PromiseWords;
import org.tongban.casework.engine.AfterCheck;
import org.tongban.casework.engine.Tolerance;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.law.LegalBasis;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * Doing without a paper for now: promising to bring it, or vouching for the fact. First told what
 * it means and what follows, then confirmed; whoever does not wish to goes the ordinary way.
 */
@Controller
@LegalBasis({"practice/tolerance/commitment", "practice/commitment/instead"})
class PromisePaper {

    private static final String CONFIRM = "confirm";

    private final DraftDoor door;
    private final Drafts drafts;
    private final Casework casework;
    private final PlaceSettings.Source place;
    private final TextBundles bundles;
    private final Clock clock;

    PromisePaper(
            DraftDoor door,
            Drafts drafts,
            Casework casework,
            PlaceSettings.Source place,
            TextBundles bundles,
            Clock clock) {
        this.door = door;
        this.drafts = drafts;
        this.casework = casework;
        this.place = place;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/drafts/{id}/materials/{material}/promise/{kind}")
    @Open(door = Door.APPLICANT, audit = "promise.read")
    Object show(
            @PathVariable UUID id,
            @PathVariable String material,
            @PathVariable String kind,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var texts = texts(request);
        return door.open(
                id,
                caller,
                open -> page(open, offered(open, material, kind), ErrorSummary.none(), texts));
    }

    @PostMapping("/drafts/{id}/materials/{material}/promise/{kind}")
    @Open(door = Door.APPLICANT, audit = "promise.made")
    Object promise(
            @PathVariable UUID id,
            @PathVariable String material,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String confirm,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var texts = texts(request);
        return door.open(
                id,
                caller,
                open -> {
                    var offer = offered(open, material, kind);
                    if (confirm.isEmpty()) {
                        var missing =
                                Map.of(CONFIRM, texts.localize("apply.promise.confirm.missing"));
                        return page(open, offer, ErrorSummary.of(missing), texts)
                                .status(HttpStatus.UNPROCESSABLE_CONTENT);
                    }
                    var pledge =
                            new Pledge(
                                    material,
                                    offer.material().name(),
                                    offer.kind(),
                                    words(open, offer),
                                    Pledge.State.OFFERED,
                                    LocalDate.now(clock.withZone(place.current().zone())),
                                    null);
                    if (!drafts.promise(open.draft(), material, Optional.of(pledge))) {
                        var changed = Map.of("", texts.localize("apply.promise.changed"));
                        return page(open, offer, ErrorSummary.of(changed), texts)
                                .status(HttpStatus.CONFLICT);
                    }
                    return SeeOther.to(open.path() + "/materials#m-" + material);
                });
    }

    @PostMapping("/drafts/{id}/materials/{material}/promise/take-back")
    @Open(door = Door.APPLICANT, audit = "promise.taken-back")
    Object takeBack(
            @PathVariable UUID id, @PathVariable String material, ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open -> {
                    // A draft that changed in another tab is shown as it is now; pressing again
                    // works.
                    drafts.promise(open.draft(), material, Optional.empty());
                    return SeeOther.to(open.path() + "/materials#m-" + material);
                });
    }

    /** What may be promised here, by this person. */
    private record Offer(Material material, Pledge.Kind kind) {}

    private Offer offered(OpenDraft open, String key, String kind) {
        var material =
                open.applies().materials().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow(DraftDoor::notFound);
        var offer =
                switch (kind) {
                    case "follows" -> new Offer(material, Pledge.Kind.PAPER_FOLLOWS);
                    case "vouched" -> new Offer(material, Pledge.Kind.FACT_VOUCHED);
                    default -> throw DraftDoor.notFound();
                };
        var admitted =
                switch (offer.kind()) {
                    case PAPER_FOLLOWS -> Tolerance.admits(open.definition(), key);
                    case FACT_VOUCHED -> AfterCheck.admits(open.definition(), key);
                };
        if (!admitted || !casework.trusts(open.draft().applicant())) {
            throw DraftDoor.notFound();
        }
        return offer;
    }

    /** The words that are confirmed and kept. Chinese: they are a paper of the case. */
    private String words(OpenDraft open, Offer offer) {
        return PromiseWords.of(
                offer.kind(),
                open.definition(),
                offer.material(),
                bundles.in(java.util.Locale.SIMPLIFIED_CHINESE));
    }

    private Rendered page(OpenDraft open, Offer offer, ErrorSummary errors, Texts texts) {
        return Rendered.of(
                "casework/apply/promise",
                PromisePage.of(
                        open, offer.material(), offer.kind(), words(open, offer), errors, texts));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
