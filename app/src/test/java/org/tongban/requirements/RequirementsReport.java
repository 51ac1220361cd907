package org.tongban.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes into docs/requirements.md which tests carry each requirement, from the tags of the tests
 * that ran and passed. The classes of a run are shared out to several processes: each leaves a slip
 * when it ends, and puts the slips of its run together, so that the last one to end writes the
 * whole page. A run of single classes leaves the page alone.
 */
public final class RequirementsReport implements TestExecutionListener {

    private static final Pattern ID = Pattern.compile("[A-H]\\d{1,2}");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-H]\\d{1,2}) \\|");
    private static final String BEGIN = "<!-- written by the test run: begin -->";
    private static final String END = "<!-- written by the test run: end -->";

    private static final ConcurrentMap<String, Set<String>> CARRIED_BY = new ConcurrentHashMap<>();
    private static final AtomicBoolean WRITER_WAITS = new AtomicBoolean();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            return;
        }
        for (var tag : test.getTags()) {
            if (ID.matcher(tag.getName()).matches()) {
                CARRIED_BY
                        .computeIfAbsent(tag.getName(), _ -> new ConcurrentSkipListSet<>())
                        .add(nameOf(test));
            }
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        // A process is given one class after the other, each a plan of its own.
        if (System.getProperty("test") == null && WRITER_WAITS.compareAndSet(false, true)) {
            Runtime.getRuntime().addShutdownHook(new Thread(RequirementsReport::write));
        }
    }

    private static void write() {
        if (CARRIED_BY.isEmpty()) {
            return;
        }
        var root = Path.of(System.getProperty("tongban.root", ".."));
        var page = root.resolve("docs").resolve("requirements.md");
        try {
            var carried = Slips.in(root.resolve("app/target/requirements")).add(CARRIED_BY);
            var text = Files.readString(page);
            var written =
                    text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                            + "\n\n"
                            + table(text, carried)
                            + "\n"
                            + text.substring(text.indexOf(END));
            if (!written.equals(text)) {
                Files.writeString(page, written);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String table(String page, Map<String, Set<String>> carried) {
        var rows = new TreeMap<String, String>(Comparator.comparing(RequirementsReport::sortKey));
        ROW.matcher(page.substring(0, page.indexOf(BEGIN)))
                .results()
                .forEach(
                        row ->
                                rows.put(
                                        row.group(1),
                                        carriers(carried.getOrDefault(row.group(1), Set.of()))));
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

    private static String carriers(Set<String> tests) {
        return tests.isEmpty() ? "none yet" : "`" + String.join("`, `", new TreeSet<>(tests)) + "`";
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
