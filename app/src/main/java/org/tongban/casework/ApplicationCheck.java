package org.tongban.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.casework.engine.AfterCheck;
import org.tongban.casework.engine.Tolerance;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.FieldFault;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.catalogue.ItemDefinition.MaterialForm;
import org.tongban.catalogue.ItemDefinition.Question;
import org.tongban.catalogue.PublishedItem;
import org.tongban.directory.OfferedRegions;
import org.tongban.law.LegalBasis;

/**
 * Whether an application can be handed in: one rule for the page, the window and the interface.
 * Asks for nothing that the item's guide does not name. Pure.
 */
@LegalBasis("licensing/31")
public final class ApplicationCheck {

    /** What the check came to. */
    public sealed interface Verdict {

        /** What of the item applies, as far as it was answered. */
        Applicability applies();
    }

    /** Can be handed in as it is. */
    public record Complete(PrivatePart content, Applicability applies) implements Verdict {

        /** Keys of the item's steps whose conditions hold. */
        public Set<String> applicable() {
            return keys(applies);
        }
    }

    /**
     * Cannot be handed in yet; everything that is in the way, at once.
     *
     * @param fields in the order of the form
     * @param questions of the situation that are unanswered, or answered with no choice of theirs
     * @param materials required ones without a file
     * @param audienceAllowed whether this kind of applicant may apply at all
     */
    public record Incomplete(
            List<FieldFault> fields,
            List<Question> questions,
            List<Material> materials,
            boolean audienceAllowed,
            Applicability applies)
            implements Verdict {
        public Incomplete {
            fields = List.copyOf(fields);
            questions = List.copyOf(questions);
            materials = List.copyOf(materials);
        }
    }

    private ApplicationCheck() {}

    /**
     * Checks everything.
     *
     * @param situation answers by question key; keys the item does not have are dropped
     * @param typed the form's answers as typed, by field key
     * @param files handed in, of whatever material
     * @param regions that answers can name
     */
    public static Verdict check(
            PublishedItem item,
            Applicant applicant,
            Map<String, String> situation,
            Map<String, List<String>> typed,
            List<SubmittedFile> files,
            OfferedRegions regions) {
        return check(item, applicant, situation, typed, files, List.of(), Set.of(), regions);
    }

    /**
     * Checks everything, where some papers are promised, vouched for or fetched instead of handed
     * in.
     *
     * @param pledges only those that the item admits count
     * @param fetched keys of the materials that the office gets itself
     */
    public static Verdict check(
            PublishedItem item,
            Applicant applicant,
            Map<String, String> situation,
            Map<String, List<String>> typed,
            List<SubmittedFile> files,
            List<Pledge> pledges,
            Set<String> fetched,
            OfferedRegions regions) {
        var answers = checkAnswers(item, applicant, situation, only(typed, item, files), regions);
        var delivered = files.stream().map(SubmittedFile::material).collect(Collectors.toSet());
        var missing =
                answers.applies().materials().stream()
                        .filter(ApplicationCheck::mustBeUploaded)
                        .filter(material -> !delivered.contains(material.key()))
                        .filter(material -> !fetched.contains(material.key()))
                        .filter(material -> !isPromised(item.definition(), material, pledges))
                        .toList();
        return switch (answers) {
            case Complete complete ->
                    missing.isEmpty()
                            ? complete
                            : new Incomplete(
                                    List.of(), List.of(), missing, true, answers.applies());
            case Incomplete found ->
                    new Incomplete(
                            found.fields(),
                            found.questions(),
                            missing,
                            found.audienceAllowed(),
                            answers.applies());
        };
    }

