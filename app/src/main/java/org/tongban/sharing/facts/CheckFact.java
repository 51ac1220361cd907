package org.tongban.sharing.facts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.CertificatesOfItems;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CreditCode;
import org.tongban.law.LegalBasis;
import org.tongban.sharing.Resource;
import org.tongban.sharing.Resources;
import org.tongban.sharing.asking.AskRegister;
import org.tongban.sharing.asking.FactAnswer;
import org.tongban.sharing.asking.Inquiry;
import org.tongban.sharing.resources.SharingWords;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * An office checks one fact: does the register say this of that person or firm? It learns yes, no
 * or unknown and nothing else; the question is on record and its person reads it.
 */
@Controller
class CheckFact {

    static final String PATH = "/staff/facts";

    private static final String ITEM = "item";
    private static final String FACT = "fact";
    private static final String SUBJECT = "subject";
    private static final String VALUE = "value";
    private static final String PURPOSE = "purpose";
    private static final int LONGEST = 200;

    private final Resources resources;
    private final CertificatesOfItems items;
    private final AskRegister ask;
    private final SharingWords words;
    private final TextBundles bundles;

    CheckFact(
            Resources resources,
            CertificatesOfItems items,
            AskRegister ask,
            SharingWords words,
            TextBundles bundles) {
        this.resources = resources;
        this.items = items;
        this.ask = ask;
        this.words = words;
        this.bundles = bundles;
    }

    /** What was typed. */
    private record Asked(String item, String fact, String subject, String value, String purpose) {

        Optional<String> number() {
            return CitizenId.read(subject)
                    .value()
                    .map(CitizenId::value)
                    .or(() -> CreditCode.read(subject).value().map(CreditCode::value));
        }
    }

