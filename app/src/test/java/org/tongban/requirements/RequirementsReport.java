package org.tongban.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes into docs/requirements.md which tests carry each requirement, from the tags of the tests
 * that ran and passed. A run of single classes leaves the page alone.
 */
public final class RequirementsReport implements TestExecutionListener {

    private static final Pattern ID = Pattern.compile("[A-H]\\d{1,2}");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-H]\\d{1,2}) \\|");
    private static final String BEGIN = "<!-- written by the test run: begin -->";
    private static final String END = "<!-- written by the test run: end -->";

    private final ConcurrentMap<String, ConcurrentSkipListSet<String>> carriedBy =
            new ConcurrentHashMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            return;
        }
        for (var tag : test.getTags()) {
            if (ID.matcher(tag.getName()).matches()) {
                carriedBy
                        .computeIfAbsent(tag.getName(), _ -> new ConcurrentSkipListSet<>())
                        .add(nameOf(test));
            }
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (System.getProperty("test") != null || carriedBy.isEmpty()) {
            return;
        }
        var page = Path.of(System.getProperty("tongban.root", ".."), "docs", "requirements.md");
        try {
            var text = Files.readString(page);
            var written =
                    text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                            + "\n\n"
                            + table(text)
                            + "\n"
                            + text.substring(text.indexOf(END));
            if (!written.equals(text)) {
                Files.writeString(page, written);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String table(String page) {
        var rows = new TreeMap<String, String>(Comparator.comparing(RequirementsReport::sortKey));
        ROW.matcher(page.substring(0, page.indexOf(BEGIN)))
                .results()
                .forEach(row -> rows.put(row.group(1), carriers(row.group(1))));
        var table = new StringBuilder("| id | carried by |\n|---|---|\n");
        for (Map.Entry<String, String> row : rows.entrySet()) {
            table.append("| ")
                    .append(row.getKey())
                    .append(" | ")
                    .append(row.getValue())
                    .append(" |\n");
        }
        return table.toString();
    }

    private String carriers(String id) {
        var tests = new TreeSet<>(carriedBy.getOrDefault(id, new ConcurrentSkipListSet<>()));
        return tests.isEmpty() ? "none yet" : "`" + String.join("`, `", tests) + "`";
    }

    private static String nameOf(TestIdentifier test) {
        return test.getSource()
                .map(
                        source ->
                                switch (source) {
                                    case MethodSource method ->
                                            simple(method.getClassName())
                                                    + "."
                                                    + method.getMethodName();
                                    case ClassSource type -> simple(type.getClassName());
                                    default -> test.getDisplayName();
                                })
                .orElse(test.getDisplayName());
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static String sortKey(String id) {
        return id.charAt(0) + "%02d".formatted(Integer.parseInt(id.substring(1)));
    }
}
