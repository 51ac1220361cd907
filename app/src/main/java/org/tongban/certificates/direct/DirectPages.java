package org.tongban.certificates.direct;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.claim.Parts;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Certificates without a case: one person proposes, another agrees or refuses. */
@Controller
class DirectPages {

    private static final String REASON = "reason";
    private static final String BASIS = "basis";
    private static final String WHY = "why";
    private static final int LONGEST = 200;
    private static final int LONGEST_CELL = 2_000;

    private final DirectDoor door;
    private final DirectIssues issues;
    private final KnownTypes types;
    private final Directory directory;
    private final TextBundles bundles;
    private final Clock clock;

    DirectPages(
            DirectDoor door,
            DirectIssues issues,
            KnownTypes types,
            Directory directory,
            TextBundles bundles,
            Clock clock) {
        this.door = door;
        this.issues = issues;
        this.types = types;
        this.directory = directory;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(DirectDoor.PATH)
    @Open(door = Door.STAFF, audit = "direct-issues.listed")
    Rendered list(
            @RequestParam Optional<UUID> before, StaffPrincipal staff, HttpServletRequest request) {
        door.requireRight(staff);
        var texts = texts(request);
        var agencies =
                staff.has("supervise")
                        ? directory.current().agencies().stream().map(Agency::key).toList()
                        : List.copyOf(staff.agencies());
        var found = issues.of(agencies, before);
        var shown = found.stream().limit(DirectIssues.PAGE).toList();
        return Rendered.of("certificates/direct/list")
                .with(
                        "offers",
                        door.offers(staff).stream()
                                .map(
                                        offer ->
                                                new Link(
                                                        texts.localize(
                                                                "direct.offer",
                                                                offer.type().name(),
                                                                agency(offer.agency())),
                                                        form(offer)))
                                .toList())
                .with("lines", shown.stream().map(one -> line(one, texts)).toList())
                .with(
                        "pager",
                        new Pager(
                                before.isPresent() ? DirectDoor.PATH : "",
                                found.size() > shown.size()
                                        ? DirectDoor.PATH + "?before=" + shown.getLast().id()
                                        : "",
                                ""));
    }

    private static String form(DirectDoor.Offer offer) {
        return DirectDoor.PATH + "/new/" + offer.agency() + "/" + offer.type().key();
    }

    @GetMapping(DirectDoor.PATH + "/new/{agency}/{type}")
    @Open(door = Door.STAFF, audit = "direct-issue.begun")
    Rendered begin(
            @PathVariable String agency,
            @PathVariable String type,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return form(door.offer(type, agency, staff), Map.of(), ErrorSummary.none(), texts(request));
    }

    @PostMapping(DirectDoor.PATH + "/new/{agency}/{type}")
    @Open(door = Door.STAFF, audit = "direct-issue.proposed")
    Object propose(
            @PathVariable String agency,
            @PathVariable String type,
            @RequestParam Map<String, String> typed,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var offer = door.offer(type, agency, staff);
        var texts = texts(request);
        var cells = new HashMap<String, String>();
        for (var part : Parts.of(offer.type())) {
            var text = typed.getOrDefault(part, "").strip();
            if (!text.isEmpty()) cells.put(part, cut(text));
        }
        var faults = new LinkedHashMap<String, String>();
        issues.faults(offer.type(), cells)
                .forEach(
                        fault ->
                                faults.putIfAbsent(
                                        fault.part(),
                                        texts.localize(
                                                "claim.fault." + fault.kind().name(),
                                                Parts.label(fault.part(), offer.type(), texts))));
        for (var name : List.of(REASON, BASIS)) {
            if (isUnsaid(typed.getOrDefault(name, ""))) {
                faults.put(name, texts.localize("direct." + name + ".wrong", LONGEST));
            }
        }
        if (!faults.isEmpty()) {
            return form(offer, typed, ErrorSummary.of(faults), texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at(form(offer));
        }
        var id =
                issues.propose(
                        offer.type(),
                        agency,
                        cells,
                        typed.getOrDefault(REASON, "").strip(),
                        typed.getOrDefault(BASIS, "").strip(),
                        staff);
        return SeeOther.to(DirectDoor.path(id));
    }

    @GetMapping(DirectDoor.PATH + "/{id}")
    @Open(door = Door.STAFF, audit = "direct-issue.shown")
    Rendered show(@PathVariable UUID id, StaffPrincipal staff, HttpServletRequest request) {
        return page(door.open(id, staff), "", ErrorSummary.none(), staff, texts(request));
    }

    @PostMapping(DirectDoor.PATH + "/{id}")
    @Open(door = Door.STAFF, right = "decide", audit = "direct-issue.decided")
    Object decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(name = WHY, defaultValue = "") String why,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var issue = door.open(id, staff);
        var texts = texts(request);
        var fault = "";
        if (isUnsaid(why)) {
            fault = texts.localize("direct.why.wrong", LONGEST);
        } else if (!door.mayDecide(issue, staff) || !done(id, act, why.strip(), staff)) {
            fault = texts.localize("direct.late");
        }
        return fault.isEmpty()
                ? SeeOther.to(DirectDoor.path(id))
                : page(door.open(id, staff), why, ErrorSummary.of(Map.of(WHY, fault)), staff, texts)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .at(DirectDoor.path(id));
    }

    private boolean done(UUID id, String act, String why, StaffPrincipal staff) {
        return switch (act) {
            case "issue" -> issues.issue(id, why, staff);
            case "refuse" -> issues.refuse(id, why, staff);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    private static boolean isUnsaid(String words) {
        return words.isBlank() || words.strip().length() > LONGEST;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL);
    }

    private Rendered form(
            DirectDoor.Offer offer, Map<String, String> typed, ErrorSummary errors, Texts texts) {
        return Rendered.of("certificates/direct/new")
                .with(
                        "name",
                        texts.localize("direct.offer", offer.type().name(), agency(offer.agency())))
                .with("action", form(offer))
                .with("fields", fields(offer.type(), typed, errors, texts))
                .with("errors", errors);
    }

    private static List<FieldView> fields(
            CertificateType type, Map<String, String> typed, ErrorSummary errors, Texts texts) {
        var fields = new ArrayList<FieldView>();
        fields.add(box(FieldKind.NAME, Parts.HOLDER, type, typed, errors, texts));
        fields.add(
                box(FieldKind.TEXT, Parts.HOLDER_NUMBER, type, typed, errors, texts)
                        .hint(texts.localize("direct.number.hint." + type.holder())));
        var until = box(FieldKind.DATE, Parts.VALID_UNTIL, type, typed, errors, texts);
        fields.add(
                type.years().isPresent()
                        ? until.hint(texts.localize("direct.until.hint", type.years().get()))
                        : until.hint(texts.localize("direct.until.open")).optional());
        for (var face : type.fields()) {
            var kind = FieldKind.of(face.writtenAs()).orElse(FieldKind.TEXT);
            var box = box(kind, Parts.of(face), type, typed, errors, texts);
            if (!face.onlyWords().isEmpty()) {
                box =
                        FieldView.of(FieldKind.CHOICE, Parts.of(face), face.label())
                                .options(
                                        face.onlyWords().stream()
                                                .map(word -> new Option(word, word))
                                                .toList())
                                .value(typed.getOrDefault(Parts.of(face), ""))
                                .error(errors);
            }
            fields.add(face.mayBeLeftOut() ? box.optional() : box);
        }
        for (var name : List.of(REASON, BASIS)) {
            fields.add(
                    FieldView.text(name, texts.localize("direct." + name))
                            .hint(texts.localize("direct." + name + ".hint"))
                            .maxLength(LONGEST)
                            .value(typed.getOrDefault(name, ""))
                            .error(errors));
        }
        return fields;
    }

    private static FieldView box(
            FieldKind kind,
            String part,
            CertificateType type,
            Map<String, String> typed,
            ErrorSummary errors,
            Texts texts) {
        return FieldView.of(kind, part, Parts.label(part, type, texts))
                .autocomplete("off")
                .value(typed.getOrDefault(part, ""))
                .error(errors);
    }

    private Rendered page(
            DirectIssue issue, String why, ErrorSummary errors, StaffPrincipal staff, Texts texts) {
        var type = types.find(issue.type()).orElseThrow();
        var deciding = door.mayDecide(issue, staff);
        return Rendered.of(
                "certificates/direct/issue",
                new DirectPage(
                        DirectDoor.path(issue.id()),
                        type.name(),
                        tag(issue, texts),
                        facts(issue, texts),
                        Parts.of(type).stream()
                                .filter(issue.cells()::containsKey)
                                .map(
                                        part ->
                                                new Answer(
                                                        Parts.label(part, type, texts),
                                                        issue.cells().getOrDefault(part, ""),
                                                        "",
                                                        ""))
                                .toList(),
                        new Link(
                                texts.localize("direct.certificate"),
                                issue.certificate()
                                        .filter(_ -> staff.has("decide") || staff.has("supervise"))
                                        .map(id -> "/staff/certificates/" + id)
                                        .orElse("")),
                        issue.state() == DirectIssue.State.PROPOSED && !deciding
                                ? texts.localize("direct.waits")
                                : "",
                        deciding,
                        List.of(
                                FieldView.text(WHY, texts.localize("direct.why"))
                                        .hint(texts.localize("direct.why.hint"))
                                        .maxLength(LONGEST)
                                        .value(why)
                                        .error(errors)),
                        errors));
    }

    private List<Answer> facts(DirectIssue issue, Texts texts) {
        var facts = new ArrayList<Answer>();
        facts.add(fact("direct.agency", agency(issue.agency()), texts));
        facts.add(fact("direct.reason", issue.reason(), texts));
        facts.add(fact("direct.basis", issue.basis(), texts));
        facts.add(
                fact(
                        "direct.proposed",
                        texts.localize(
                                "direct.by", issue.proposedBy(), moment(issue.proposedAt(), texts)),
                        texts));
        issue.decision()
                .ifPresent(
                        one ->
                                facts.add(
                                        fact(
                                                "direct.decided",
                                                texts.localize(
                                                                "direct.by",
                                                                one.by(),
                                                                moment(one.at(), texts))
                                                        + "："
                                                        + one.why(),
                                                texts)));
        return facts;
    }

    private static Answer fact(String key, String value, Texts texts) {
        return new Answer(texts.localize(key), value, "", "");
    }

    private DirectPage.Line line(DirectIssue issue, Texts texts) {
        return new DirectPage.Line(
                new Link(
                        texts.localize(
                                "direct.line",
                                types.find(issue.type())
                                        .map(CertificateType::name)
                                        .orElse(issue.type()),
                                issue.cells().getOrDefault(Parts.HOLDER, "")),
                        DirectDoor.path(issue.id())),
                texts.localize(
                        "direct.note",
                        agency(issue.agency()),
                        issue.proposedBy(),
                        moment(issue.proposedAt(), texts)),
                tag(issue, texts));
    }

    private static Tag tag(DirectIssue issue, Texts texts) {
        return switch (issue.state()) {
            case PROPOSED -> Tag.soon(texts.localize("direct.state.proposed"));
            case ISSUED -> Tag.got(texts.localize("direct.state.issued"));
            case REFUSED -> Tag.stop(texts.localize("direct.state.refused"));
        };
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::shortName).orElse(key);
    }

    private String moment(Instant at, Texts texts) {
        return new Dates(texts.locale()).moment(LocalDateTime.ofInstant(at, clock.getZone()));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
