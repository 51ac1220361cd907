package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.tongban.accounts.ActingFor;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.draft.Drafts;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.PublishedItem;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * The first page: who applies, and the questions about the situation. Sending it makes the draft.
 */
@Controller
class StartApplication {

    private static final String FOR = "as";

    private final Wanted wanted;
    private final Applicants applicants;
    private final Drafts drafts;
    private final DraftDoor door;
    private final KnownBeforehand beforehand;
    private final PlaceSettings.Source place;
    private final TextBundles bundles;

    StartApplication(
            Wanted wanted,
            Applicants applicants,
            Drafts drafts,
            DraftDoor door,
            KnownBeforehand beforehand,
            PlaceSettings.Source place,
            TextBundles bundles) {
        this.wanted = wanted;
        this.applicants = applicants;
        this.drafts = drafts;
        this.door = door;
        this.beforehand = beforehand;
        this.place = place;
        this.bundles = bundles;
    }

    @GetMapping("/apply/{itemKey}")
    @Open(door = Door.APPLICANT, audit = "application.begun")
    Object show(
            @PathVariable String itemKey, HttpServletRequest request, ApplicantPrincipal caller) {
        var item = offer(itemKey);
        // A guide that has asked about the situation already sends the answers along.
        var situation = situation(item.item().definition(), request);
        return page(item, caller, "", situation, ErrorSummary.none(), texts(request));
    }

    @PostMapping("/apply/{itemKey}")
    @Open(door = Door.APPLICANT, audit = "draft.opened")
    Object begin(
            @PathVariable String itemKey,
            @RequestParam(name = FOR, defaultValue = "") String as,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var offer = offer(itemKey);
        var item = offer.item();
        var texts = texts(request);
        var situation = situation(item.definition(), request);
        var choice = applicants.allowed(caller, item.definition(), as);
        var errors = new LinkedHashMap<String, String>();
        if (choice.isEmpty()) {
            errors.put(FOR, texts.localize("apply.start.for.missing"));
        }
        errors.putAll(unanswered(item.definition(), situation, texts));
        if (drafts.isFull(caller.accountId())) {
            errors.put("", texts.localize("apply.start.too-many", Drafts.MOST_DRAFTS));
        }
        if (choice.isEmpty()
                || !errors.isEmpty()
                || !takesOnline(item.definition())
                || !applicants.isKnownWellEnough(caller, item.definition())) {
            return page(offer, caller, as, situation, ErrorSummary.of(errors), texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var applicant = applicants.applicant(caller, choice.get());
        var known =
                FieldViews.prefilled(
                        item.definition(),
                        applicant,
                        applicants.held(caller, applicant, item.definition()));
        var answered = ApplicationCheck.answered(item.definition(), situation);
        var firm = Applicants.firm(choice.get());
        var id =
                offer.isCombined()
                        ? drafts.openCombined(
                                caller.accountId(), firm, applicant, itemKey, answered, known)
                        : drafts.open(
                                caller.accountId(),
                                firm,
                                applicant,
                                item.key(),
                                item.version(),
                                answered,
                                known);
        return SeeOther.to("/drafts/" + id);
    }

    @GetMapping("/drafts/{id}/situation")
    @Open(door = Door.APPLICANT, audit = "draft.situation-shown")
    Object change(@PathVariable UUID id, HttpServletRequest request, ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open ->
                        changing(
                                open,
                                open.draft().situation(),
                                ErrorSummary.none(),
                                texts(request)));
    }

    @PostMapping("/drafts/{id}/situation")
    @Open(door = Door.APPLICANT, audit = "draft.situation-changed")
    Object changed(@PathVariable UUID id, HttpServletRequest request, ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open -> {
                    var texts = texts(request);
                    var situation = situation(open.definition(), request);
                    var errors = unanswered(open.definition(), situation, texts);
                    if (errors.isEmpty()
                            && drafts.save(
                                    open.draft(),
                                    ApplicationCheck.answered(open.definition(), situation),
                                    open.draft().typed(),
                                    open.draft().tab())) {
                        return SeeOther.to(open.path());
                    }
                    return changing(open, situation, ErrorSummary.of(errors), texts)
                            .status(HttpStatus.UNPROCESSABLE_CONTENT);
                });
    }

    private Wanted.Offer offer(String itemKey) {
        return wanted.offer(itemKey).orElseThrow(DraftDoor::notFound);
    }

    private static boolean takesOnline(ItemDefinition item) {
        return !"info".equals(item.onlineDepth());
    }

