package org.tongban.casework.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Act;
import org.tongban.casework.CaseState;
import org.tongban.casework.Notice;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.Presence;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.codes.CaseNumber;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;

/** Draws one application for the desk, fresh or with what came back. */
@Component
class IntakeView {

    static final String DESK = "/staff/desk/";
    static final int LONGEST = 1000;

    private final Presence presence;
    private final Directory directory;

    IntakeView(Presence presence, Directory directory) {
        this.presence = presence;
        this.directory = directory;
    }

    /**
     * How a page came to be drawn.
     *
     * @param actId names the next press of a button
     * @param done the act that has just been carried out; empty for none
     * @param seenVersion the version that the clerk had before them
     */
    record Drawn(UUID actId, ErrorSummary errors, String done, boolean unmasked, int seenVersion) {

        static Drawn fresh(String done, boolean unmasked) {
            return new Drawn(
                    UUID.randomUUID(), ErrorSummary.none(), done, unmasked, Integer.MAX_VALUE);
        }

        /** In answer to an act that was not carried out. */
        static Drawn back(UUID actId, ErrorSummary errors, int seenVersion) {
            return new Drawn(actId, errors, "", false, seenVersion);
        }
    }

    Rendered page(Checklist check, StaffPrincipal staff, Drawn drawn, StaffDay.Now now) {
        var sheet = check.sheet();
        var file = sheet.file();
        var views = new SheetViews(sheet, now);
        var base = DESK + sheet.caseId();
        return Rendered.of(
                "casework/desk/intake",
                new IntakePage(
                        sheet.item().name(),
                        CaseNumber.of(file.caseNo()).printed(),
                        Tag.plain(now.words().status(file)),
                        now.strips().tag(file),
                        presence.enter(sheet.caseId(), staff.staffId(), staff.name()),
                        now.texts().has("desk.done." + drawn.done())
                                ? now.say("desk.done." + drawn.done())
                                : "",
                        print(sheet, views),
                        drawn.errors(),
                        views.since(drawn.seenVersion()),
                        kept(check, now),
                        views.applicant(drawn.unmasked()),
                        drawn.unmasked() ? "" : base + "/numbers",
                        facts(sheet, now),
                        views.answers(drawn.unmasked()),
                        rows(check, views, drawn.errors(), now),
                        pictures(sheet, views),
                        isAnswerable(sheet),
                        file.state() == CaseState.CORRECTING,
                        remark(check, drawn.errors(), now),
                        signed(check, drawn.errors(), now),
                        refusal(check, drawn.errors(), now),
                        isRefusing(check, drawn.errors()),
                        SupplyForm.fields(check, drawn.errors(), now),
                        base,
                        file.version(),
                        drawn.actId().toString(),
                        "/staff/cases/" + sheet.caseId(),
                        DecideAtOnce.offer(check, staff, drawn.errors(), now),
                        whereItWent(sheet, staff, now),
                        isAnswerable(sheet) ? List.of() : views.timeline()));
    }

    /** Whether the clerk was about to turn the application down, or made a mistake in it. */
    private static boolean isRefusing(Checklist check, ErrorSummary errors) {
        return Stream.of("ground", "reason", "competentOffice")
                .anyMatch(box -> !check.at(box).isEmpty() || !errors.at(box).isEmpty());
    }

    private static boolean isAnswerable(CaseSheet sheet) {
        return sheet.file().state() == CaseState.RECEIVED;
    }

    /** What was typed for an act that is not possible any more: as text, to be copied. */
    private static List<FieldView> kept(Checklist check, StaffDay.Now now) {
        var lines = check.written(now);
        return lines.isEmpty()
                ? List.of()
                : List.of(
                        FieldView.of(FieldKind.LONGTEXT, "kept", now.say("desk.kept"))
                                .hint(now.say("desk.kept.hint"))
                                .value(String.join("\n", lines))
                                .locked());
    }

    private static FieldView remark(Checklist check, ErrorSummary errors, StaffDay.Now now) {
        return FieldView.of(FieldKind.LONGTEXT, Checklist.FORM_REMARK, now.say("desk.check.remark"))
                .optional()
                .maxLength(LONGEST)
                .value(check.at(Checklist.FORM_REMARK))
                .error(errors);
    }

    /** At which post an accepted application lies now, for those who cannot go on themselves. */
    private List<String> whereItWent(CaseSheet sheet, StaffPrincipal staff, StaffDay.Now now) {
        var place = directory.current();
        return sheet.file().openTasks().stream()
                .filter(task -> !staff.posts().contains(task.post()))
                .map(
                        task ->
                                now.say(
                                        "desk.went",
                                        task.name(),
                                        place.agency(task.agency())
                                                .map(Agency::shortName)
                                                .orElse(task.agency()),
                                        place.post(task.post())
                                                .map(post -> post.name())
                                                .orElse(task.post()),
                                        now.dates().day(task.dueOn())))
                .toList();
    }

