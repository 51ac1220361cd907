package org.tongban.casework.mandates;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.accounts.Firm;
import org.tongban.accounts.Guardianship;
import org.tongban.accounts.Guardianships;
import org.tongban.accounts.Mandate;
import org.tongban.accounts.Mandates;
import org.tongban.accounts.MayAct;
import org.tongban.accounts.RealName;
import org.tongban.casework.words.CaseWords;
import org.tongban.codes.CaseNumber;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Both sides of a mandate see it, what was done under it, and end it at any moment. */
@Controller
class ShowMandates {

    private static final String PATH = "/my/mandates";

    private final Mandates mandates;
    private final Guardianships guardianships;
    private final ActsOfAgents acts;
    private final MandateWords words;
    private final TextBundles bundles;
    private final Clock clock;

    ShowMandates(
            Mandates mandates,
            Guardianships guardianships,
            ActsOfAgents acts,
            MandateWords words,
            TextBundles bundles,
            Clock clock) {
        this.mandates = mandates;
        this.guardianships = guardianships;
        this.acts = acts;
        this.words = words;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Open(door = Door.APPLICANT, audit = "mandates.listed")
    Rendered list(HttpServletRequest request, ApplicantPrincipal caller) {
        var texts = texts(request);
        return Rendered.of(
                "casework/mandates/list",
                new MandatesPage(
                        mandates.givenBy(caller.personId()).stream()
                                .map(one -> line(one, one.agent().name(), texts))
                                .toList(),
                        mandates.givenTo(caller.personId()).stream()
                                .map(one -> line(one, one.giver().name(), texts))
                                .toList(),
                        mandates.representedBy(caller.personId()).stream().map(Firm::name).toList(),
                        guardianships.of(caller.personId()).stream()
                                .map(one -> child(one, texts))
                                .toList()));
    }

    @GetMapping(PATH + "/{id}")
    @Open(door = Door.APPLICANT, audit = "mandate.shown")
    Rendered show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var mandate = own(id, caller);
        var texts = texts(request);
        var party = mandates.party(mandate, caller.personId()).orElseThrow();
        var over = mandate.end().isPresent() || isOver(mandate);
        return Rendered.of(
                "casework/mandates/mandate",
                new MandatePage(
                        texts.localize(
                                "mandates.one", mandate.giver().name(), mandate.agent().name()),
                        words.state(mandate, today(), texts),
                        switch (done) {
                            case "given" -> texts.localize("mandates.done.given");
                            case "ended" -> texts.localize("mandates.done.ended");
                            default -> "";
                        },
                        terms(mandate, texts),
                        PATH + "/" + id + "/end",
                        over ? "" : texts.localize("mandates.end." + lower(party)),
                        texts.localize("mandates.end." + lower(party) + ".follows"),
                        acts.under(mandate).stream().map(one -> done(one, texts)).toList()));
    }

    @PostMapping(PATH + "/{id}/end")
    @Open(door = Door.APPLICANT, audit = "mandate.ended")
    ResponseEntity<Void> end(@PathVariable UUID id, ApplicantPrincipal caller) {
        own(id, caller);
        mandates.end(id, caller.personId());
        return SeeOther.to(PATH + "/" + id + "?done=ended");
    }

    private Mandate own(UUID id, ApplicantPrincipal caller) {
        return mandates.find(id, caller.personId())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean isOver(Mandate mandate) {
        return mandate.until().filter(today()::isAfter).isPresent();
    }

    private List<Answer> terms(Mandate mandate, Texts texts) {
        var dates = new Dates(texts.locale());
        var terms = new ArrayList<Answer>();
        terms.add(answer("mandates.giver", mandate.giver().name(), texts));
        terms.add(answer("mandates.agent", mandate.agent().name(), texts));
        terms.add(answer("mandates.scope", words.scope(mandate.scope(), texts), texts));
        terms.add(answer("mandates.from", dates.paperDay(mandate.from()), texts));
        terms.add(answer("mandates.until", words.until(mandate, texts), texts));
        mandate.end()
                .ifPresent(
                        end -> terms.add(answer("mandates.ended", moment(end.at(), texts), texts)));
        return terms;
    }

    private static Answer answer(String key, String value, Texts texts) {
        return new Answer(texts.localize(key), value, "", "");
    }

    private MandatePage.Done done(ActsOfAgents.Done one, Texts texts) {
        return new MandatePage.Done(
                moment(one.at(), texts),
                new CaseWords(texts).event(one.event()).title(),
                words.item(one.itemKey()),
                CaseNumber.of(one.caseNo()).printed(),
                "/my/cases/" + one.caseNo());
    }

    private MandatesPage.Line line(Mandate mandate, String who, Texts texts) {
        return new MandatesPage.Line(
                who,
                words.state(mandate, today(), texts),
                texts.localize(
                        "mandates.terms",
                        words.scope(mandate.scope(), texts),
                        words.until(mandate, texts)),
                PATH + "/" + mandate.id());
    }

    private MandatesPage.Child child(Guardianship entry, Texts texts) {
        var bar =
                MayAct.bar(guardianships.bond(entry), RealName.PROVIDER, Optional.empty(), today());
        return new MandatesPage.Child(
                entry.child().name(),
                bar.map(why -> Tag.plain(texts.localize("mandates.child." + lower(why))))
                        .orElseGet(() -> Tag.got(texts.localize("mandates.state.holds"))),
                texts.localize(
                        "mandates.child.how",
                        texts.localize("mandates.relation." + lower(entry.relation())),
                        new Dates(texts.locale())
                                .paperDay(
                                        LocalDate.ofInstant(
                                                entry.confirmedAt(), clock.getZone()))));
    }

    private String moment(Instant at, Texts texts) {
        return new Dates(texts.locale()).moment(LocalDateTime.ofInstant(at, clock.getZone()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
