package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.Act;
import org.tongban.casework.Casework;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Performed;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.progress.CaseDoor;
import org.tongban.casework.progress.FoundCase;
import org.tongban.casework.words.CaseWords;
import org.tongban.law.LegalBasis;
import org.tongban.web.ChosenFiles;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * Bringing what was promised: each paper is uploaded by itself and waits until all that is at hand
 * is sent. What is sent counts from that moment, the rest stays owed.
 */
@Controller
@LegalBasis("practice/tolerance/term")
class BringPapers {

    /** The page below the address of the case. */
    private static final String BRING = "/bring";

    private final CaseDoor door;
    private final CaseDrafts caseDrafts;
    private final Casework casework;
    private final Drafts drafts;
    private final CaseUploads papers;
    private final TextBundles bundles;

    BringPapers(
            CaseDoor door,
            CaseDrafts caseDrafts,
            Casework casework,
            Drafts drafts,
            CaseUploads papers,
            TextBundles bundles) {
        this.door = door;
        this.caseDrafts = caseDrafts;
        this.casework = casework;
        this.drafts = drafts;
        this.papers = papers;
        this.bundles = bundles;
    }

    @GetMapping("/my/cases/{caseNo}/bring")
    @Open(door = Door.APPLICANT, audit = "owed.shown")
    Object show(
            @PathVariable String caseNo, HttpServletRequest request, ApplicantPrincipal caller) {
        var texts = texts(request);
        return open(
                caseNo,
                caller,
                found -> page(found, caller, UUID.randomUUID(), ErrorSummary.none(), texts));
    }

    @PostMapping("/my/cases/{caseNo}/bring/{material}")
    @Open(door = Door.APPLICANT, audit = "owed.file-added")
    Object add(
            @PathVariable String caseNo,
            @PathVariable String material,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var texts = texts(request);
        return open(
                caseNo,
                caller,
                found -> {
                    requireOwed(found, material);
                    caseDrafts.open(found, caller);
                    return papers.add(
                            found.id(),
                            material,
                            ChosenFiles.in(request, "files"),
                            found.path() + BRING,
                            errors -> page(found, caller, UUID.randomUUID(), errors, texts),
                            texts);
                });
    }

    @PostMapping("/my/cases/{caseNo}/bring/{material}/{fileNo}/remove")
    @Open(door = Door.APPLICANT, audit = "owed.file-removed")
    Object remove(
            @PathVariable String caseNo,
            @PathVariable String material,
            @PathVariable UUID fileNo,
            ApplicantPrincipal caller) {
        return open(
                caseNo,
                caller,
                found -> {
                    requireOwed(found, material);
                    return papers.remove(found.id(), material, fileNo, found.path() + BRING);
                });
    }

    @GetMapping("/my/cases/{caseNo}/bring/files/{fileNo}")
    @Open(door = Door.APPLICANT, audit = "owed.file-read")
    Object read(@PathVariable String caseNo, @PathVariable UUID fileNo, ApplicantPrincipal caller) {
        return open(caseNo, caller, found -> papers.read(found.id(), fileNo));
    }

    @PostMapping("/my/cases/{caseNo}/bring")
    @Open(door = Door.APPLICANT, audit = "owed.brought")
    Object send(
            @PathVariable String caseNo,
            @RequestParam Optional<UUID> act,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var texts = texts(request);
        return open(
                caseNo,
                caller,
                found -> {
                    var actId = act.orElseGet(UUID::randomUUID);
                    var files =
                            drafts.newFiles(found.id()).stream()
                                    .filter(file -> isOwed(found, file.material()))
                                    .toList();
                    if (files.isEmpty()) {
                        var missing = ErrorSummary.of(Map.of("", texts.localize("bring.missing")));
                        return page(found, caller, actId, missing, texts)
                                .status(HttpStatus.UNPROCESSABLE_CONTENT);
                    }
                    var materials = files.stream().map(SubmittedFile::material).distinct().toList();
                    var done =
                            casework.performWith(
                                    found.id(),
                                    OptionalInt.empty(),
                                    actId,
                                    new Act.BringPapers(materials, files.size()),
                                    files,
                                    door.actor(found, caller));
                    return switch (done) {
                        case Performed.Done _, Performed.Already _ -> SeeOther.to(found.path());
                        case Performed.Refused(var why) -> {
                            var said = new CaseWords(texts).refusal(why);
                            var errors = ErrorSummary.of(Map.of("", said.matter() + said.wayOut()));
                            yield page(found, caller, actId, errors, texts)
                                    .status(HttpStatus.CONFLICT);
                        }
                    };
                });
    }

    /** The case while papers are owed; afterwards its progress, which says what became. */
    private Object open(
            String caseNo, ApplicantPrincipal caller, Function<FoundCase, Object> answer) {
        var found = door.own(caseNo, caller);
        return found.file().papersOwed().isEmpty()
                ? SeeOther.to(found.path())
                : answer.apply(found);
    }

    private static boolean isOwed(FoundCase found, String material) {
        return found.file().papersOwed().stream().anyMatch(p -> p.material().equals(material));
    }

    private static void requireOwed(FoundCase found, String material) {
        if (!isOwed(found, material)) throw DraftDoor.notFound();
    }

    private Rendered page(
            FoundCase found,
            ApplicantPrincipal caller,
            UUID act,
            ErrorSummary errors,
            Texts texts) {
        var open = caseDrafts.open(found, caller);
        var base = found.path() + BRING;
        var until =
                found.file()
                        .openClock(ClockKind.SUPPLEMENT)
                        .flatMap(clock -> clock.due())
                        .map(new Dates(texts.locale())::day)
                        .orElse("");
        return Rendered.of(
                "casework/apply/bring",
                new BringPage(
                        open.definition().name(),
                        found.path(),
                        until,
                        open.definition().materials().stream()
                                .filter(material -> isOwed(found, material.key()))
                                .map(
                                        material ->
                                                CaseUploads.block(
                                                        material, open, base, errors, texts))
                                .toList(),
                        act,
                        errors));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
