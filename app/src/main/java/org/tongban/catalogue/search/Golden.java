package org.tongban.catalogue.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions in everyday language with the items that answer them, by which the search of a place is
 * measured.
 */
public record Golden(List<Asked> questions) {

    private static final String NONE = "none";

    public Golden {
        questions = List.copyOf(questions);
    }

    /**
     * A question.
     *
     * @param answers keys of the items that answer it; empty when the place has none
     * @param heldOut whether nobody may look at it while the search is tuned
     */
    public record Asked(String question, List<String> answers, boolean heldOut) {
        public Asked {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Reads a file of lines with three columns: question, answers parted by commas or the word
     * none, and tune or held.
     *
     * @throws IOException when it cannot be read or a line is not of that form
     */
    public static Golden read(Path file) throws IOException {
        var questions = new ArrayList<Asked>();
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.startsWith("#") || line.startsWith("question\t") || line.isBlank()) continue;
            var columns = line.split("\t", -1);
            if (columns.length != 3) {
                throw new IOException(file + ":" + number + ": three columns are wanted");
            }
            questions.add(
                    new Asked(
                            columns[0],
                            columns[1].equals(NONE)
                                    ? List.of()
                                    : List.of(columns[1].split(",", -1)),
                            columns[2].equals("held")));
        }
        return new Golden(questions);
    }

    /** One half of the questions. */
    public Golden half(boolean heldOut) {
        return new Golden(questions.stream().filter(q -> q.heldOut() == heldOut).toList());
    }
}
