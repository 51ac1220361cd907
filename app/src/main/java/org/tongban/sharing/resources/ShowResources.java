package org.tongban.sharing.resources;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.CertificatesOfItems;
import org.tongban.sharing.Resource;
import org.tongban.sharing.Resource.Share;
import org.tongban.sharing.Resources;
import org.tongban.sharing.asking.AskRegister;
import org.tongban.sharing.asking.Questions;
import org.tongban.sharing.requests.RightRequest;
import org.tongban.sharing.requests.RightsToAsk;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The catalogue, and asking for the right to ask. */
@Controller
class ShowResources {

    static final String PATH = "/staff/resources";

    private static final int LAST_QUESTIONS = 20;

    private final Resources resources;
    private final RightsToAsk rights;
    private final Questions questions;
    private final AskRegister ask;
    private final CertificatesOfItems items;
    private final SharingWords words;
    private final TextBundles bundles;

    ShowResources(
            Resources resources,
            RightsToAsk rights,
            Questions questions,
            AskRegister ask,
            CertificatesOfItems items,
            SharingWords words,
            TextBundles bundles) {
        this.resources = resources;
        this.rights = rights;
        this.questions = questions;
        this.ask = ask;
        this.items = items;
        this.words = words;
        this.bundles = bundles;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "resources.listed")
    Rendered list(StaffPrincipal staff, HttpServletRequest request) {
        var texts = texts(request);
        var all = resources.all();
        return Rendered.of(
                "sharing/resources/list",
                new ResourcesPage(
                        all.stream()
                                .map(
                                        one ->
                                                new ResourcesPage.Line(
                                                        path(one.key()),
                                                        one.name(),
                                                        one.code(),
                                                        words.agency(one.provider()),
                                                        share(one, texts),
                                                        update(one, texts),
                                                        words.register(one, texts)))
                                .toList(),
                        staff.has("decide") ? waiting(all, staff, texts) : List.of(),
                        staff.has("decide") || staff.has("supervise")));
    }

    private List<ResourcesPage.Waiting> waiting(
            List<Resource> all, StaffPrincipal staff, Texts texts) {
        var own =
                all.stream()
                        .filter(one -> staff.agencies().contains(one.provider()))
                        .map(Resource::key)
                        .toList();
        return rights.waiting(own).stream()
                .map(
                        one ->
                                new ResourcesPage.Waiting(
                                        DecideRequest.path(one),
                                        words.resource(one.resource()),
                                        words.agency(one.agency()),
                                        words.item(one.item()),
                                        one.purpose(),
                                        words.moment(one.askedAt(), texts)))
                .toList();
    }

    @GetMapping(PATH + "/{key}")
    @Open(door = Door.STAFF, audit = "resource.shown")
    Rendered show(@PathVariable String key, StaffPrincipal staff, HttpServletRequest request) {
        return page(find(key), RequestForm.empty(), ErrorSummary.none(), staff, texts(request));
    }

    @PostMapping(PATH + "/{key}")
    @Open(door = Door.STAFF, right = "decide", audit = "resource.asked-for")
    Object askForRight(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String purpose,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var resource = find(key);
        var texts = texts(request);
        var form = new RequestForm(item, purpose);
        var choices = needing(resource, staff);
        var faults = form.faults(choices, texts);
        if (faults.isEmpty()) {
            var chosen =
                    choices.stream()
                            .filter(one -> one.key().equals(item))
                            .findFirst()
                            .orElseThrow();
            if (rights.ask(resource, chosen.agency(), item, purpose.strip(), staff.name())) {
                return SeeOther.to(path(key));
            }
            faults.put("item", texts.localize("sharing.request.twice"));
        }
        return page(resource, form, ErrorSummary.of(faults), staff, texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .at(path(key));
    }

    /** Somebody knows that the register works again: it is asked at the next question. */
    @PostMapping(PATH + "/{key}/try")
    @Open(door = Door.STAFF, audit = "register.woken")
    ResponseEntity<Void> tryAgain(@PathVariable String key) {
        find(key).connection().ifPresent(ask::wake);
        return SeeOther.to(path(key));
    }

    private Rendered page(
            Resource resource,
            RequestForm form,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var choices =
                staff.has("decide")
                        ? needing(resource, staff)
                        : List.<CertificatesOfItems.Line>of();
        return Rendered.of(
                "sharing/resources/resource",
                new ResourcePage(
                        resource.name(),
                        words.register(resource, texts),
                        facts(resource, texts),
                        resource.parts().stream()
                                .map(
                                        part ->
                                                new Answer(
                                                        part.label(),
                                                        texts.localize(
                                                                "sharing.part." + part.type()),
                                                        "",
                                                        ""))
                                .toList(),
                        resource.connection().filter(ask::isResting).isPresent()
                                ? path(resource.key()) + "/try"
                                : "",
                        rights.of(resource.key()).stream().map(one -> right(one, texts)).toList(),
                        choices.isEmpty() ? "" : path(resource.key()),
                        choices.isEmpty() ? List.of() : form.fields(choices, errors, texts),
                        errors,
                        questions.last(resource.key(), LAST_QUESTIONS).stream()
                                .map(
                                        one ->
                                                new ResourcePage.Asked(
                                                        words.moment(one.at(), texts),
                                                        words.agency(one.agency()),
                                                        words.item(one.item()),
                                                        words.outcome(one.outcome(), texts),
                                                        texts.localize(
                                                                "sharing.took", one.tookMillis())))
                                .toList()));
    }

    /** Items of the reader's offices that need what the resource stands for. */
    private List<CertificatesOfItems.Line> needing(Resource resource, StaffPrincipal staff) {
        return resource.share() != Share.CONDITIONAL || resource.standsFor() == null
                ? List.of()
                : items.all().stream()
                        .filter(
                                one ->
                                        one.uses()
                                                .contains(
                                                        Objects.requireNonNull(
                                                                resource.standsFor())))
                        .filter(one -> staff.agencies().contains(one.agency()))
                        .toList();
    }

    private ResourcePage.Right right(RightRequest request, Texts texts) {
        return new ResourcePage.Right(
                DecideRequest.path(request),
                words.agency(request.agency()),
                words.item(request.item()),
                request.purpose(),
                request.until().map(new Dates(texts.locale())::paperDay).orElse(""),
                words.state(request, texts));
    }

    private List<Answer> facts(Resource resource, Texts texts) {
        var facts = new ArrayList<Answer>();
        facts.add(fact("sharing.code", resource.code(), texts));
        facts.add(fact("sharing.provider", words.agency(resource.provider()), texts));
        facts.add(fact("sharing.summary", resource.summary(), texts));
        facts.add(fact("sharing.share", share(resource, texts), texts));
        if (resource.condition() != null) {
            facts.add(fact("sharing.condition", resource.condition(), texts));
        }
        if (resource.basis() != null) facts.add(fact("sharing.basis", resource.basis(), texts));
        facts.add(fact("sharing.update", update(resource, texts), texts));
        facts.add(
                fact(
                        "sharing.kept",
                        texts.localize("sharing.kept.minutes", resource.kept()),
                        texts));
        return facts;
    }

    private static Answer fact(String label, String value, Texts texts) {
        return new Answer(texts.localize(label), value, "", "");
    }

    private static String share(Resource resource, Texts texts) {
        return texts.localize("sharing.share." + SharingWords.lower(resource.share()));
    }

    private static String update(Resource resource, Texts texts) {
        return texts.localize("sharing.update." + SharingWords.lower(resource.update()));
    }

    private Resource find(String key) {
        return resources
                .find(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static String path(String key) {
        return PATH + "/" + key;
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
