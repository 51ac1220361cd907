package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.StaffDay;
import org.tongban.codes.CaseNumber;
import org.tongban.law.LegalBasis;
import org.tongban.web.Link;
import org.tongban.web.NoticeView;
import org.tongban.web.Rendered;

/**
 * 送达回证 of a result that was handed over: what, how, when and to whom, for the recipient to sign.
 * Drawn from the line of the case, where the hand-over stands; it decides nothing and has no
 * number.
 */
@Controller
class DeliveryReceipt {

    private final CaseSheets sheets;
    private final StaffDay day;

    DeliveryReceipt(CaseSheets sheets, StaffDay day) {
        this.sheets = sheets;
        this.day = day;
    }

    @GetMapping("/staff/desk/deliver/{caseId}/receipt")
    @Open(door = Door.STAFF, right = "deliver", audit = "delivery-receipt.printed")
    @LegalBasis("licensing/44")
    Rendered receipt(@PathVariable UUID caseId, StaffPrincipal staff, HttpServletRequest request) {
        var now = day.now(request);
        var sheet =
                sheets.open(caseId, staff, now.say("desk.purpose.deliver"))
                        .orElseThrow(DeliveryReceipt::notThere);
        var line =
                sheet.events().reversed().stream()
                        .filter(one -> one.event() instanceof CaseEvent.Delivered)
                        .findFirst()
                        .orElseThrow(DeliveryReceipt::notThere);
        var number = CaseNumber.of(sheet.file().caseNo()).printed();
        return Rendered.of("casework/review/paper")
                .with(
                        "notice",
                        new NoticeView(
                                office(sheet, now),
                                now.say("desk.receipt.title"),
                                number,
                                now.say("review.addressee", sheet.applicantName()),
                                now.say("review.seal"),
                                now.moment(line.at()),
                                false,
                                ""))
                .with("paragraphs", said(sheet, line, now))
                .with(
                        "back",
                        new Link(now.say("desk.deliver.title"), "/staff/desk/deliver/" + caseId));
    }

    private static List<String> said(CaseSheet sheet, CaseSheet.Line line, StaffDay.Now now) {
        var delivered = (CaseEvent.Delivered) line.event();
        var said = new ArrayList<String>();
        said.add(now.say("desk.receipt.item", sheet.item().name()));
        said.add(now.say("desk.receipt.result", sheet.item().result().name()));
        said.add(
                now.say(
                        "desk.receipt.papers",
                        sheet.papers().stream()
                                .map(paper -> paper.title() + " " + paper.number())
                                .collect(Collectors.joining("；"))));
        said.add(now.say("desk.receipt.way", now.words().delivery(delivered.way())));
        if (delivered.consignment() != null) {
            said.add(now.say("desk.receipt.consignment", delivered.consignment()));
        }
        said.add(now.say("desk.receipt.when", now.moment(line.at()), line.actorName()));
        said.add(now.say("desk.receipt.who", delivered.receivedBy()));
        said.add(now.say("desk.receipt.signed"));
        return said;
    }

    private static String office(CaseSheet sheet, StaffDay.Now now) {
        return now.place().agency(sheet.file().agency()).map(one -> one.name()).orElse("");
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
