package org.tongban.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the folder {@code law/} says: every requirement and every open question, by id. Which files
 * belong to it stands in the table of {@code law/README.md}, for a folder inside a jar cannot be
 * listed.
 */
public final class LawIndex {

    private static final String CONTENTS = "/law/README.md";
    private static final String QUESTIONS = "/law/questions.md";
    private static final Pattern QUESTION = Pattern.compile("##\\s+(Q-\\d{3})[:\\s]+(.+)");

    private final Map<String, Requirement> requirements = new LinkedHashMap<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();

    private LawIndex() {}

    /**
     * Reads the folder from the classpath.
     *
     * @throws IllegalArgumentException when a listed file is missing, a requirement or a question
     *     stands twice, or a status is neither of the two
     */
    public static LawIndex read() {
        var index = new LawIndex();
        for (var file : files()) {
            index.addRequirements(file);
        }
        index.addQuestions();
        return index;
    }

    /** The files listed in the table of contents, as names on the classpath. */
    public static List<String> files() {
        return MarkdownTable.rows(CONTENTS, "Contents").stream()
                .map(row -> "/law/" + cell(row, "file"))
                .toList();
    }

    /** Every requirement, in the order of the table of contents and of the files. */
    public List<Requirement> requirements() {
        return List.copyOf(requirements.values());
    }

    /** The requirement of that id, if the folder tells it. */
    public Optional<Requirement> requirement(String id) {
        return Optional.ofNullable(requirements.get(id));
    }

    /** Every open question, in the order of the file. */
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    /** The question of that id, such as {@code Q-007}, if it was asked. */
    public Optional<Question> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    private void addRequirements(String file) {
        for (var row : MarkdownTable.rows(file, "Requirements")) {
            var requirement =
                    new Requirement(
                            cell(row, "id"),
                            cell(row, "requirement"),
                            Requirement.Status.of(cell(row, "status")),
                            file);
            if (requirements.put(requirement.id(), requirement) != null) {
                throw new IllegalArgumentException(requirement.id() + " stands twice in law/");
            }
        }
    }

    private void addQuestions() {
        var found = new ArrayList<Question>();
        MarkdownTable.text(QUESTIONS)
                .lines()
                .map(QUESTION::matcher)
                .filter(matcher -> matcher.matches())
                .forEach(matcher -> found.add(new Question(matcher.group(1), matcher.group(2))));
        for (var question : found) {
            if (questions.put(question.id(), question) != null) {
                throw new IllegalArgumentException(question.id() + " stands twice in law/");
            }
        }
    }

    /** A cell by column name, without the backquotes that set ids and file names apart. */
    private static String cell(Map<String, String> row, String column) {
        var cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException(
                    "The table with the columns %s has no column '%s'"
                            .formatted(row.keySet(), column));
        }
        return cell.replace("`", "");
    }
}
