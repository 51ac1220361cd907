package org.tongban.sharing.resources;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.tongban.law.LegalBasis;
import org.tongban.sharing.Resource;
import org.tongban.sharing.Resources;
import org.tongban.sharing.requests.RightRequest;
import org.tongban.sharing.requests.RightRequest.State;
import org.tongban.sharing.requests.RightsToAsk;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** The provider grants the right to ask until a day, refuses it with a reason, or takes it back. */
@Controller
@LegalBasis("practice/sharing/right")
class DecideRequest {

    private static final String PATH = "/staff/resource-requests";
    private static final String UNTIL = "until";
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 300;

    /** The law is read anew every few years, and so is who may ask. */
    private static final int MOST_YEARS = 3;

    private final RightsToAsk rights;
    private final Resources resources;
    private final SharingWords words;
    private final TextBundles bundles;
    private final Clock clock;

    DecideRequest(
            RightsToAsk rights,
            Resources resources,
            SharingWords words,
            TextBundles bundles,
            Clock clock) {
        this.rights = rights;
        this.resources = resources;
        this.words = words;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(PATH + "/{id}")
    @Open(door = Door.STAFF, audit = "resource-request.shown")
    Rendered show(@PathVariable UUID id, StaffPrincipal staff, HttpServletRequest request) {
        var until = LocalDate.now(clock).plusYears(1).toString();
        return page(find(id), until, "", ErrorSummary.none(), staff, texts(request));
    }

    @PostMapping(PATH + "/{id}")
    @Open(door = Door.STAFF, right = "decide", audit = "resource-request.decided")
    Object decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var asked = find(id);
        if (!mayDecide(asked, staff)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        var texts = texts(request);
        var faults = faults(act, until, reason, texts);
        if (faults.isEmpty() && done(asked, act, until, reason.strip(), staff)) {
            return SeeOther.to(ShowResources.path(asked.resource()));
        }
        if (faults.isEmpty()) faults.put("", texts.localize("sharing.request.changed"));
        return page(find(id), until, reason, ErrorSummary.of(faults), staff, texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .at(path(asked));
    }

    private boolean done(
            RightRequest asked, String act, String until, String reason, StaffPrincipal staff) {
        return switch (act) {
            case "grant" -> rights.grant(asked.id(), day(until).orElseThrow(), staff.name());
            case "refuse" -> rights.refuse(asked.id(), reason, staff.name());
            case "take-back" -> rights.takeBack(asked.id(), reason, staff.name());
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    private Map<String, String> faults(String act, String until, String reason, Texts texts) {
        var faults = new LinkedHashMap<String, String>();
        if (act.equals("grant") && day(until).isEmpty()) {
            faults.put(UNTIL, texts.localize("sharing.request.until.wrong", MOST_YEARS));
        }
        if (!act.equals("grant") && (reason.isBlank() || reason.length() > LONGEST_REASON)) {
            faults.put(REASON, texts.localize("sharing.request.reason.wrong", LONGEST_REASON));
        }
        return faults;
    }

    private Optional<LocalDate> day(String typed) {
        var today = LocalDate.now(clock);
        return Typed.date(typed)
                .filter(day -> !day.isBefore(today))
                .filter(day -> !day.isAfter(today.plusYears(MOST_YEARS)));
    }

    private boolean mayDecide(RightRequest asked, StaffPrincipal staff) {
        return staff.has("decide")
                && resources
                        .find(asked.resource())
                        .map(Resource::provider)
                        .filter(staff.agencies()::contains)
                        .isPresent();
    }

    private Rendered page(
            RightRequest asked,
            String until,
            String reason,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var open = asked.state() == State.WAITING || asked.state() == State.GRANTED;
        var deciding = open && mayDecide(asked, staff);
        return Rendered.of(
                "sharing/resources/request",
                new RequestPage(
                        new Link(
                                words.resource(asked.resource()),
                                ShowResources.path(asked.resource())),
                        words.state(asked, texts),
                        facts(asked, texts),
                        deciding ? path(asked) : "",
                        deciding ? fields(asked, until, reason, errors, texts) : List.of(),
                        deciding ? acts(asked, texts) : List.of(),
                        errors));
    }

    private static List<FieldView> fields(
            RightRequest asked, String until, String reason, ErrorSummary errors, Texts texts) {
        var fields = new ArrayList<FieldView>();
        if (asked.state() == State.WAITING) {
            fields.add(
                    FieldView.of(FieldKind.DATE, UNTIL, texts.localize("sharing.request.until"))
                            .hint(texts.localize("sharing.request.until.hint", MOST_YEARS))
                            .value(until)
                            .error(errors));
        }
        var why = FieldView.text(REASON, texts.localize("sharing.request.reason"));
        fields.add(
                (asked.state() == State.WAITING
                                ? why.hint(texts.localize("sharing.request.reason.hint")).optional()
                                : why)
                        .maxLength(LONGEST_REASON)
                        .value(reason)
                        .error(errors));
        return fields;
    }

    private static List<RequestPage.Act> acts(RightRequest asked, Texts texts) {
        return asked.state() == State.WAITING
                ? List.of(act("grant", "main", texts), act("refuse", "second", texts))
                : List.of(act("take-back", "second", texts));
    }

    private static RequestPage.Act act(String name, String look, Texts texts) {
        return new RequestPage.Act(name, texts.localize("sharing.request.act." + name), look);
    }

    private List<Answer> facts(RightRequest asked, Texts texts) {
        var dates = new Dates(texts.locale());
        var facts = new ArrayList<Answer>();
        facts.add(fact("sharing.resource", words.resource(asked.resource()), texts));
        resources
                .find(asked.resource())
                .map(Resource::condition)
                .ifPresent(condition -> facts.add(fact("sharing.condition", condition, texts)));
        facts.add(fact("sharing.request.agency", words.agency(asked.agency()), texts));
        facts.add(fact("sharing.request.item", words.item(asked.item()), texts));
        facts.add(fact("sharing.request.purpose", asked.purpose(), texts));
        facts.add(
                fact(
                        "sharing.request.asked",
                        texts.localize(
                                "sharing.by",
                                asked.askedBy(),
                                words.moment(asked.askedAt(), texts)),
                        texts));
        asked.decidedAt()
                .ifPresent(
                        at ->
                                facts.add(
                                        fact(
                                                "sharing.request.decided",
                                                texts.localize(
                                                        "sharing.by",
                                                        asked.decidedBy().orElse(""),
                                                        words.moment(at, texts)),
                                                texts)));
        asked.until()
                .ifPresent(
                        day ->
                                facts.add(
                                        fact("sharing.request.until", dates.paperDay(day), texts)));
        asked.reason().ifPresent(why -> facts.add(fact("sharing.request.reason", why, texts)));
        return facts;
    }

    private static Answer fact(String label, String value, Texts texts) {
        return new Answer(texts.localize(label), value, "", "");
    }

    private RightRequest find(UUID id) {
        return rights.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static String path(RightRequest request) {
        return PATH + "/" + request.id();
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
