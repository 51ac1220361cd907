package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.Act.DeliveryWay;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.CombinedApplications;
import org.tongban.casework.EvidenceDesk;
import org.tongban.casework.EvidenceSource;
import org.tongban.casework.Submission;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.words.EvidenceWords;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.law.LegalBasis;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * The last look, and sending. The answers come from the draft and not from the page, and the case
 * takes the draft's id: pressed twice, or sent again by the browser, it makes one case.
 */
@Controller
class CheckAndSend {

    private static final String DELIVERY = "delivery";
    private static final String TRUTH = "truth";

    private final DraftDoor door;
    private final Casework casework;
    private final EvidenceDesk evidence;
    private final Wanted wanted;
    private final TextBundles bundles;

    CheckAndSend(
            DraftDoor door,
            Casework casework,
            EvidenceDesk evidence,
            Wanted wanted,
            TextBundles bundles) {
        this.wanted = wanted;
        this.door = door;
        this.casework = casework;
        this.evidence = evidence;
        this.bundles = bundles;
    }

    @GetMapping("/drafts/{id}/check")
    @Open(door = Door.APPLICANT, audit = "draft.checked")
    Object show(@PathVariable UUID id, HttpServletRequest request, ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open -> {
                    var texts = texts(request);
                    return page(open, "", false, missing(open, texts), texts);
                });
    }

    /**
     * Makes the case of the draft.
     *
     * @param seen the version of the draft that was read on the page; absent: not asked
     */
    @PostMapping("/drafts/{id}/send")
    @Open(door = Door.APPLICANT, audit = "application.sent")
    Object send(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String delivery,
            @RequestParam(defaultValue = "") String truth,
            @RequestParam Optional<Integer> seen,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open -> {
                    var texts = texts(request);
                    var changed = seen.filter(v -> v != open.draft().version()).isPresent();
                    if (changed) {
                        return page(
                                        open,
                                        delivery,
                                        false,
                                        Map.of("", texts.localize("apply.check.changed")),
                                        texts)
                                .status(HttpStatus.CONFLICT)
                                .at(open.path() + "/check");
                    }
                    var errors = new LinkedHashMap<>(missing(open, texts));
                    if (!wanted.isTaken(open.draft()))
                        errors.put("", texts.localize("apply.closed"));
                    var way = way(delivery);
                    if (way.isEmpty()) {
                        errors.put(DELIVERY, texts.localize("apply.check.delivery.missing"));
                    }
                    if (truth.isEmpty()) {
                        errors.put(TRUTH, texts.localize("apply.check.truth.missing"));
                    }
                    if (errors.isEmpty() && open.draft().isCombined()) {
                        switch (wanted.send(ready(open, way.orElseThrow(), caller))) {
                            case CombinedApplications.Sent.Done(var address) -> {
                                return SeeOther.to(address);
                            }
                            case CombinedApplications.Sent.Missing(var sentences) ->
                                    errors.put("part-materials", String.join(" ", sentences));
                            case CombinedApplications.Sent.Changed() ->
                                    errors.put("", texts.localize("apply.check.changed"));
                        }
                    } else if (errors.isEmpty()
                            && verdict(open) instanceof ApplicationCheck.Complete complete) {
                        if (send(open, complete, way.orElseThrow(), caller)) {
                            return door.receipt(id);
                        }
                        errors.put("part-materials", texts.localize("apply.evidence.not-fetched"));
                    }
                    return page(open, delivery, !truth.isEmpty(), errors, texts)
                            .status(HttpStatus.UNPROCESSABLE_CONTENT)
                            .at(open.path() + "/check");
                });
    }

    /**
     * Makes the case, with copies of what the office gets itself.
     *
     * @return false when something that was found a moment ago cannot be had: nothing is sent then
     */
    @LegalBasis("licensing/31")
    private boolean send(
            OpenDraft open,
            ApplicationCheck.Complete complete,
            DeliveryWay way,
            ApplicantPrincipal caller) {
        var wanted = open.fetched();
        var use = new EvidenceSource.Use(open.id(), EvidenceSource.Purpose.of(open.definition()));
        var copies = evidence.fetch(use, open.draft().applicant(), wanted);
        if (copies.size() < wanted.size()) return false;
        casework.submit(
                new Submission(
                        open.id(),
                        open.item().key(),
                        open.item().version(),
                        Channel.ONLINE,
                        complete.content(),
                        way,
                        complete.applicable(),
                        Stream.concat(open.files().stream(), copies.stream()).toList(),
                        Optional.of(caller.accountId()),
                        Optional.of(open.id()),
                        open.pledges(),
                        copies.stream().map(SubmittedFile::material).toList()),
                door.actor(open, caller));
        evidence.askLater(use, open.draft().applicant(), open.outOfReach());
        return true;
    }

    private CombinedApplications.Ready ready(
            OpenDraft open, DeliveryWay way, ApplicantPrincipal caller) {
        return new CombinedApplications.Ready(
                open.id(),
                open.draft().version(),
                open.draft().combined(),
                open.draft().applicant(),
                ApplicationCheck.answered(open.definition(), open.draft().situation()),
                open.draft().typed(),
                open.files(),
                open.pledges(),
                way,
                caller.accountId(),
                door.actor(open, caller).name());
    }

    private static ApplicationCheck.Verdict verdict(OpenDraft open) {
        return ApplicationCheck.check(
                open.item(),
                open.draft().applicant(),
                open.draft().situation(),
                open.draft().typed(),
                open.files(),
                open.pledges(),
                open.fetched().stream().map(Material::key).collect(Collectors.toSet()),
                open.place().offeredRegions());
    }

    private static Optional<DeliveryWay> way(String delivery) {
        return Stream.of(DeliveryWay.ELECTRONIC, DeliveryWay.WINDOW)
                .filter(way -> value(way).equals(delivery))
                .findFirst();
    }

    private static String value(DeliveryWay way) {
        return way.name().toLowerCase(Locale.ROOT);
    }

    /** Everything that is in the way of sending, each with the part of the page where it stands. */
    private static Map<String, String> missing(OpenDraft open, Texts texts) {
        var missing = new LinkedHashMap<String, String>();
        if (verdict(open) instanceof ApplicationCheck.Incomplete incomplete) {
            if (!incomplete.audienceAllowed()) {
                missing.put("part-applicant", texts.localize("apply.start.nobody"));
            }
            if (!incomplete.questions().isEmpty()) {
                missing.put("part-situation", texts.localize("apply.check.situation"));
            }
            for (var number = 1; number <= open.pages().size(); number++) {
                var page = open.pages().get(number - 1);
                if (!open.isComplete(page)) {
                    missing.put("part-" + number, texts.localize("apply.check.page", page.page()));
                }
            }
            if (!incomplete.materials().isEmpty()) {
                missing.put(
                        "part-materials",
                        texts.localize(
                                "apply.check.materials",
                                String.join(
                                        "、",
                                        incomplete.materials().stream()
                                                .map(material -> material.name())
                                                .toList())));
            }
        }
        var barring = open.barring();
        if (!barring.isEmpty()) {
            missing.put(
                    "part-materials",
                    barring.stream()
                            .map(spoilt -> new EvidenceWords(texts).barring(spoilt))
                            .collect(Collectors.joining(" ")));
        }
        return missing;
    }

    private static Rendered page(
            OpenDraft open,
            String delivery,
            boolean truth,
            Map<String, String> errors,
            Texts texts) {
        var summary = ErrorSummary.of(errors);
        return Rendered.of(
                "casework/apply/check",
                new CheckPage(
                        open.path(),
                        open.definition().name(),
                        sections(open, texts),
                        verdict(open) instanceof ApplicationCheck.Complete
                                && open.barring().isEmpty(),
                        open.draft().version(),
                        delivery(delivery, summary, texts),
                        truth(truth, summary, texts),
                        summary));
    }

    private static List<CheckPage.Section> sections(OpenDraft open, Texts texts) {
        var sections = new ArrayList<CheckPage.Section>();
        sections.add(
                new CheckPage.Section(
                        "part-applicant",
                        texts.localize("apply.check.applicant"),
                        ShownAnswers.applicant(open.draft().applicant(), texts)));
        if (!open.definition().questions().isEmpty()) {
            sections.add(
                    new CheckPage.Section(
                            "part-situation",
                            texts.localize("apply.part.situation"),
                            ShownAnswers.situation(open, texts)));
        }
        for (var number = 1; number <= open.pages().size(); number++) {
            var page = open.pages().get(number - 1);
            sections.add(
                    new CheckPage.Section(
                            "part-" + number,
                            page.page(),
                            ShownAnswers.of(open, page, number, texts)));
        }
        if (!open.applies().materials().isEmpty()) {
            sections.add(
                    new CheckPage.Section(
                            "part-materials",
                            texts.localize("apply.part.materials"),
                            ShownAnswers.materials(open, texts)));
        }
        return sections;
    }

    private static FieldView delivery(String chosen, ErrorSummary errors, Texts texts) {
        return FieldView.of(FieldKind.CHOICE, DELIVERY, texts.localize("apply.check.delivery"))
                .options(
                        List.of(
                                new Option(
                                        value(DeliveryWay.ELECTRONIC),
                                        texts.localize("apply.check.delivery.electronic"),
                                        texts.localize("apply.check.delivery.electronic.hint")),
                                new Option(
                                        value(DeliveryWay.WINDOW),
                                        texts.localize("apply.check.delivery.window"),
                                        texts.localize("apply.check.delivery.window.hint"))))
                .value(chosen)
                .error(errors);
    }

    private static FieldView truth(boolean given, ErrorSummary errors, Texts texts) {
        return FieldView.of(FieldKind.CHOICES, TRUTH, texts.localize("apply.check.truth"))
                .options(List.of(new Option("yes", texts.localize("apply.check.truth.yes"))))
                .value(given ? "yes" : "")
                .error(errors);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
