package org.tongban.packages.visits;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Officer;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.staff.TakenFiles;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.WholeState;
import org.tongban.packages.later.SentParts;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Texts;

/** Puts joint visits into words: for offices with what they can do next, for whoever applied. */
@Component
public class VisitView {

    private final JointVisits visits;
    private final GoTogether together;
    private final SentParts sent;
    private final Directory directory;

    VisitView(JointVisits visits, GoTogether together, SentParts sent, Directory directory) {
        this.visits = visits;
        this.together = together;
        this.sent = sent;
        this.directory = directory;
    }

    /** What whoever applied is told: when which offices come, together and once. */
    public List<String> told(PackageCase whole, Texts texts) {
        var runs = whole.state() == WholeState.RUNNING;
        return visits.of(whole.id()).stream()
                .filter(visit -> visit.held().isPresent() || (runs && !visit.isCalledOff()))
                .map(
                        visit ->
                                texts.localize(
                                        visit.held().isPresent()
                                                ? "packages.visit.held"
                                                : "packages.visit.planned",
                                        day(visit, texts),
                                        visit.site(),
                                        String.join(
                                                "、",
                                                visit.offices().stream()
                                                        .map(one -> agency(one.agency()))
                                                        .distinct()
                                                        .toList())))
                .toList();
    }

    /** The page of offices. */
    VisitsPage page(
            PackageCase whole,
            StaffPrincipal staff,
            VisitForm form,
            ErrorSummary errors,
            String path,
            Texts texts) {
        var own = together.own(whole, staff);
        var all = visits.of(whole.id());
        var free = all.stream().noneMatch(JointVisit::isPlanned) && !own.isEmpty();
        return new VisitsPage(
                sent.pack(whole).name(),
                new Link(whole.no(), "/staff/packages/cases/" + whole.no()),
                all.stream()
                        .map(visit -> one(visit, whole, own, staff, form, errors, path, texts))
                        .toList(),
                free ? plan(form, errors, texts) : List.of(),
                free ? own.getFirst().key() : "",
                path,
                errors);
    }

    private VisitsPage.One one(
            JointVisit visit,
            PackageCase whole,
            List<PackageCase.Part> own,
            StaffPrincipal staff,
            VisitForm form,
            ErrorSummary errors,
            String path,
            Texts texts) {
        return new VisitsPage.One(
                texts.localize(
                        visit.isCalledOff()
                                ? "visits.one.off"
                                : visit.held().isPresent() ? "visits.one.held" : "visits.one",
                        day(visit, texts),
                        visit.site(),
                        visit.askedByName()),
                visit.offices().stream().map(one -> office(one, whole, texts)).toList(),
                visit.held()
                        .map(held -> texts.localize("visits.record", held.by(), held.record()))
                        .orElse(""),
                visit.files().stream()
                        .map(
                                file ->
                                        new Link(
                                                file.name(),
                                                path
                                                        + "/"
                                                        + visit.id()
                                                        + "/files/"
                                                        + file.fileNo()))
                        .toList(),
                visit.isCalledOff()
                        ? List.of()
                        : steps(visit, own, staff, form, errors, path, texts));
    }

    private String office(JointVisit.Office one, PackageCase whole, Texts texts) {
        return texts.localize(
                one.takenBy().isPresent() ? "visits.office.taken" : "visits.office",
                agency(one.agency()),
                String.join("、", one.officers().stream().map(Officer::shortly).toList()),
                whole.part(one.part()).map(PackageCase.Part::name).orElse(one.part()),
                one.takenBy().orElse(""));
    }

    private List<VisitsPage.Step> steps(
            JointVisit visit,
            List<PackageCase.Part> own,
            StaffPrincipal staff,
            VisitForm form,
            ErrorSummary errors,
            String path,
            Texts texts) {
        var steps = new ArrayList<VisitsPage.Step>();
        var action = path + "/" + visit.id();
        var joined = own.stream().filter(part -> visit.office(part.key()).isPresent()).toList();
        if (visit.isPlanned()) {
            own.stream()
                    .filter(part -> visit.office(part.key()).isEmpty())
                    .forEach(part -> steps.add(join(part, action, form, errors, texts)));
            joined.stream()
                    .findFirst()
                    .filter(_ -> visit.isJoint())
                    .ifPresent(part -> steps.add(record(part, action, form, errors, texts)));
            if (visit.askedBy().equals(staff.staffId())) {
                steps.add(
                        new VisitsPage.Step(
                                texts.localize("visits.call-off"),
                                action,
                                "call-off",
                                "",
                                texts.localize("visits.call-off.do"),
                                List.of()));
            }
            return steps;
        }
        joined.stream()
                .filter(part -> visit.office(part.key()).orElseThrow().takenBy().isEmpty())
                .forEach(part -> steps.add(take(part, action, staff, form, errors, texts)));
        return steps;
    }

