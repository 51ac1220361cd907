package org.tongban.casework.review;

import java.util.ArrayList;
import java.util.List;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.ClockKind;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.StaffDay;
import org.tongban.web.Option;

/** The acts that follow a decision: an objection taken in and answered, a slip put right. */
final class OfferedLater {

    private final CaseSheet sheet;
    private final StaffPrincipal staff;
    private final ActBoxes boxes;
    private final StaffDay.Now now;

    OfferedLater(CaseSheet sheet, StaffPrincipal staff, ActBoxes boxes, StaffDay.Now now) {
        this.sheet = sheet;
        this.staff = staff;
        this.boxes = boxes;
        this.now = now;
    }

    List<ReviewPage.Part> parts() {
        var file = sheet.file();
        if (file.result().isEmpty() || !staff.reaches(file.agency())) return List.of();
        var parts = new ArrayList<ReviewPage.Part>();
        var objected = file.openClock(ClockKind.OBJECTION).isPresent();
        if (objected && staff.has("decide")) {
            parts.add(
                    boxes.part(
                            "answerObjection",
                            "main",
                            "",
                            List.of(
                                    boxes.choice("founded", yesOrNo()),
                                    boxes.words("objectionAnswer")),
                            true));
        }
        if (!objected && staff.has("accept")) {
            parts.add(boxes.part("object", "second", boxes.words("objection")));
        }
        if (staff.has("decide") && !sheet.papers().isEmpty()) {
            parts.add(
                    boxes.part(
                            "correctSlip",
                            "second",
                            boxes.choice("slipPaper", papers()),
                            boxes.line("slipWrong"),
                            boxes.line("slipRight")));
        }
        return parts;
    }

    private List<Option> yesOrNo() {
        return List.of(
                new Option("yes", now.say("review.founded.yes")),
                new Option("no", now.say("review.founded.no")));
    }

    private List<Option> papers() {
        return sheet.papers().reversed().stream()
                .map(
                        paper ->
                                new Option(
                                        Integer.toString(paper.no()),
                                        paper.title() + " " + paper.number()))
                .toList();
    }
}