    /** A resource and the part of its answer that is asked about. */
    private record Part(Resource resource, Resource.Part part) {
        String key() {
            return resource.key() + "/" + part.key();
        }
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "fact.form-shown")
    Rendered show(StaffPrincipal staff, HttpServletRequest request) {
        var nothing = new Asked("", "", "", "", "");
        return page(nothing, Optional.empty(), ErrorSummary.none(), staff, texts(request));
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, audit = "fact.checked")
    @LegalBasis("practice/sharing/logged")
    Rendered check(
            @RequestParam(name = ITEM, defaultValue = "") String item,
            @RequestParam(name = FACT, defaultValue = "") String fact,
            @RequestParam(name = SUBJECT, defaultValue = "") String subject,
            @RequestParam(name = VALUE, defaultValue = "") String value,
            @RequestParam(name = PURPOSE, defaultValue = "") String purpose,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var asked = new Asked(item, fact, subject, value, purpose);
        var texts = texts(request);
        var line = own(staff).stream().filter(one -> one.key().equals(item)).findFirst();
        var part = parts().stream().filter(one -> one.key().equals(fact)).findFirst();
        var faults = faults(asked, line.isPresent(), part.isPresent(), texts);
        if (!faults.isEmpty() || line.isEmpty() || part.isEmpty()) {
            return page(asked, Optional.empty(), ErrorSummary.of(faults), staff, texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var answer =
                ask.fact(
                        new Inquiry(
                                part.get().resource(),
                                line.get().agency(),
                                item,
                                asked.number().orElseThrow(),
                                purpose.strip(),
                                Optional.of(staff.name()),
                                Optional.empty()),
                        part.get().part().key(),
                        value.strip());
        return page(asked, Optional.of(answer), ErrorSummary.none(), staff, texts);
    }

    private static Map<String, String> faults(
            Asked asked, boolean item, boolean part, Texts texts) {
        var faults = new LinkedHashMap<String, String>();
        if (!item) faults.put(ITEM, texts.localize("sharing.fact.item.wrong"));
        if (!part) faults.put(FACT, texts.localize("sharing.fact.fact.wrong"));
        if (asked.number().isEmpty()) {
            faults.put(SUBJECT, texts.localize("sharing.fact.subject.wrong"));
        }
        if (isUnsaid(asked.value())) {
            faults.put(VALUE, texts.localize("sharing.fact.value.wrong", LONGEST));
        }
        if (isUnsaid(asked.purpose())) {
            faults.put(PURPOSE, texts.localize("sharing.request.purpose.wrong", LONGEST));
        }
        return faults;
    }

    private static boolean isUnsaid(String typed) {
        return typed.isBlank() || typed.strip().length() > LONGEST;
    }

    /** Items of the reader's offices that need what some register keeps. */
    private List<CertificatesOfItems.Line> own(StaffPrincipal staff) {
        return items.all().stream()
                .filter(line -> staff.agencies().contains(line.agency()))
                .filter(line -> !line.uses().isEmpty())
                .toList();
    }

    private List<Part> parts() {
        return resources.all().stream()
                .filter(one -> one.share() != Resource.Share.NONE && one.connection().isPresent())
                .flatMap(one -> one.parts().stream().map(part -> new Part(one, part)))
                .toList();
    }

    private Rendered page(
            Asked asked,
            Optional<FactAnswer> answer,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var own = own(staff);
        return Rendered.of(
                "sharing/facts/check",
                new FactPage(
                        own.isEmpty() ? List.of() : fields(asked, own, errors, texts),
                        answer.map(_ -> question(asked, texts)).orElse(""),
                        answer.map(one -> tag(one, texts)).orElse(Tag.plain("")),
                        answer.map(one -> texts.localize("sharing.fact.means." + word(one)))
                                .orElse(""),
                        errors));
    }

    private String question(Asked asked, Texts texts) {
        return parts().stream()
                .filter(one -> one.key().equals(asked.fact()))
                .findFirst()
                .map(
                        one ->
                                texts.localize(
                                        "sharing.fact.asked",
                                        one.resource().name(),
                                        one.part().label(),
                                        asked.value().strip()))
                .orElse("");
    }

    private static Tag tag(FactAnswer answer, Texts texts) {
        var words = texts.localize("sharing.fact.answer." + word(answer));
        return switch (answer) {
            case YES -> Tag.got(words);
            case NO -> Tag.late(words);
            case UNKNOWN -> Tag.plain(words);
            case NO_RIGHT, OUT_OF_REACH -> Tag.stop(words);
        };
    }

    private static String word(FactAnswer answer) {
        return answer.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private List<FieldView> fields(
            Asked asked, List<CertificatesOfItems.Line> own, ErrorSummary errors, Texts texts) {
        return List.of(
                FieldView.of(FieldKind.CHOICE, ITEM, texts.localize("sharing.request.item"))
                        .options(
                                own.stream()
                                        .map(
                                                one ->
                                                        new Option(one.key(), one.name())
                                                                .in(words.agency(one.agency())))
                                        .toList())
                        .value(asked.item())
                        .error(errors),
                FieldView.of(FieldKind.CHOICE, FACT, texts.localize("sharing.fact.fact"))
                        .options(
                                parts().stream()
                                        .map(
                                                one ->
                                                        new Option(one.key(), one.part().label())
                                                                .in(one.resource().name()))
                                        .toList())
                        .value(asked.fact())
                        .error(errors),
                FieldView.text(SUBJECT, texts.localize("sharing.fact.subject"))
                        .hint(texts.localize("sharing.fact.subject.hint"))
                        .autocomplete("off")
                        .value(asked.subject())
                        .error(errors),
                FieldView.text(VALUE, texts.localize("sharing.fact.value"))
                        .hint(texts.localize("sharing.fact.value.hint"))
                        .maxLength(LONGEST)
                        .autocomplete("off")
                        .value(asked.value())
                        .error(errors),
                FieldView.text(PURPOSE, texts.localize("sharing.request.purpose"))
                        .hint(texts.localize("sharing.request.purpose.hint"))
                        .maxLength(LONGEST)
                        .value(asked.purpose())
                        .error(errors));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
