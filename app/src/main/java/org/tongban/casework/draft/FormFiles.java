package org.tongban.casework.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongban.casework.SubmittedFile;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.web.ChosenFiles;
import org.tongban.web.Texts;

/** Takes the files that come with a page of the form, and writes their numbers into its answers. */
@Component
public class FormFiles {

    /** Before the key of a question: the name of its box. */
    static final String BOX = "u.";

    private final Uploads uploads;
    private final Drafts drafts;

    FormFiles(Uploads uploads, Drafts drafts) {
        this.uploads = uploads;
        this.drafts = drafts;
    }

    /**
     * What came of it.
     *
     * @param typed the answers with the numbers of what was taken
     * @param faults in words, by the key of the question
     */
    public record Taken(Map<String, List<String>> typed, Map<String, String> faults) {}

    /** Whether a page has boxes for files. */
    public static boolean areAskedFor(List<Field> fields) {
        return fields.stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.fields().stream()))
                .anyMatch(field -> field.type() == FieldType.FILE);
    }

    /** Every question with files among some fields, with those of the rows that are there. */
    static List<Field> boxes(List<Field> fields, Map<String, List<String>> typed) {
        return fields.stream()
                .flatMap(
                        field ->
                                field.isGroup()
                                        ? IntStream.range(0, FormRows.opened(field, typed))
                                                .boxed()
                                                .flatMap(row -> FormRows.cells(field, row).stream())
                                        : Stream.of(field))
                .filter(field -> field.type() == FieldType.FILE)
                .toList();
    }

    /** Stores what was chosen; what is right is kept beside what is wrong. */
    public Taken take(
            UUID draftId,
            List<Field> fields,
            Map<String, List<String>> typed,
            HttpServletRequest request,
            Texts texts) {
        var answers = new LinkedHashMap<>(typed);
        var faults = new LinkedHashMap<String, String>();
        for (var field : boxes(fields, typed)) {
            var chosen = ChosenFiles.in(request, BOX + field.key());
            if (chosen.isEmpty()) continue;
            var under = ItemDefinition.filesUnder(field.key());
            var before = numbers(draftId, under);
            uploads.take(draftId, under, chosen, texts)
                    .ifPresent(fault -> faults.put(field.key(), fault));
            var all = new ArrayList<>(answers.getOrDefault(field.key(), List.of()));
            numbers(draftId, under).stream().filter(no -> !before.contains(no)).forEach(all::add);
            answers.put(field.key(), List.copyOf(all));
        }
        return new Taken(answers, faults);
    }

    /** Takes out of the draft what no answer names any more: of a row that was taken away. */
    public void tidy(UUID draftId, ItemDefinition item, Map<String, List<String>> typed) {
        var named = typed.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        var under = item.fileFields().keySet();
        drafts.files(draftId).stream()
                .filter(file -> under.contains(file.material()))
                .filter(file -> !named.contains(file.fileNo().toString()))
                .forEach(file -> drafts.removeFile(draftId, file.fileNo()));
    }

    private List<String> numbers(UUID draftId, String under) {
        return drafts.files(draftId).stream()
                .filter(file -> file.material().equals(under))
                .map(SubmittedFile::fileNo)
                .map(UUID::toString)
                .toList();
    }
}
