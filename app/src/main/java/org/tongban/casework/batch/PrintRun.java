package org.tongban.casework.batch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Notice;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.StaffDay;
import org.tongban.web.Link;
import org.tongban.web.NoticeView;
import org.tongban.web.Rendered;

/** The latest papers of many cases, each on its own sheet, in one print. */
@Controller
class PrintRun {

    static final String HREF = "/staff/print";

    private final CaseSheets sheets;
    private final StaffDay day;

    PrintRun(CaseSheets sheets, StaffDay day) {
        this.sheets = sheets;
        this.day = day;
    }

    @GetMapping(HREF)
    @Open(door = Door.STAFF, audit = "case-papers.printed")
    Rendered print(
            @RequestParam(defaultValue = "") String cases,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var printed = new ArrayList<PrintedSheet>();
        Arrays.stream(cases.split(",", -1))
                .filter(id -> id.matches("[0-9a-fA-F-]{36}"))
                .limit(BatchTasks.MOST)
                .map(UUID::fromString)
                .filter(caseId -> sheets.reach(caseId, staff).isPresent())
                .forEach(
                        caseId ->
                                sheets.latestPaper(caseId)
                                        .ifPresent(paper -> printed.add(sheet(paper, now))));
        return Rendered.of("casework/batch/print")
                .with("sheets", List.copyOf(printed))
                .with("back", new Link(now.say("batch.back"), "/staff/todo"));
    }

    private static PrintedSheet sheet(Notice paper, StaffDay.Now now) {
        return new PrintedSheet(
                new NoticeView(
                        paper.agency(),
                        paper.title(),
                        paper.number(),
                        now.say("review.addressee", paper.addressee()),
                        now.say("review.seal"),
                        now.dates().paperDay(paper.issuedOn()),
                        true,
                        ""),
                paper.paragraphs());
    }
}
