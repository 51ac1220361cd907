package org.tongban.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the figures were measured on: without it they mean nothing. */
final class Machine {

    private static final long MEBIBYTE = 1L << 20;
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Facts in the order in which the report shows them. */
    static Map<String, String> facts(Path folder) throws IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("processor", processor());
        facts.put("memory", memoryMebibytes() + " MiB");
        facts.put(
                "system",
                System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + " "
                        + System.getProperty("os.arch"));
        facts.put(
                "JVM",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("largest heap", Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB");
        facts.put("file system of the database", Files.getFileStore(folder).type());
        facts.put("load average at the start", loadAverage());
        return facts;
    }

    /** On a file system in memory a flush costs nothing and no commit is durable. */
    static boolean isInMemory(Path folder) throws IOException {
        return Files.getFileStore(folder).type().equals("tmpfs");
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static long memoryMebibytes() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() / MEBIBYTE
                : 0;
    }

    private static String loadAverage() {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : "%.2f".formatted(load);
    }
}