    private VisitsPage.Step join(
            PackageCase.Part part,
            String action,
            VisitForm form,
            ErrorSummary errors,
            Texts texts) {
        return new VisitsPage.Step(
                texts.localize("visits.join", part.name()),
                action,
                "join",
                part.key(),
                texts.localize("visits.join.do"),
                List.of(
                        officers(VisitForm.officersOf(part.key()), texts)
                                .value(form.isAbout(part.key()) ? form.officers() : "")
                                .error(errors)));
    }

    private static VisitsPage.Step record(
            PackageCase.Part part,
            String action,
            VisitForm form,
            ErrorSummary errors,
            Texts texts) {
        return new VisitsPage.Step(
                texts.localize("visits.write"),
                action,
                "record",
                part.key(),
                texts.localize("visits.write.do"),
                List.of(
                        FieldView.of(
                                        FieldKind.DATE,
                                        VisitForm.HELD_ON,
                                        texts.localize("visits.held"))
                                .value(form.heldOn())
                                .error(errors),
                        FieldView.of(
                                        FieldKind.LONGTEXT,
                                        VisitForm.RECORD,
                                        texts.localize("visits.what"))
                                .hint(texts.localize("visits.what.hint"))
                                .maxLength(VisitForm.LONGEST_RECORD)
                                .value(form.record())
                                .error(errors),
                        FieldView.of(
                                        FieldKind.FILE,
                                        TakenFiles.BOX + SubmittedFile.VISIT,
                                        texts.localize("visits.pictures"))
                                .hint(texts.localize("visits.pictures.hint"))
                                .optional()
                                .files("image/*,application/pdf", true, true)
                                .error(errors)));
    }

    private VisitsPage.Step take(
            PackageCase.Part part,
            String action,
            StaffPrincipal staff,
            VisitForm form,
            ErrorSummary errors,
            Texts texts) {
        var fields = new ArrayList<FieldView>();
        together.waiting(part, staff)
                .ifPresent(
                        step ->
                                fields.add(
                                        FieldView.of(
                                                        FieldKind.YESNO,
                                                        VisitForm.PASSES,
                                                        texts.localize("visits.passes", step))
                                                .id(VisitForm.passesOf(part.key()))
                                                .value(
                                                        form.isAbout(part.key())
                                                                ? form.passes()
                                                                : "")
                                                .error(errors)));
        return new VisitsPage.Step(
                texts.localize("visits.take", part.name()),
                action,
                "take",
                part.key(),
                texts.localize("visits.take.do"),
                fields);
    }

    private static List<FieldView> plan(VisitForm form, ErrorSummary errors, Texts texts) {
        return List.of(
                FieldView.of(FieldKind.DATE, VisitForm.ON, texts.localize("visits.on"))
                        .value(form.on())
                        .error(errors),
                FieldView.text(VisitForm.SITE, texts.localize("visits.site"))
                        .maxLength(VisitForm.LONGEST_SITE)
                        .value(form.site())
                        .error(errors),
                officers(VisitForm.OFFICERS, texts).value(form.officers()).error(errors));
    }

    private static FieldView officers(String id, Texts texts) {
        return FieldView.text(VisitForm.OFFICERS, texts.localize("visits.officers"))
                .id(id)
                .hint(texts.localize("visits.officers.hint"))
                .autocomplete("off");
    }

    private static String day(JointVisit visit, Texts texts) {
        var day = visit.held().map(JointVisit.Held::on).orElse(visit.plannedOn());
        return new Dates(texts.locale()).fullDay(day);
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::shortName).orElse(key);
    }
}