    private static Map<String, String> situation(ItemDefinition item, HttpServletRequest request) {
        var answers = new HashMap<String, String>();
        for (var question : item.questions()) {
            var answer = request.getParameter(FieldViews.name(question));
            if (answer != null) {
                answers.put(question.key(), answer);
            }
        }
        return answers;
    }

    private static Map<String, String> unanswered(
            ItemDefinition item, Map<String, String> situation, Texts texts) {
        var answered = ApplicationCheck.answered(item, situation);
        var errors = new LinkedHashMap<String, String>();
        for (var question : item.questions()) {
            if (!answered.containsKey(question.key())) {
                errors.put(
                        FieldViews.id(question),
                        texts.localize("apply.start.question.missing", question.text()));
            }
        }
        return errors;
    }

    private Rendered page(
            Wanted.Offer offer,
            ApplicantPrincipal caller,
            String as,
            Map<String, String> situation,
            ErrorSummary errors,
            Texts texts) {
        var item = offer.item();
        var definition = item.definition();
        var choices = applicants.allowed(caller, definition);
        var why = why(definition, caller, choices, texts);
        var fields = new ArrayList<FieldView>();
        if (why.isEmpty()) {
            fields.add(
                    FieldView.of(FieldKind.CHOICE, FOR, texts.localize("apply.start.for"))
                            .options(options(choices, texts))
                            .value(choices.size() == 1 ? choices.getFirst().value() : as)
                            .error(errors));
            fields.addAll(FieldViews.of(definition, situation, errors));
        }
        return Rendered.of(
                "casework/apply/start",
                new StartPage(
                        definition.name(),
                        definition.summary(),
                        "/apply/" + definition.key(),
                        new Link(texts.localize("apply.back.guide"), offer.guide()),
                        fields,
                        unfinished(item, caller, texts),
                        why.isEmpty()
                                ? beforehand.of(caller, choices, definition, texts)
                                : List.of(),
                        why,
                        wayOut(definition, caller, choices, texts),
                        errors));
    }

    /** Why one cannot go on here; empty when one can. */
    private String why(
            ItemDefinition item, ApplicantPrincipal caller, List<ActingFor> choices, Texts texts) {
        if (!takesOnline(item)) return texts.localize("apply.start.not-online");
        if (choices.isEmpty()) return texts.localize("apply.start.nobody");
        return applicants.isKnownWellEnough(caller, item)
                ? ""
                : texts.localize("apply.level." + Barring.word(item.leastRealName()));
    }

    /** Where one can change that. */
    private List<Link> wayOut(
            ItemDefinition item, ApplicantPrincipal caller, List<ActingFor> choices, Texts texts) {
        if (!takesOnline(item)) return List.of();
        if (!applicants.isKnownWellEnough(caller, item)) {
            return List.of(new Link(texts.localize("apply.level.how"), "/my/identity"));
        }
        return choices.isEmpty()
                ? List.of(new Link(texts.localize("apply.mandate.see"), "/my/mandates"))
                : List.of();
    }

    private Rendered changing(
            OpenDraft open, Map<String, String> situation, ErrorSummary errors, Texts texts) {
        return Rendered.of(
                "casework/apply/start",
                new StartPage(
                        open.definition().name(),
                        texts.localize("apply.situation.keeps"),
                        open.path() + "/situation",
                        new Link(texts.localize("apply.back.list"), open.path()),
                        FieldViews.of(open.definition(), situation, errors),
                        List.of(),
                        List.of(),
                        "",
                        List.of(),
                        errors));
    }

    private List<Link> unfinished(PublishedItem item, ApplicantPrincipal caller, Texts texts) {
        var dates = new Dates(texts.locale());
        var zone = place.current().zone();
        return drafts.openOf(caller.accountId()).stream()
                .filter(draft -> draft.wanted().equals(item.key()))
                .map(
                        draft ->
                                new Link(
                                        texts.localize(
                                                "apply.start.unfinished",
                                                dates.moment(
                                                        draft.updatedAt()
                                                                .atZone(zone)
                                                                .toLocalDateTime())),
                                        "/drafts/" + draft.id()))
                .toList();
    }

    private static List<Option> options(List<ActingFor> choices, Texts texts) {
        return choices.stream()
                .map(
                        choice ->
                                new Option(
                                        choice.value(),
                                        choice.name(),
                                        texts.localize(
                                                switch (choice) {
                                                    case ActingFor.Self _ -> "apply.start.self";
                                                    case ActingFor.ForFirm _ -> "apply.start.firm";
                                                    case ActingFor.ForPerson _ ->
                                                            "apply.start.person";
                                                    case ActingFor.ForChild _ ->
                                                            "apply.start.child";
                                                })))
                .toList();
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
