package org.tongban.casework.review;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.StaffDay;
import org.tongban.files.FileStore;
import org.tongban.files.MediaType;
import org.tongban.web.Link;
import org.tongban.web.NoticeView;
import org.tongban.web.Rendered;

/** The official papers of a case, and the files that were handed in with it. */
@Controller
class CasePapers {

    /**
     * A file from outside is nothing but a picture: it may not run, load, post or leave its frame.
     */
    private static final String SANDBOX =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
                    + "frame-ancestors 'self'";

    private final CaseSheets sheets;
    private final FileStore files;
    private final StaffDay day;

    CasePapers(CaseSheets sheets, FileStore files, StaffDay day) {
        this.sheets = sheets;
        this.files = files;
        this.day = day;
    }

    @GetMapping("/staff/cases/{caseId}/papers/{noticeNo}")
    @Open(door = Door.STAFF, audit = "case-paper.read")
    Rendered paper(
            @PathVariable UUID caseId,
            @PathVariable int noticeNo,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var notice =
                sheets.reach(caseId, staff)
                        .flatMap(_ -> sheets.paper(caseId, noticeNo))
                        .orElseThrow(CasePapers::notThere);
        return Rendered.of("casework/review/paper")
                .with(
                        "notice",
                        new NoticeView(
                                notice.agency(),
                                notice.title(),
                                notice.number(),
                                now.say("review.addressee", notice.addressee()),
                                now.say("review.seal"),
                                now.dates().paperDay(notice.issuedOn()),
                                true,
                                ""))
                .with("paragraphs", notice.paragraphs())
                .with("back", new Link(now.say("review.back-to-case"), "/staff/cases/" + caseId));
    }

    @GetMapping("/staff/cases/{caseId}/files/{fileNo}")
    @Open(door = Door.STAFF, audit = "case-file.read")
    ResponseEntity<Resource> file(
            @PathVariable UUID caseId,
            @PathVariable UUID fileNo,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var sheet =
                sheets.open(caseId, staff, day.now(request).say("review.purpose.file"))
                        .orElseThrow(CasePapers::notThere);
        var file =
                sheet.files().stream()
                        .filter(each -> each.fileNo().equals(fileNo))
                        .findFirst()
                        .orElseThrow(CasePapers::notThere);
        InputStream content = files.open(file.sm3());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SANDBOX)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition(file.mediaType(), file.name()).toString())
                .contentLength(file.size())
                .body(new InputStreamResource(content));
    }

    /**
     * Only what a browser draws in a sandbox is shown in place, which a PDF is not; everything else
     * is handed out.
     */
    private static ContentDisposition disposition(String mediaType, String name) {
        var drawn =
                mediaType.equals(MediaType.JPEG.header())
                        || mediaType.equals(MediaType.PNG.header());
        return (drawn ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
