package org.tongban.catalogue.editor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.tongban.catalogue.EntryVersions;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.life.Delegation;
import org.tongban.catalogue.life.DraftTransitions;
import org.tongban.catalogue.life.Taken;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** A town takes over what is handed down to it (承接), or says why it cannot. */
@Controller
class OfferPages {

    private static final String PATH = EntryNavigation.ENTRIES + "/offers/{itemKey}/{agency}";
    private static final String TAKE = "take";
    private static final String WORDS = "words";
    private static final int LONGEST_WORDS = 300;

    private final Delegation delegation;
    private final EntryVersions versions;
    private final Directory directory;
    private final TextBundles bundles;

    OfferPages(
            Delegation delegation,
            EntryVersions versions,
            Directory directory,
            TextBundles bundles) {
        this.delegation = delegation;
        this.versions = versions;
        this.directory = directory;
        this.bundles = bundles;
    }

    /** What waits for the agencies of somebody who drafts entries there. */
    List<EntriesPage.Line> waiting(StaffPrincipal staff, Texts texts) {
        if (!staff.has(DraftTransitions.DRAFT) || staff.agencies().isEmpty()) return List.of();
        return delegation.waiting(staff.agencies()).stream()
                .map(
                        offer ->
                                new EntriesPage.Line(
                                        new Link(item(offer.itemKey()).name(), address(offer)),
                                        agency(item(offer.itemKey()).agency()),
                                        texts.localize("delegation.time", offer.from().toString()),
                                        Tag.you(texts.localize("delegation.state.offered"))))
                .toList();
    }

    private static String address(Taken offer) {
        return PATH.replace("{itemKey}", offer.itemKey()).replace("{agency}", offer.agency());
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "entry.offer-shown", right = DraftTransitions.DRAFT)
    Rendered show(
            @PathVariable String itemKey,
            @PathVariable String agency,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return page(offer(itemKey, agency, staff), "", ErrorSummary.none(), texts(request));
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, audit = "entry.offer-answered", right = DraftTransitions.DRAFT)
    Object answer(
            @PathVariable String itemKey,
            @PathVariable String agency,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String words,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = texts(request);
        var offer = offer(itemKey, agency, staff);
        var errors = new LinkedHashMap<String, String>();
        var takes = act.equals(TAKE);
        if (!takes && words.isBlank()) {
            errors.put(WORDS, texts.localize("offer.words.missing"));
        }
        if (words.strip().length() > LONGEST_WORDS) {
            errors.put(WORDS, texts.localize("delegation.reason.long", LONGEST_WORDS));
        }
        if (errors.isEmpty()) {
            var outcome = delegation.answer(itemKey, agency, takes, words.strip(), staff);
            if (outcome instanceof Delegation.Outcome.Done) {
                return SeeOther.to(EntryNavigation.ENTRIES);
            }
            errors.putAll(refused(outcome, texts));
        }
        return page(offer, words, ErrorSummary.of(errors), texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, String> refused(Delegation.Outcome outcome, Texts texts) {
        return Map.of(
                "",
                outcome instanceof Delegation.Outcome.NoPost(var agency, var right)
                        ? texts.localize("delegation.no-post." + right, agency)
                        : texts.localize("offer.gone"));
    }

    /** Only who sits in the agency that is asked, and only while it is asked. */
    private Taken offer(String itemKey, String agency, StaffPrincipal staff) {
        return delegation.of(itemKey).stream()
                .filter(one -> one.agency().equals(agency) && staff.agencies().contains(agency))
                .filter(one -> one.isOpen() && one.state() == Taken.State.OFFERED)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Rendered page(Taken offer, String words, ErrorSummary errors, Texts texts) {
        var item = item(offer.itemKey());
        return Rendered.of(
                "catalogue/editor/offer",
                new OfferPage(
                        item.name(),
                        agency(offer.agency()),
                        new Link(texts.localize("offer.guide"), "/items/" + offer.itemKey()),
                        address(offer),
                        errors,
                        facts(offer, item, texts),
                        steps(offer, item, texts),
                        FieldView.of(FieldKind.LONGTEXT, WORDS, texts.localize("offer.words"))
                                .hint(texts.localize("offer.words.hint"))
                                .optional()
                                .maxLength(LONGEST_WORDS)
                                .value(words)
                                .error(errors)));
    }

    private List<OfferPage.Fact> facts(Taken offer, ItemDefinition item, Texts texts) {
        var facts = new ArrayList<OfferPage.Fact>();
        facts.add(new OfferPage.Fact(texts.localize("offer.giver"), agency(item.agency())));
        facts.add(
                new OfferPage.Fact(
                        texts.localize("delegation.from"),
                        texts.localize("delegation.time", offer.from().toString())));
        facts.add(
                new OfferPage.Fact(
                        texts.localize("editor.reason"), offer.by() + "：" + offer.reason()));
        facts.add(
                new OfferPage.Fact(
                        texts.localize("offer.cases"),
                        texts.localize(offer.keeps() ? "offer.cases.some" : "offer.cases.all")));
        return facts;
    }

    /** In this agency: the first post of it that may do a step. */
    private List<OfferPage.Fact> steps(Taken offer, ItemDefinition item, Texts texts) {
        var posts = directory.current().postsOf(offer.agency());
        return item.steps().stream()
                .map(
                        step -> {
                            var right =
                                    step.kind() == ItemDefinition.StepKind.DECISION
                                            ? "decide"
                                            : "review";
                            return new OfferPage.Fact(
                                    step.name(),
                                    posts.stream()
                                            .filter(post -> post.rights().contains(right))
                                            .findFirst()
                                            .map(
                                                    post ->
                                                            texts.localize(
                                                                    "offer.step",
                                                                    post.name(),
                                                                    step.days()))
                                            .orElse(texts.localize("offer.step.nobody")));
                        })
                .toList();
    }

    private ItemDefinition item(String itemKey) {
        return versions.latest(itemKey)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::shortName).orElse(key);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
