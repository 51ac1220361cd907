package org.tongban.casework.kept;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.springframework.core.io.Resource;
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
import org.tongban.casework.ApplicantHashes;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.Trust;
import org.tongban.casework.draft.FileAnswers;
import org.tongban.law.LegalBasis;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/**
 * 我的材料: what is kept of a person and of those for whom they may do everything. Its holder reads it,
 * names it, says until when it is good, and deletes it; what lies in a case stays there.
 */
@Controller
class ShowKept {

    private static final String HERE = "/my/materials";
    private static final String TITLE = "title";
    private static final String UNTIL = "until";
    private static final int LONGEST_TITLE = 100;

    private final KeptRows rows;
    private final KeptUses uses;
    private final ApplicantHashes hashes;
    private final KeptWords words;
    private final FileAnswers answers;
    private final TextBundles bundles;
    private final Clock clock;

    ShowKept(
            KeptRows rows,
            KeptUses uses,
            ApplicantHashes hashes,
            KeptWords words,
            FileAnswers answers,
            TextBundles bundles,
            Clock clock) {
        this.rows = rows;
        this.uses = uses;
        this.hashes = hashes;
        this.words = words;
        this.answers = answers;
        this.bundles = bundles;
        this.clock = clock;
    }

    /**
     * Shows the store.
     *
     * @param before the last file of the page before
     */
    @GetMapping(HERE)
    @Open(door = Door.APPLICANT, audit = "materials.listed")
    Rendered list(
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var texts = texts(request);
        var found = rows.page(whose(caller), before);
        var shown = found.stream().limit(KeptRows.PAGE).toList();
        var names = words.holders(caller);
        return Rendered.of(
                "casework/kept/list",
                new KeptPage(
                        done.equals("deleted") ? texts.localize("kept.deleted") : "",
                        shown.stream().map(one -> line(one, names, texts)).toList(),
                        Pager.of(
                                HERE,
                                before.isEmpty(),
                                found,
                                KeptRows.PAGE,
                                end -> HERE + "?before=" + end.id())));
    }

    private KeptPage.Line line(Kept one, Map<String, String> names, Texts texts) {
        return new KeptPage.Line(
                path(one),
                one.called(),
                String.join(
                        " · ",
                        List.of(
                                words.holder(one, names),
                                one.title(),
                                texts.localize(
                                        "kept.from", one.itemName(), when(one.cameAt(), texts)))),
                words.grade(one, texts),
                one.isExpired(today())
                        ? Tag.late(texts.localize("kept.expired"))
                        : Tag.plain(texts.localize("kept.tag", one.grade().name())));
    }

