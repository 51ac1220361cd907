package org.tongban.requirements;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What each process of a test run saw: a file of lines, requirement and test. */
record Slips(Path folder) {

    static Slips in(Path folder) throws IOException {
        return new Slips(Files.createDirectories(folder));
    }

    /**
     * Leaves the slip of this process.
     *
     * @return what the processes of this run that have ended saw together, this one included
     */
    Map<String, Set<String>> add(Map<String, Set<String>> carried) throws IOException {
        try (var door =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = door.lock()) {
            Files.write(folder.resolve(run() + ProcessHandle.current().pid()), lines(carried));
            var together = new TreeMap<String, Set<String>>();
            for (var slip : slips()) {
                if (slip.getFileName().toString().startsWith(run())) {
                    for (var line : Files.readAllLines(slip)) {
                        var parts = line.split(" ", 2);
                        together.computeIfAbsent(parts[0], _ -> new TreeSet<>()).add(parts[1]);
                    }
                } else {
                    // Of a run before.
                    Files.delete(slip);
                }
            }
            return together;
        }
    }

    /** The build's own moment, the same for all processes of one run. */
    private static String run() {
        return "run-" + System.getProperty("tongban.run", "alone") + "-";
    }

    private List<Path> slips() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("run-")).toList();
        }
    }

    private static List<String> lines(Map<String, Set<String>> carried) {
        var lines = new ArrayList<String>();
        carried.forEach((id, tests) -> tests.forEach(test -> lines.add(id + " " + test)));
        return lines;
    }
}
