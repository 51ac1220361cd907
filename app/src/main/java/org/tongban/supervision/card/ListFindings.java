package org.tongban.supervision.card;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.codes.CaseNumber;
import org.tongban.supervision.Finding;
import org.tongban.supervision.FindingKey;
import org.tongban.supervision.Findings;
import org.tongban.web.Pager;
import org.tongban.web.Rendered;

/** The findings by how they stand, the one to be answered first first. */
@Controller
class ListFindings {

    private final Findings findings;
    private final FindingDoor door;

    ListFindings(Findings findings, FindingDoor door) {
        this.findings = findings;
        this.door = door;
    }

    @GetMapping(FindingDoor.FINDINGS)
    @Open(door = Door.STAFF, audit = "findings.read")
    Rendered list(
            StaffPrincipal staff,
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        var words = door.words(request);
        var scope = FindingDoor.scope(staff);
        var state = state(show);
        var found = findings.page(state, scope, behind(after));
        var first = FindingDoor.FINDINGS + "?show=" + FindingWords.code(state);
        var next =
                found.size() > Findings.PAGE
                        ? first + "&after=" + text(found.get(Findings.PAGE - 1))
                        : "";
        return Rendered.of(
                "supervision/list",
                new FindingsPage(
                        chips(state, scope, words),
                        found.stream()
                                .limit(Findings.PAGE)
                                .map(finding -> row(finding, words))
                                .toList(),
                        new Pager(after.isEmpty() ? "" : first, next, ""),
                        state.isClosed()));
    }

    private List<FindingsPage.Chip> chips(
            Finding.State current, Optional<Set<String>> scope, FindingWords words) {
        return Arrays.stream(Finding.State.values())
                .map(
                        state ->
                                new FindingsPage.Chip(
                                        words.say("findings.list." + FindingWords.code(state))
                                                + (state.isClosed()
                                                        ? ""
                                                        : " "
                                                                + figure(
                                                                        findings.count(
                                                                                state, scope))),
                                        FindingDoor.FINDINGS + "?show=" + FindingWords.code(state),
                                        state == current))
                .toList();
    }

    private static String figure(int count) {
        return count > Findings.MOST_COUNTED ? Findings.MOST_COUNTED + "+" : "" + count;
    }

    private FindingsPage.Row row(Finding finding, FindingWords words) {
        return new FindingsPage.Row(
                words.number(finding),
                FindingDoor.href(finding),
                words.what(finding),
                door.item(finding),
                CaseNumber.of(finding.caseNo()).printed(),
                door.agency(finding),
                finding.missedDay().map(words::day).orElseGet(() -> words.day(finding.openedOn())),
                words.tag(finding));
    }

    private static Finding.State state(String code) {
        return Arrays.stream(Finding.State.values())
                .filter(state -> FindingWords.code(state).equals(code))
                .findFirst()
                .orElse(Finding.State.OPEN);
    }

    private static String text(Finding last) {
        return last.answerBy()
                + "_"
                + last.key().caseId()
                + "_"
                + last.key().kind().name().replace('_', '-')
                + "_"
                + last.key().ref();
    }

    /** An address that nobody here wrote begins at the front. */
    private static Optional<Findings.Place> behind(String text) {
        var parts = text.split("_", -1);
        if (parts.length != 4 || !parts[3].matches("\\d{1,6}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Findings.Place(
                            LocalDate.parse(parts[0]),
                            new FindingKey(
                                    UUID.fromString(parts[1]),
                                    FindingKey.Kind.valueOf(parts[2].replace('-', '_')),
                                    Integer.parseInt(parts[3]))));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
