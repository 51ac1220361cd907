package org.tongban.casework.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongban.casework.CaseFile;
import org.tongban.casework.ClockKind;
import org.tongban.casework.ReliedOn;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffDay;

/** The parts of the page that say what a case consists of: its clocks, its materials. */
final class CaseParts {

    private CaseParts() {}

    /** The promise and the law's own term side by side; before acceptance what runs then. */
    static List<ReviewPage.Strip> strips(CaseFile file, StaffDay.Now now) {
        var strips = new ArrayList<ReviewPage.Strip>();
        for (var kind : ClockKind.values()) {
            file.clock(kind)
                    .filter(clock -> clock.isOpen() || kind.canStop())
                    .ifPresent(
                            clock ->
                                    strips.add(
                                            new ReviewPage.Strip(
                                                    now.say(
                                                            "todo.clock."
                                                                    + kind.name()
                                                                            .toLowerCase(
                                                                                    Locale.ROOT)),
                                                    now.strips().view(clock, file.procedures()),
                                                    now.strips().tag(clock, file.procedures()))));
        }
        return strips;
    }

    /** What lies in the file for each material, whoever brought it. */
    static List<ReviewPage.Material> materials(
            CaseSheet sheet, SheetViews views, List<ReliedOn> relied, StaffDay.Now now) {
        var materials = new ArrayList<ReviewPage.Material>();
        for (var material : sheet.item().materials()) {
            var files = views.files(material.key());
            var paper = views.isOnPaper(material.key());
            if (files.isEmpty() && !paper) continue;
            materials.add(
                    new ReviewPage.Material(
                            material.name(),
                            material.checks(),
                            files,
                            paper
                                    ? now.say("review.on-paper")
                                    : fetched(material.key(), relied, views, now)));
        }
        sheet.item()
                .fileFields()
                .forEach(
                        (under, field) -> {
                            var files = views.files(under);
                            if (!files.isEmpty()) {
                                materials.add(
                                        new ReviewPage.Material(
                                                field.label(), List.of(), files, ""));
                            }
                        });
        var visit = views.files(SubmittedFile.VISIT);
        if (!visit.isEmpty()) {
            materials.add(
                    new ReviewPage.Material(now.say("review.visit-files"), List.of(), visit, ""));
        }
        return materials;
    }

    /** That the office got it itself, and whether it still holds. */
    private static String fetched(
            String material, List<ReliedOn> relied, SheetViews views, StaffDay.Now now) {
        return relied.stream()
                .filter(one -> one.material().equals(material))
                .findFirst()
                .map(one -> one.holds() ? holding(one, now) : now.words().spoilt(one))
                .orElseGet(() -> views.kept(material));
    }

    private static String holding(ReliedOn one, StaffDay.Now now) {
        return one.origin()
                .map(
                        origin ->
                                now.say(
                                        one.isFetched()
                                                ? "review.evidence.asked"
                                                : "review.evidence.checked",
                                        one.name(),
                                        one.number(),
                                        origin.simulated()
                                                ? now.say(
                                                        "review.evidence.simulated",
                                                        origin.register())
                                                : origin.register(),
                                        now.dates().moment(origin.at())))
                .orElseGet(() -> now.say("review.evidence", one.name(), one.number()));
    }
}