    /** The answers without numbers of files that do not lie here: those are as good as none. */
    private static Map<String, List<String>> only(
            Map<String, List<String>> typed, PublishedItem item, List<SubmittedFile> files) {
        var under = item.definition().fileFields().keySet();
        if (under.isEmpty()) return typed;
        var here = files.stream().map(file -> file.fileNo().toString()).collect(Collectors.toSet());
        var known = new LinkedHashMap<>(typed);
        known.replaceAll(
                (key, numbers) ->
                        under.contains(ItemDefinition.filesUnder(key))
                                ? numbers.stream().filter(here::contains).toList()
                                : numbers);
        return known;
    }

    /**
     * Checks the answers alone: for corrections, where the office has said which materials it
     * wants.
     */
    public static Verdict checkAnswers(
            PublishedItem item,
            Applicant applicant,
            Map<String, String> situation,
            Map<String, List<String>> typed,
            OfferedRegions regions) {
        var definition = item.definition();
        var answered = answered(definition, situation);
        var facts = facts(applicant);
        var checked = FormCheck.check(definition, typed, answered, facts, regions);
        var applies = Applicability.of(definition, answered, checked.values(), facts);
        var questions =
                definition.questions().stream()
                        .filter(question -> !answered.containsKey(question.key()))
                        .toList();
        var allowed = admits(definition, applicant.kind());
        if (!allowed || !checked.isComplete() || !questions.isEmpty()) {
            return new Incomplete(checked.faults(), questions, List.of(), allowed, applies);
        }
        return new Complete(new PrivatePart(applicant, answered, checked.values()), applies);
    }

    /** Keys of the item's steps whose conditions hold for a content that was checked. */
    public static Set<String> steps(ItemDefinition item, PrivatePart content) {
        return keys(
                Applicability.of(
                        item, content.situation(), content.form(), facts(content.applicant())));
    }

    private static Set<String> keys(Applicability applies) {
        return applies.steps().stream().map(ItemDefinition.Step::key).collect(Collectors.toSet());
    }

    private static boolean isPromised(
            ItemDefinition item, Material material, List<Pledge> pledges) {
        return pledges.stream()
                .filter(pledge -> pledge.material().equals(material.key()))
                .anyMatch(
                        pledge ->
                                switch (pledge.kind()) {
                                    case PAPER_FOLLOWS -> Tolerance.admits(item, material.key());
                                    case FACT_VOUCHED -> AfterCheck.admits(item, material.key());
                                });
    }

    /**
     * Whether a material has to come as a file. Paper alone is brought to the office or sent there;
     * what another agency issued is uploaded like everything else unless it can be fetched.
     */
    public static boolean mustBeUploaded(Material material) {
        return material.isRequired() && material.form() != MaterialForm.PAPER;
    }

    /** Whether a kind of applicant may apply for the item. */
    public static boolean admits(ItemDefinition item, Applicant.Kind kind) {
        return item.audience()
                .contains(
                        switch (kind) {
                            case PERSON -> Audience.PERSON;
                            case FIRM -> Audience.FIRM;
                        });
    }

    /** The answers that are choices of the item's own questions. */
    public static Map<String, String> answered(ItemDefinition item, Map<String, String> situation) {
        var kept = new LinkedHashMap<String, String>();
        for (var question : item.questions()) {
            var answer = situation.get(question.key());
            if (answer != null
                    && question.choices().stream().map(Choice::value).anyMatch(answer::equals)) {
                kept.put(question.key(), answer);
            }
        }
        return kept;
    }

    /** What conditions and prefilled answers see of an applicant; unknown parts are absent. */
    public static Map<String, String> facts(Applicant applicant) {
        var facts = new LinkedHashMap<String, String>();
        switch (applicant.kind()) {
            case PERSON -> {
                facts.put("kind", "person");
                facts.put("idNumber", applicant.number());
            }
            case FIRM -> {
                facts.put("kind", "firm");
                facts.put("creditCode", applicant.number());
            }
        }
        facts.put("name", applicant.name());
        facts.put("mobile", applicant.mobile());
        facts.put("address", applicant.address());
        facts.values().removeIf(String::isBlank);
        return facts;
    }
}
