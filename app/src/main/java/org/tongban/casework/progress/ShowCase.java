package org.tongban.casework.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.Clock;
import org.tongban.casework.Notice;
import org.tongban.casework.draft.FileAnswers;
import org.tongban.casework.paper.PaperFiles;
import org.tongban.codes.CaseNumber;
import org.tongban.files.MediaType;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** One's own case: progress, receipt, papers, files. */
@Controller
class ShowCase {

    private static final int CODE_HALF = 4;

    private final CaseDoor door;
    private final ApplicantCases cases;
    private final FileAnswers answers;
    private final PaperFiles paperFiles;
    private final TextBundles bundles;

    ShowCase(
            CaseDoor door,
            ApplicantCases cases,
            FileAnswers answers,
            PaperFiles paperFiles,
            TextBundles bundles) {
        this.door = door;
        this.cases = cases;
        this.answers = answers;
        this.paperFiles = paperFiles;
        this.bundles = bundles;
    }

    @GetMapping("/my/cases/{caseNo}")
    @Open(door = Door.APPLICANT, audit = "case.own-shown")
    Rendered show(
            @PathVariable String caseNo, HttpServletRequest request, ApplicantPrincipal caller) {
        var texts = texts(request);
        return Rendered.of(
                        "casework/progress/progress", door.ownPage(door.own(caseNo, caller), texts))
                .with("back", new Link(texts.localize("progress.back.my"), "/my"));
    }

    @GetMapping("/my/cases/{caseNo}/receipt")
    @Open(door = Door.APPLICANT, audit = "receipt.shown")
    Rendered receipt(
            @PathVariable String caseNo, HttpServletRequest request, ApplicantPrincipal caller) {
        var found = door.own(caseNo, caller);
        var texts = texts(request);
        var address =
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/progress")
                        .queryParam("number", found.file().caseNo())
                        .queryParam("code", found.queryCode())
                        .toUriString();
        return Rendered.of(
                "casework/progress/receipt",
                new ReceiptPage(
                        door.item(found).name(),
                        CaseNumber.of(found.file().caseNo()).printed(),
                        grouped(found.queryCode()),
                        QrCode.of(address),
                        address.substring(0, address.indexOf('?')),
                        next(found, texts),
                        found.path()));
    }

    /** What happens next, by which day, and what the applicant can do. */
    private List<String> next(FoundCase found, Texts texts) {
        var dates = new Dates(texts.locale());
        var steps = new ArrayList<String>();
        steps.add(door.view(found, texts).sentence());
        var promised = door.item(found).limits().promised();
        if (found.file().leadingClock().flatMap(Clock::due).isPresent()
                && found.file().acceptedOn() == null
                && promised.days() > 0) {
            steps.add(
                    texts.localize(
                            switch (promised.unit()) {
                                case WORKING -> "receipt.promised.working";
                                case CALENDAR -> "receipt.promised.calendar";
                            },
                            promised.days()));
        }
        steps.add(
                texts.localize(
                        "receipt.sent",
                        dates.moment(
                                found.submittedAt().atZone(door.place().zone()).toLocalDateTime()),
                        door.place().hotline()));
        return steps;
    }

    @GetMapping("/my/cases/{caseNo}/papers/{noticeNo}")
    @Open(door = Door.APPLICANT, audit = "paper.own-shown")
    Rendered paper(
            @PathVariable String caseNo,
            @PathVariable int noticeNo,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var found = door.own(caseNo, caller);
        var texts = texts(request);
        var notice = notice(found, noticeNo);
        var here = found.path() + "/papers/" + noticeNo;
        var ready = paperFiles.canBeMade();
        return PaperPages.page(
                notice,
                notice.addressee(),
                door.office(found).name(),
                new Link(texts.localize("progress.back.case"), found.path()),
                ready ? here + "/seal.png" : "",
                ready
                        ? List.of(
                                new Link(texts.localize("progress.paper.ofd"), here + "/paper.ofd"),
                                new Link(texts.localize("progress.paper.pdf"), here + "/paper.pdf"))
                        : List.of());
    }

    @GetMapping("/my/cases/{caseNo}/papers/{noticeNo}/paper.ofd")
    @Open(door = Door.APPLICANT, audit = "paper.ofd-downloaded")
    ResponseEntity<InputStreamResource> ofd(
            @PathVariable String caseNo, @PathVariable int noticeNo, ApplicantPrincipal caller) {
        return sealed(door.own(caseNo, caller), noticeNo, MediaType.OFD);
    }

    @GetMapping("/my/cases/{caseNo}/papers/{noticeNo}/paper.pdf")
    @Open(door = Door.APPLICANT, audit = "paper.pdf-downloaded")
    ResponseEntity<InputStreamResource> pdf(
            @PathVariable String caseNo, @PathVariable int noticeNo, ApplicantPrincipal caller) {
        return sealed(door.own(caseNo, caller), noticeNo, MediaType.PDF);
    }

    @GetMapping("/my/cases/{caseNo}/papers/{noticeNo}/seal.png")
    @Open(door = Door.APPLICANT, audit = "paper.seal-shown")
    ResponseEntity<byte[]> seal(
            @PathVariable String caseNo, @PathVariable int noticeNo, ApplicantPrincipal caller) {
        var found = door.own(caseNo, caller);
        notice(found, noticeNo);
        return paperFiles
                .picture(found.id())
                .map(
                        picture ->
                                ResponseEntity.ok()
                                        .header(HttpHeaders.CONTENT_TYPE, MediaType.PNG.header())
                                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                                        .body(picture))
                .orElseThrow(CaseDoor::notFound);
    }

    private ResponseEntity<InputStreamResource> sealed(
            FoundCase found, int noticeNo, MediaType type) {
        return paperFiles
                .answer(found.id(), noticeNo, notice(found, noticeNo), type)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private Notice notice(FoundCase found, int noticeNo) {
        return cases.papers(found.id()).stream()
                .filter(paper -> paper.no() == noticeNo)
                .findFirst()
                .map(Paper::notice)
                .orElseThrow(CaseDoor::notFound);
    }

    @GetMapping("/my/cases/{caseNo}/files/{fileNo}")
    @Open(door = Door.APPLICANT, audit = "file.own-read")
    ResponseEntity<Resource> file(
            @PathVariable String caseNo, @PathVariable UUID fileNo, ApplicantPrincipal caller) {
        var found = door.own(caseNo, caller);
        return cases.files(found.id()).stream()
                .filter(file -> file.fileNo().equals(fileNo))
                .findFirst()
                .map(answers::of)
                .orElseThrow(CaseDoor::notFound);
    }

    private static String grouped(String code) {
        return code.length() == 2 * CODE_HALF
                ? code.substring(0, CODE_HALF) + "-" + code.substring(CODE_HALF)
                : code;
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