    @GetMapping(HERE + "/{id}")
    @Open(door = Door.APPLICANT, audit = "material.shown")
    Rendered show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var one = own(id, caller);
        return page(
                one,
                one.title(),
                one.validUntil().map(LocalDate::toString).orElse(""),
                Map.of(),
                done,
                caller,
                texts(request));
    }

    @PostMapping(HERE + "/{id}")
    @Open(door = Door.APPLICANT, audit = "material.described")
    @LegalBasis("practice/materials/ends")
    Object describe(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var one = own(id, caller);
        var texts = texts(request);
        var wrong = new LinkedHashMap<String, String>();
        var tidy = title.strip();
        if (tidy.isEmpty()) wrong.put(TITLE, texts.localize("kept.title.missing"));
        if (tidy.length() > LONGEST_TITLE) {
            wrong.put(TITLE, texts.localize("kept.title.long", LONGEST_TITLE));
        }
        var day = Typed.date(until);
        if (!until.isBlank() && day.isEmpty()) wrong.put(UNTIL, texts.localize("kept.until.wrong"));
        if (!wrong.isEmpty()) {
            return page(one, title, until, wrong, "", caller, texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at(path(one));
        }
        // What its issuer dated is not dated otherwise.
        rows.describe(one.id(), tidy, isDatedByIssuer(one) ? one.validUntil() : day);
        return "redirect:" + path(one) + "?done=saved";
    }

    @PostMapping(HERE + "/{id}/delete")
    @Open(door = Door.APPLICANT, audit = "material.deleted")
    String delete(@PathVariable UUID id, ApplicantPrincipal caller) {
        rows.delete(own(id, caller).id());
        return "redirect:" + HERE + "?done=deleted";
    }

    @GetMapping(HERE + "/{id}/file")
    @Open(door = Door.APPLICANT, audit = "material.file-read")
    ResponseEntity<Resource> file(
            @PathVariable UUID id, HttpServletRequest request, ApplicantPrincipal caller) {
        var one = own(id, caller);
        if (!words.isOwn(one, caller)) {
            uses.opened(one, caller.name(), texts(request).localize("kept.heading"));
        }
        return answers.of(
                new SubmittedFile(
                        one.id(), one.what(), one.title(), one.sm3(), one.mediaType(), one.size()));
    }

    private Rendered page(
            Kept one,
            String title,
            String until,
            Map<String, String> wrong,
            String done,
            ApplicantPrincipal caller,
            Texts texts) {
        var errors = ErrorSummary.of(wrong);
        var fields = new ArrayList<FieldView>();
        fields.add(
                FieldView.text(TITLE, texts.localize("kept.title"))
                        .maxLength(LONGEST_TITLE)
                        .value(title)
                        .error(errors));
        if (!isDatedByIssuer(one)) {
            fields.add(
                    FieldView.of(FieldKind.DATE, UNTIL, texts.localize("kept.until"))
                            .hint(texts.localize("kept.until.hint"))
                            .optional()
                            .value(until)
                            .error(errors));
        }
        return Rendered.of(
                "casework/kept/one",
                new KeptPage.One(
                        path(one),
                        one.called(),
                        done.equals("saved") ? texts.localize("kept.saved") : "",
                        facts(one, caller, texts),
                        path(one) + "/file",
                        fields,
                        errors,
                        uses.of(one.id()).stream()
                                .map(
                                        use ->
                                                new KeptPage.Use(
                                                        when(use.at(), texts),
                                                        use.by(),
                                                        texts.localize(
                                                                "kept.use." + use.way().word(),
                                                                use.purpose())))
                                .toList()));
    }

    private List<Answer> facts(Kept one, ApplicantPrincipal caller, Texts texts) {
        var facts = new ArrayList<Answer>();
        facts.add(fact("kept.holder", words.holder(one, words.holders(caller)), texts));
        facts.add(fact("kept.grade", words.grade(one, texts), texts));
        facts.add(
                fact(
                        "kept.came",
                        texts.localize("kept.from", one.itemName(), when(one.cameAt(), texts)),
                        texts));
        one.validUntil()
                .ifPresent(
                        day ->
                                facts.add(
                                        fact(
                                                "kept.until",
                                                new Dates(texts.locale()).fullDay(day),
                                                texts)));
        return facts;
    }

    private static Answer fact(String key, String value, Texts texts) {
        return new Answer(texts.localize(key), value, "", "");
    }

    private static boolean isDatedByIssuer(Kept one) {
        return one.grade() == Trust.A;
    }

    private Kept own(UUID id, ApplicantPrincipal caller) {
        return rows.find(id, whose(caller))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Somebody whom nobody has checked sees what they sent themselves. */
    @LegalBasis("practice/materials/own")
    private Condition whose(ApplicantPrincipal caller) {
        return hashes.typedOnly(caller.personId())
                .map(typed -> KeptRows.typedBy(caller.accountId(), List.of(typed)))
                .orElseGet(() -> KeptRows.of(hashes.of(caller.personId())));
    }

    private static String path(Kept one) {
        return HERE + "/" + one.id();
    }

    private String when(Instant at, Texts texts) {
        return new Dates(texts.locale()).moment(LocalDateTime.ofInstant(at, clock.getZone()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
