package org.tongban.sharing.changes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
import org.tongban.sharing.Resources;
import org.tongban.sharing.Subscription;
import org.tongban.sharing.Subscriptions;
import org.tongban.sharing.resources.SharingWords;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Subscriptions: begun and ended by an office that may ask, seen by the office that provides. */
@Controller
class SubscriptionPages {

    static final String PATH = "/staff/subscriptions";
    private static final String WHAT = "what";
    private static final String PURPOSE = "purpose";
    private static final int LONGEST_PURPOSE = 200;
    private static final int READINGS = 5;

    private final Subscriptions subscriptions;
    private final Resources resources;
    private final CertificatesOfItems items;
    private final SharingWords words;
    private final TextBundles bundles;

    SubscriptionPages(
            Subscriptions subscriptions,
            Resources resources,
            CertificatesOfItems items,
            SharingWords words,
            TextBundles bundles) {
        this.subscriptions = subscriptions;
        this.resources = resources;
        this.items = items;
        this.words = words;
        this.bundles = bundles;
    }

    /** What an office may subscribe to: a resource for one of its items. */
    private record Choice(Resource resource, CertificatesOfItems.Line item) {
        String value() {
            return resource.key() + ":" + item.key();
        }
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "subscriptions.listed")
    Rendered list(StaffPrincipal staff, HttpServletRequest request) {
        requireOffice(staff);
        return page("", "", Map.of(), staff, texts(request));
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, right = "decide", audit = "subscription.begun")
    Object begin(
            @RequestParam(name = WHAT, defaultValue = "") String what,
            @RequestParam(name = PURPOSE, defaultValue = "") String purpose,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = texts(request);
        var chosen = choices(staff).stream().filter(one -> one.value().equals(what)).findFirst();
        var words = purpose.strip();
        var errors = new LinkedHashMap<String, String>();
        if (chosen.isEmpty()) errors.put(WHAT, texts.localize("subscriptions.what.missing"));
        if (words.isEmpty() || words.length() > LONGEST_PURPOSE) {
            errors.put(PURPOSE, texts.localize("subscriptions.purpose.wrong", LONGEST_PURPOSE));
        }
        if (errors.isEmpty() && chosen.isPresent()) {
            var one = chosen.get();
            if (subscriptions.begin(
                    one.resource().key(),
                    one.item().agency(),
                    one.item().key(),
                    words,
                    staff.name())) {
                return SeeOther.to(PATH);
            }
            errors.put(WHAT, texts.localize("subscriptions.what.twice"));
        }
        return page(what, purpose, errors, staff, texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .at(PATH);
    }

    @PostMapping(PATH + "/{id}/end")
    @Open(door = Door.STAFF, right = "decide", audit = "subscription.ended")
    Object end(@PathVariable UUID id, StaffPrincipal staff) {
        subscriptions.end(id, staff.agencies(), staff.name());
        return SeeOther.to(PATH);
    }

    /** Who admits systems has to see what they would read. */
    static boolean maySee(StaffPrincipal staff) {
        return staff.has("decide") || staff.has("supervise") || staff.has("administer");
    }

    private static void requireOffice(StaffPrincipal staff) {
        if (!maySee(staff)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private List<Choice> choices(StaffPrincipal staff) {
        return resources.all().stream()
                .flatMap(
                        resource ->
                                Optional.ofNullable(resource.standsFor()).stream()
                                        .flatMap(
                                                type ->
                                                        items.all().stream()
                                                                .filter(
                                                                        one ->
                                                                                one.uses()
                                                                                        .contains(
                                                                                                type)))
                                        .filter(one -> staff.agencies().contains(one.agency()))
                                        .filter(
                                                one ->
                                                        subscriptions.mayHave(
                                                                resource.key(),
                                                                one.agency(),
                                                                one.key()))
                                        .map(one -> new Choice(resource, one)))
                .toList();
    }

    private Rendered page(
            String what,
            String purpose,
            Map<String, String> faults,
            StaffPrincipal staff,
            Texts texts) {
        var errors = ErrorSummary.of(faults);
        var provided =
                resources.all().stream()
                        .filter(one -> staff.has("administer") || staff.reaches(one.provider()))
                        .map(Resource::key)
                        .toList();
        return Rendered.of(
                "sharing/changes/subscriptions",
                new SubscriptionsPage(
                        subscriptions.of(staff.agencies()).stream()
                                .map(one -> one(one, staff.has("decide"), texts))
                                .toList(),
                        subscriptions.toResources(provided).stream()
                                .map(one -> one(one, false, texts))
                                .toList(),
                        staff.has("decide")
                                ? fields(choices(staff), what, purpose, errors, texts)
                                : List.of(),
                        errors));
    }

    private List<FieldView> fields(
            List<Choice> choices, String what, String purpose, ErrorSummary errors, Texts texts) {
        if (choices.isEmpty()) return List.of();
        return List.of(
                FieldView.of(FieldKind.CHOICE, WHAT, texts.localize("subscriptions.what"))
                        .options(
                                choices.stream()
                                        .map(
                                                one ->
                                                        new Option(
                                                                one.value(),
                                                                texts.localize(
                                                                        "subscriptions.what.one",
                                                                        one.resource().name(),
                                                                        one.item().name())))
                                        .toList())
                        .value(what)
                        .error(errors),
                FieldView.text(PURPOSE, texts.localize("subscriptions.purpose"))
                        .hint(texts.localize("subscriptions.purpose.hint"))
                        .maxLength(LONGEST_PURPOSE)
                        .value(purpose)
                        .error(errors));
    }

    private SubscriptionsPage.One one(Subscription one, boolean mayEnd, Texts texts) {
        var stands = one.ended().isEmpty();
        var may = stands && subscriptions.mayHave(one.resource(), one.agency(), one.item());
        return new SubscriptionsPage.One(
                texts.localize(
                        "subscriptions.one",
                        words.resource(one.resource()),
                        words.agency(one.agency()),
                        words.item(one.item())),
                one.purpose(),
                texts.localize("subscriptions.begun", words.moment(one.begun(), texts), one.by()),
                may
                        ? Tag.got(texts.localize("subscriptions.stands"))
                        : stands
                                ? Tag.stop(texts.localize("subscriptions.no-right"))
                                : Tag.plain(texts.localize("subscriptions.ended")),
                stands ? "/api/v1/subscriptions/" + one.id() + "/changes" : "",
                subscriptions.deliveries(one.id(), READINGS).stream()
                        .map(
                                reading ->
                                        texts.localize(
                                                switch (reading.outcome()) {
                                                    case DELIVERED -> "subscriptions.delivered";
                                                    case NO_RIGHT -> "subscriptions.refused";
                                                },
                                                words.moment(reading.at(), texts),
                                                reading.client(),
                                                reading.delivered()))
                        .toList(),
                stands && mayEnd ? PATH + "/" + one.id() + "/end" : "");
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
