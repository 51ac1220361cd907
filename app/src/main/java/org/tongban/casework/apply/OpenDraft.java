package org.tongban.casework.apply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.Evidence;
import org.tongban.casework.Pledge;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.draft.Draft;
import org.tongban.casework.draft.SentRows;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FormPage;
import org.tongban.catalogue.PublishedItem;
import org.tongban.crypto.Sm3;
import org.tongban.directory.Place;
import org.tongban.web.Link;

/**
 * A draft that has not been sent, with the version of the item it was begun under and what of that
 * applies to it.
 *
 * @param pages those of the form that ask something of this applicant
 * @param place by which regions are named
 * @param evidence what the office can say of materials itself, by key, at this moment
 */
record OpenDraft(
        Draft draft,
        PublishedItem item,
        FormCheck.Checked checked,
        Applicability applies,
        List<FormPage> pages,
        List<SubmittedFile> files,
        Place place,
        Map<String, Evidence> evidence) {

    static OpenDraft of(
            Draft draft,
            PublishedItem item,
            List<SubmittedFile> files,
            Place place,
            Map<String, Evidence> evidence) {
        var definition = item.definition();
        var facts = ApplicationCheck.facts(draft.applicant());
        var situation = ApplicationCheck.answered(definition, draft.situation());
        var checked =
                FormCheck.check(
                        definition, draft.typed(), situation, facts, place.offeredRegions());
        var applies = Applicability.of(definition, situation, checked.values(), facts);
        var pages = definition.form().stream().filter(page -> !applies.of(page).isEmpty()).toList();
        return new OpenDraft(draft, item, checked, applies, pages, files, place, evidence);
    }

    ItemDefinition definition() {
        return item.definition();
    }

    UUID id() {
        return draft.id();
    }

    String path() {
        return "/drafts/" + draft.id();
    }

    /** The address of a page of the form, counted from 1. */
    String formPath(int number) {
        return path() + "/form/" + number;
    }

    Optional<FormPage> page(int number) {
        return number >= 1 && number <= pages.size()
                ? Optional.of(pages.get(number - 1))
                : Optional.empty();
    }

    List<Field> fields(FormPage page) {
        return applies.of(page);
    }

    List<String> typed(Field field) {
        return draft.typed().getOrDefault(field.key(), List.of());
    }

    /** A file of the draft by its number; that of a paper sent before has no address here. */
    Optional<Link> link(String number) {
        return files.stream()
                .filter(file -> file.fileNo().toString().equals(number))
                .findFirst()
                .map(file -> new Link(file.name(), path() + "/files/" + number));
    }

    /** As it is compared: of a group all that was typed into its rows. */
    Object stored(Field field) {
        return field.isGroup() ? FormRows.of(field, draft.typed()) : typed(field);
    }

    /** The same draft with other answers. */
    OpenDraft with(Map<String, List<String>> typed, String tab) {
        return of(draft.with(typed, tab), item, files, place, evidence);
    }

    /** The answers with those of one page put in place of the stored ones. */
    Map<String, List<String>> merged(FormPage page, Map<String, List<String>> sent) {
        return SentRows.merged(draft.typed(), fields(page), sent, FieldViews::name);
    }

    /** A fingerprint of the stored answers of a page, by which a stale tab is known. */
    String mark(FormPage page) {
        var text = new StringBuilder();
        page.fields().forEach(field -> text.append(stored(field)).append('\u001f'));
        return Sm3.hex(text.toString()).substring(0, 16);
    }

    /** Whether everything asked on a page is answered and right. */
    boolean isComplete(FormPage page) {
        var keys = page.fields().stream().map(Field::key).toList();
        return checked.faults().stream().noneMatch(fault -> keys.contains(fault.asked()));
    }

    List<SubmittedFile> filesOf(String material) {
        return files.stream().filter(file -> file.material().equals(material)).toList();
    }

    /** What is promised for materials that are asked for and have not come. */
    List<Pledge> pledges() {
        return draft.pledges().stream()
                .filter(p -> filesOf(p.material()).isEmpty())
                .filter(
                        p ->
                                applies.materials().stream()
                                        .anyMatch(m -> m.key().equals(p.material())))
                .toList();
    }

    /** Required materials without a file and without a promise. */
    List<ItemDefinition.Material> missingMaterials() {
        return applies.materials().stream()
                .filter(ApplicationCheck::mustBeUploaded)
                .filter(material -> filesOf(material.key()).isEmpty())
                .filter(material -> draft.pledge(material.key()).isEmpty())
                .filter(material -> found(material).isEmpty())
                .toList();
    }

    /** What the office gets itself for a material, unless the applicant has brought a file. */
    Optional<Evidence.Found> found(ItemDefinition.Material material) {
        return evidence.get(material.key()) instanceof Evidence.Found found
                        && filesOf(material.key()).isEmpty()
                ? Optional.of(found)
                : Optional.empty();
    }

    /** Materials that the office gets itself. */
    List<ItemDefinition.Material> fetched() {
        return applies.materials().stream().filter(m -> found(m).isPresent()).toList();
    }

    /** Materials of which a register would know that cannot be asked at the moment. */
    List<ItemDefinition.Material> outOfReach() {
        return applies.materials().stream()
                .filter(m -> evidence.get(m.key()) instanceof Evidence.OutOfReach)
                .toList();
    }

    /** What was found and does not hold, of what is asked for. */
    Optional<Evidence.Spoilt> spoilt(ItemDefinition.Material material) {
        return evidence.get(material.key()) instanceof Evidence.Spoilt spoilt
                ? Optional.of(spoilt)
                : Optional.empty();
    }

    /** What stops the application whatever is uploaded: somebody in office took it back. */
    List<Evidence.Spoilt> barring() {
        return applies.materials().stream()
                .flatMap(material -> spoilt(material).stream())
                .filter(spoilt -> spoilt.fault().stops())
                .toList();
    }
}