    private static List<Link> print(CaseSheet sheet, SheetViews views) {
        return sheet.papers().reversed().stream()
                .filter(
                        paper ->
                                paper.kind() == Notice.Kind.RECEIPT
                                        || paper.kind() == Notice.Kind.ACCEPTANCE
                                        || paper.kind() == Notice.Kind.TOLERANT_ACCEPTANCE
                                        || paper.kind() == Notice.Kind.CORRECTION
                                        || paper.kind() == Notice.Kind.NON_ACCEPTANCE
                                        || paper.kind() == Notice.Kind.GRANT
                                        || paper.kind() == Notice.Kind.REFUSAL)
                .map(paper -> new Link(paper.title(), views.paperHref(paper.no())))
                .toList();
    }

    private List<Answer> facts(CaseSheet sheet, StaffDay.Now now) {
        var file = sheet.file();
        var item = sheet.item();
        var agency =
                directory
                        .current()
                        .agency(file.agency())
                        .map(Agency::shortName)
                        .orElse(file.agency());
        return List.of(
                fact("desk.agency", agency, now),
                fact(
                        "desk.kind",
                        now.say(
                                "desk.kind." + item.caseKind().name().toLowerCase(Locale.ROOT),
                                item.limits().promised().days()),
                        now),
                fact("desk.version", now.say("desk.version.text", file.itemVersion()), now),
                fact("desk.channel", now.words().channel(sheet.channel()), now),
                fact("desk.received", now.dates().day(file.receivedOn()), now));
    }

    private static Answer fact(String key, String value, StaffDay.Now now) {
        return new Answer(now.say(key), value, "", "");
    }

    private static List<IntakePage.Picture> pictures(CaseSheet sheet, SheetViews views) {
        return sheet.files().stream()
                .map(
                        each ->
                                new IntakePage.Picture(
                                        "f-" + each.fileNo(),
                                        materialOf(sheet, each) + each.name(),
                                        views.link(each).href(),
                                        each.mediaType().startsWith("image/")))
                .toList();
    }

    /** Which paper a picture is, before its file's name, which often is that of every picture. */
    private static String materialOf(CaseSheet sheet, SubmittedFile file) {
        return sheet.item()
                .material(file.material())
                .map(Material::name)
                .or(
                        () ->
                                Optional.ofNullable(sheet.item().fileFields().get(file.material()))
                                        .map(field -> field.label()))
                .map(name -> name + "：")
                .orElse("");
    }

    private static List<IntakePage.Row> rows(
            Checklist check, SheetViews views, ErrorSummary errors, StaffDay.Now now) {
        var rows = new ArrayList<IntakePage.Row>();
        for (var material : check.materials()) {
            var mark = Checklist.markName(material);
            var reason = Checklist.reasonName(material);
            var files = check.sheet().filesOf(material.key());
            rows.add(
                    new IntakePage.Row(
                            material.key(),
                            material.name(),
                            String.join("；", material.checks()),
                            note(check, material, views, now),
                            files.stream()
                                    .map(
                                            file ->
                                                    file.mediaType().startsWith("image/")
                                                            ? new Link(
                                                                    file.name(),
                                                                    "#f-" + file.fileNo())
                                                            : views.link(file))
                                    .toList(),
                            mark,
                            check.mark(material),
                            reason,
                            check.reason(material),
                            errors.at(mark).isEmpty() ? errors.at(reason) : errors.at(mark),
                            rows.isEmpty(),
                            check.mayFollow(material)));
        }
        return rows;
    }

    /** Why there is no file, where there is none. */
    private static String note(
            Checklist check, Material material, SheetViews views, StaffDay.Now now) {
        if (views.isOnPaper(material.key())) return now.say("review.on-paper");
        if (!check.sheet().filesOf(material.key()).isEmpty()) return views.kept(material.key());
        if (check.promised(material)) {
            return now.say(
                    check.isVouched(material) ? "desk.check.vouched" : "desk.check.promised");
        }
        return now.say(
                material.isRequired() ? "desk.check.no-file" : "desk.check.no-file.optional");
    }

    /** Asked only where some paper may follow. */
    private static List<FieldView> signed(Checklist check, ErrorSummary errors, StaffDay.Now now) {
        if (check.materials().stream().noneMatch(check::mayFollow)) return List.of();
        return List.of(
                FieldView.of(FieldKind.CHOICES, Checklist.SIGNED, now.say("desk.check.signed"))
                        .options(List.of(new Option("yes", now.say("desk.check.signed.yes"))))
                        .optional()
                        .value(check.signedHere() ? "yes" : "")
                        .error(errors));
    }

    private static List<FieldView> refusal(Checklist check, ErrorSummary errors, StaffDay.Now now) {
        var grounds =
                Arrays.stream(Act.NonAcceptance.values())
                        .map(ground -> new Option(ground.name(), Checklist.ground(ground, now)))
                        .toList();
        return List.of(
                FieldView.of(FieldKind.CHOICE, "ground", now.say("desk.ground"))
                        .options(grounds)
                        .value(check.at("ground"))
                        .error(errors),
                FieldView.of(FieldKind.LONGTEXT, "reason", now.say("desk.reason"))
                        .maxLength(LONGEST)
                        .value(check.at("reason"))
                        .error(errors),
                FieldView.text("competentOffice", now.say("desk.competent-office"))
                        .optional()
                        .hint(now.say("desk.competent-office.hint"))
                        .value(check.at("competentOffice"))
                        .error(errors));
    }
}
