package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemFilter;
import org.tongban.web.Rendered;

/** What somebody at the window wants to apply for, or which draft is gone on with. */
@Controller
class WindowChoice {

    static final String PATH = "/staff/desk/new";

    private final WindowDrafts drafts;
    private final Catalogue catalogue;
    private final StaffDay day;

    WindowChoice(WindowDrafts drafts, Catalogue catalogue, StaffDay day) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.day = day;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, right = "accept", audit = "window-items.read")
    Rendered choose(
            @RequestParam(defaultValue = "") String q,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return Rendered.of(
                "casework/desk/choose",
                new WindowPage.Choice(q, found(q, staff), waiting(staff, day.now(request))));
    }

    private List<WindowPage.Item> found(String words, StaffPrincipal staff) {
        if (words.isBlank()) return List.of();
        return catalogue.search(words, ItemFilter.ALL, "").items().stream()
                .filter(item -> mayTakeIn(staff, item.agency()))
                .map(item -> new WindowPage.Item(item.key(), item.name(), item.agencyName()))
                .toList();
    }

    private List<WindowPage.Draft> waiting(StaffPrincipal staff, StaffDay.Now now) {
        return drafts.openOf(staff.staffId()).stream()
                .map(
                        line ->
                                new WindowPage.Draft(
                                        catalogue
                                                .version(line.itemKey(), line.itemVersion())
                                                .name(),
                                        now.moment(line.updatedAt()),
                                        PATH + "/" + line.id()))
                .toList();
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, right = "accept", audit = "window-draft.opened")
    String begin(@RequestParam String item, StaffPrincipal staff) {
        var chosen =
                catalogue
                        .current(item)
                        .filter(found -> mayTakeIn(staff, found.definition().agency()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var nobody = new Applicant(usualKind(chosen.definition()), "", "", "", "", "");
        var id = drafts.open(staff.staffId(), nobody, chosen.key(), chosen.version());
        return "redirect:" + PATH + "/" + id;
    }

    private static Applicant.Kind usualKind(ItemDefinition item) {
        return ApplicationCheck.admits(item, Applicant.Kind.PERSON)
                ? Applicant.Kind.PERSON
                : Applicant.Kind.FIRM;
    }

    /** A window of an agency takes in for it; a comprehensive one for all. */
    private static boolean mayTakeIn(StaffPrincipal staff, String agency) {
        return staff.agencies().isEmpty() || staff.reaches(agency);
    }
}
