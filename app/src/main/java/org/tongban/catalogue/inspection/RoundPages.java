package org.tongban.catalogue.inspection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.life.DraftTransitions;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Fact;
import org.tongban.web.FieldError;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** One round: followed and closed. */
@Controller
class RoundPages {

    static final String ROUNDS = "/staff/entries/rounds";
    private static final int LONGEST_WORDS = 500;

    private final Rounds rounds;
    private final Directory directory;
    private final TextBundles bundles;

    RoundPages(Rounds rounds, Directory directory, TextBundles bundles) {
        this.rounds = rounds;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping(ROUNDS + "/{id}")
    @Open(door = Door.STAFF, audit = "round.shown")
    Rendered one(@PathVariable UUID id, StaffPrincipal staff, HttpServletRequest request) {
        entered(staff);
        return page(id, Map.of(), ErrorSummary.none(), staff, texts(request));
    }

    @PostMapping(ROUNDS + "/{id}/findings/{finding}")
    @Open(door = Door.STAFF, audit = "round.finding-acted")
    Object act(
            @PathVariable UUID id,
            @PathVariable UUID finding,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String words,
            StaffPrincipal staff,
            HttpServletRequest request) {
        entered(staff);
        var texts = texts(request);
        var wanted =
                java.util.Arrays.stream(Finding.Act.values())
                        .filter(one -> one.word().equals(act))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var field = "words-" + finding;
        var message =
                words.isBlank()
                        ? texts.localize("round.words.missing")
                        : words.strip().length() > LONGEST_WORDS
                                ? texts.localize("round.words.long", LONGEST_WORDS)
                                : rounds.act(id, finding, wanted, words.strip(), staff)
                                        ? ""
                                        : texts.localize("round.act.late");
        if (message.isEmpty()) return SeeOther.to(ROUNDS + "/" + id);
        return page(
                        id,
                        Map.of(field, words),
                        new ErrorSummary(List.of(new FieldError(field, message))),
                        staff,
                        texts)
                .at(ROUNDS + "/" + id)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(ROUNDS + "/{id}/close")
    @Open(door = Door.STAFF, audit = "round.closed")
    Object close(@PathVariable UUID id, StaffPrincipal staff, HttpServletRequest request) {
        inspecting(staff);
        var texts = texts(request);
        var open = rounds.close(id, staff);
        if (open.isNothing()) return SeeOther.to(ROUNDS + "/" + id);
        return page(
                        id,
                        Map.of(),
                        new ErrorSummary(
                                List.of(
                                        new FieldError(
                                                "",
                                                texts.localize(
                                                        "round.close.open",
                                                        open.unchecked(),
                                                        open.unsettled())))),
                        staff,
                        texts)
                .at(ROUNDS + "/" + id)
                .status(HttpStatus.CONFLICT);
    }

    private Rendered page(
            UUID id,
            Map<String, String> typed,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var round =
                rounds.find(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var sample = rounds.sample(id, staff);
        var byKey = sample.stream().collect(Collectors.toMap(Rounds.Sampled::itemKey, one -> one));
        var findings =
                rounds.findings(id).stream()
                        .filter(finding -> byKey.containsKey(finding.itemKey()))
                        .toList();
        var isOpen = round.closedAt().isEmpty();
        return Rendered.of(
                "catalogue/inspection/round",
                new RoundPage(
                        round.title(),
                        texts.localize(
                                "round.note",
                                LegalToday.of(round.openedAt()).toString(),
                                round.openedBy(),
                                round.seed()),
                        ROUNDS + "/" + id,
                        errors,
                        facts(sample, findings, texts),
                        sample.stream()
                                .map(
                                        item ->
                                                new RoundPage.Item(
                                                        new Link(
                                                                item.name(),
                                                                ROUNDS
                                                                        + "/"
                                                                        + id
                                                                        + "/items/"
                                                                        + item.itemKey()),
                                                        agency(item.agency()),
                                                        item.isChecked()
                                                                ? Tag.got(
                                                                        texts.localize(
                                                                                "round.checked",
                                                                                item.checkedBy()))
                                                                : Tag.plain(
                                                                        texts.localize(
                                                                                "round.unchecked"))))
                                .toList(),
                        findings.stream()
                                .map(
                                        one ->
                                                found(
                                                        round,
                                                        one,
                                                        byKey.getOrDefault(
                                                                one.itemKey(), sample.getFirst()),
                                                        typed,
                                                        errors,
                                                        staff,
                                                        texts))
                                .toList(),
                        isOpen && Rounds.inspects(staff)));
    }

    private RoundPage.Found found(
            Rounds.Round round,
            Finding finding,
            Rounds.Sampled item,
            Map<String, String> typed,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var acts = new ArrayList<RoundPage.Button>();
        if (round.closedAt().isEmpty()) {
            for (var act : Finding.Act.values()) {
                var isTheirs =
                        act == Finding.Act.ANSWER
                                ? Rounds.answersFor(staff, item.agency())
                                : Rounds.inspects(staff);
                if (act.isOpenFrom(finding.state()) && isTheirs) {
                    acts.add(
                            new RoundPage.Button(
                                    texts.localize("round.act." + act.word()),
                                    act.word(),
                                    act == Finding.Act.RETURN ? "second" : "main"));
                }
            }
        }
        var field = "words-" + finding.id();
        return new RoundPage.Found(
                item.name(),
                "/staff/entries/of/" + item.itemKey(),
                round.checklist().get(finding.point()),
                tag(finding.state(), texts),
                finding.acts().stream()
                        .map(
                                said ->
                                        texts.localize("round.said." + said.act())
                                                + " "
                                                + LegalToday.of(said.at())
                                                + " "
                                                + said.who()
                                                + "："
                                                + said.words())
                        .toList(),
                ROUNDS + "/" + round.id() + "/findings/" + finding.id(),
                acts.isEmpty()
                        ? List.of()
                        : List.of(
                                FieldView.of(
                                                FieldKind.LONGTEXT,
                                                "words",
                                                texts.localize(
                                                        finding.state() == Finding.State.ASSIGNED
                                                                ? "round.answer"
                                                                : "round.verdict"))
                                        .id(field)
                                        .maxLength(LONGEST_WORDS)
                                        .value(typed.getOrDefault(field, ""))
                                        .error(errors)),
                acts);
    }

    private static List<Fact> facts(
            List<Rounds.Sampled> sample, List<Finding> findings, Texts texts) {
        var checked = sample.stream().filter(Rounds.Sampled::isChecked).count();
        var with = findings.stream().map(Finding::itemKey).distinct().count();
        var settled = findings.stream().filter(one -> one.state() == Finding.State.SETTLED).count();
        return List.of(
                new Fact(texts.localize("round.fact.sample"), Integer.toString(sample.size()), ""),
                new Fact(texts.localize("round.fact.checked"), Long.toString(checked), ""),
                new Fact(texts.localize("round.fact.with"), Long.toString(with), ""),
                new Fact(
                        texts.localize("round.fact.findings"),
                        settled + " / " + findings.size(),
                        texts.localize("round.fact.findings.note")));
    }

    static Tag state(Rounds.Round round, Texts texts) {
        return round.closedAt()
                .map(at -> Tag.got(texts.localize("round.closed", LegalToday.of(at).toString())))
                .orElse(Tag.soon(texts.localize("round.open")));
    }

    private static Tag tag(Finding.State state, Texts texts) {
        var words = texts.localize("round.state." + state.word());
        return switch (state) {
            case ASSIGNED -> Tag.late(words);
            case ANSWERED -> Tag.soon(words);
            case SETTLED -> Tag.got(words);
        };
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::shortName).orElse(key);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }

    static void entered(StaffPrincipal staff) {
        if (!Rounds.inspects(staff) && !staff.has(DraftTransitions.DRAFT)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    static void inspecting(StaffPrincipal staff) {
        if (!Rounds.inspects(staff)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
