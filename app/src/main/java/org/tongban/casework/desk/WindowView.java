package org.tongban.casework.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.casework.Act;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.Evidence;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.draft.Filled;
import org.tongban.casework.draft.ItemFields;
import org.tongban.casework.staff.StaffDay;
import org.tongban.casework.staff.TakenFiles;
import org.tongban.casework.words.EvidenceWords;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Tag;

/** Draws a draft of the window: what of the item applies by the answers so far, on one page. */
@Component
class WindowView {

    private static final String SCANS = "image/*,application/pdf";

    private static final ItemFields.Naming NAMING =
            new ItemFields.Naming() {
                @Override
                public String id(String key) {
                    return WindowBoxes.field(key);
                }

                @Override
                public String name(String key) {
                    return WindowBoxes.field(key);
                }
            };

    private final Catalogue catalogue;
    private final WindowDrafts drafts;
    private final WindowPromises promises;

    WindowView(Catalogue catalogue, WindowDrafts drafts, WindowPromises promises) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.promises = promises;
    }

    WindowPage page(
            WindowDraft draft,
            Map<String, Evidence> evidence,
            Map<String, List<WindowPage.Kept>> kept,
            String path,
            ErrorSummary errors,
            StaffDay.Now now) {
        var filled =
                Filled.of(
                        catalogue.version(draft.itemKey(), draft.itemVersion()).definition(),
                        evidence);
        var item = catalogue.version(draft.itemKey(), draft.itemVersion()).definition();
        var facts = ApplicationCheck.facts(draft.applicant());
        var situation = ApplicationCheck.answered(item, draft.situation());
        var read =
                FormCheck.check(
                        item, draft.typed(), situation, facts, now.place().offeredRegions());
        var applies = Applicability.of(item, situation, read.values(), facts);
        var form =
                item.form().stream()
                        .map(
                                part ->
                                        group(
                                                part.page(),
                                                applies.of(part),
                                                draft,
                                                filled,
                                                errors,
                                                now))
                        .filter(group -> !group.parts().isEmpty())
                        .toList();
        return new WindowPage(
                item.name(),
                errors,
                ApplicantBoxes.drawn(draft.applicant(), item, now).stream()
                        .map(box -> box.error(errors))
                        .toList(),
                item.questions().stream()
                        .map(q -> question(q, situation.getOrDefault(q.key(), "")).error(errors))
                        .toList(),
                form,
                materials(draft, item, applies.materials(), evidence, kept, errors, now),
                delivery(draft, now),
                path,
                path + "/save");
    }

    private WindowPage.Group group(
            String title,
            List<ItemDefinition.Field> fields,
            WindowDraft draft,
            Map<String, Filled> filled,
            ErrorSummary errors,
            StaffDay.Now now) {
        return new WindowPage.Group(
                title,
                fields.stream()
                        .map(
                                field ->
                                        ItemFields.part(
                                                        field,
                                                        draft.typed(),
                                                        NAMING,
                                                        one -> field(one, draft, filled, now),
                                                        number -> link(draft, number),
                                                        now.texts())
                                                .error(errors))
                        .toList(),
                fields.stream().map(ItemDefinition.Field::key).toList());
    }

    /** By name; what lies with a window's draft is read once it is a case. */
    private Optional<Link> link(WindowDraft draft, String number) {
        return drafts.files(draft.id()).stream()
                .filter(file -> file.fileNo().toString().equals(number))
                .findFirst()
                .map(file -> new Link(file.name(), ""));
    }

    private static FieldView question(ItemDefinition.Question question, String answer) {
        return FieldView.of(FieldKind.CHOICE, WindowBoxes.question(question.key()), question.text())
                .options(ItemFields.options(question.choices()))
                .value(answer);
    }

    private static FieldView field(
            ItemDefinition.Field field,
            WindowDraft draft,
            Map<String, Filled> filled,
            StaffDay.Now now) {
        var typed = draft.typed().getOrDefault(field.key(), List.of());
        var said = filled.get(field.key());
        var known = said != null ? said.value() : known(field, draft);
        var taken = !known.isEmpty() && typed.stream().allMatch(String::isBlank);
        var source =
                said != null
                        ? now.say("apply.source.certificate", said.from())
                        : now.say("desk.new.source");
        return ItemFields.of(
                        field,
                        WindowBoxes.field(field.key()),
                        taken ? List.of(known) : typed,
                        now.place().offeredRegions())
                .autocomplete("")
                .source(taken || (said != null && typed.equals(List.of(known))) ? source : "");
    }

    /** What the clerk has written of the applicant already, where a field asks for it again. */
    private static String known(ItemDefinition.Field field, WindowDraft draft) {
        return Optional.ofNullable(field.prefill())
                .map(path -> path.replaceFirst("^applicant\\.", ""))
                .map(ApplicationCheck.facts(draft.applicant())::get)
                .orElse("");
    }

    private List<WindowPage.Material> materials(
            WindowDraft draft,
            ItemDefinition item,
            List<ItemDefinition.Material> materials,
            Map<String, Evidence> evidence,
            Map<String, List<WindowPage.Kept>> kept,
            ErrorSummary errors,
            StaffDay.Now now) {
        var files = drafts.files(draft.id());
        return materials.stream()
                .map(
                        material ->
                                new WindowPage.Material(
                                        material.key(),
                                        material.name(),
                                        String.join("；", material.checks()),
                                        material.isRequired(),
                                        Optional.ofNullable(evidence.get(material.key()))
                                                .map(one -> known(one, now)),
                                        filesOf(material, files),
                                        upload(material, now).error(errors),
                                        draft.onPaper().contains(material.key()),
                                        kept.getOrDefault(material.key(), List.of()),
                                        promises.offered(draft, item, material, errors, now)))
                .toList();
    }

    /** What the house knows itself, in the words that the applicant would read. */
    private static WindowPage.Known known(Evidence evidence, StaffDay.Now now) {
        var words = new EvidenceWords(now.texts());
        return switch (evidence) {
            case Evidence.Found found ->
                    new WindowPage.Known(
                            Tag.got(now.say("apply.evidence.found")), words.brief(found));
            case Evidence.OutOfReach unreached ->
                    new WindowPage.Known(
                            Tag.soon(now.say("apply.evidence.out-of-reach")),
                            words.outOfReach(unreached));
            case Evidence.Spoilt spoilt ->
                    spoilt.fault().stops()
                            ? new WindowPage.Known(
                                    Tag.stop(now.say("apply.evidence.bars")), words.barring(spoilt))
                            : new WindowPage.Known(
                                    Tag.soon(now.say("apply.materials.required")),
                                    words.expired(spoilt));
        };
    }

    private static List<WindowPage.File> filesOf(
            ItemDefinition.Material material, List<SubmittedFile> files) {
        return files.stream()
                .filter(file -> file.material().equals(material.key()))
                .map(file -> new WindowPage.File(file.name(), file.fileNo().toString()))
                .toList();
    }

    private static FieldView upload(ItemDefinition.Material material, StaffDay.Now now) {
        return FieldView.of(
                        FieldKind.FILE, TakenFiles.BOX + material.key(), now.say("desk.new.scan"))
                .optional()
                .files(SCANS, false, true);
    }

    private static FieldView delivery(WindowDraft draft, StaffDay.Now now) {
        return FieldView.of(FieldKind.CHOICE, WindowBoxes.DELIVERY, now.say("review.delivery"))
                .options(
                        List.of(
                                way(Act.DeliveryWay.WINDOW, now),
                                way(Act.DeliveryWay.ELECTRONIC, now)))
                .value(draft.delivery().name());
    }

    private static Option way(Act.DeliveryWay way, StaffDay.Now now) {
        return new Option(way.name(), now.words().delivery(way));
    }
}
