package org.tongban.pack.text;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/** Reads a pack's folder. Never fails on what stands in it: everything becomes a fault. */
public final class PackReader {

    /** The largest real file has some 30 kB. */
    static final long MOST_BYTES = 2L * 1024 * 1024;

    /** A county has some hundred. */
    public static final int MOST_FILES = 20_000;

    public static final String REGIONS = "regions.csv";

    private static final List<String> REGION_HEADER =
            List.of("code", "name", "level", "parent", "virtual");
    private static final Pattern ROOT_FILE =
            Pattern.compile(
                    "place\\.yaml|agencies\\.yaml|centres\\.yaml|staff\\.yaml|applicants\\.yaml"
                            + "|words\\.yaml|zones\\.yaml|notices\\.yaml|certificate-types(-[a-z0-9]+)?\\.yaml");
    private static final Pattern ITEM_FILE = Pattern.compile("items/[a-z0-9-]+/[a-z0-9-]+\\.yaml");
    private static final Pattern PACKAGE_FILE = Pattern.compile("packages/[a-z0-9-]+\\.yaml");
    private static final Pattern BASE_FILE = Pattern.compile("base/[a-z0-9-]+\\.yaml");
    private static final Pattern RESOURCE_FILE = Pattern.compile("resources/[a-z0-9-]+\\.yaml");
    private static final List<String> REQUIRED =
            List.of("place.yaml", "agencies.yaml", "centres.yaml", "staff.yaml");

    private final Path folder;
    private final List<PackFault> faults = new ArrayList<>();

    private PackReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads all files.
     *
     * @throws IOException when the folder cannot be walked
     */
    public static PackText read(Path folder) throws IOException {
        return new PackReader(folder).read();
    }

    private PackText read() throws IOException {
        var nodes = new LinkedHashMap<String, Node>();
        List<PackText.RegionRow> regions = List.of();
        if (!Files.isDirectory(folder)) {
            report(folder.toString(), 1, "没有这个文件夹", "");
            return new PackText(Map.of(), regions, faults);
        }
        for (var file : files()) {
            var name = folder.relativize(file).toString().replace('\\', '/');
            if (name.equals(REGIONS)) {
                regions = regions(text(file, name));
            } else if (ROOT_FILE.matcher(name).matches()
                    || BASE_FILE.matcher(name).matches()
                    || RESOURCE_FILE.matcher(name).matches()
                    || PACKAGE_FILE.matcher(name).matches()
                    || ITEM_FILE.matcher(name).matches()) {
                var text = text(file, name);
                if (!text.isEmpty()) nodes.put(name, YamlNodes.read(name, text, faults));
            } else if (!name.endsWith(".md")) {
                report(name, 1, "配置包里没有这种文件", "docs/pack-format.md 里列出的文件");
            }
        }
        for (var required : REQUIRED) {
            if (!nodes.containsKey(required)) report(required, 1, "缺少这个文件", "");
        }
        if (regions.isEmpty()) report(REGIONS, 1, "缺少这个文件，或者里面没有区划", "");
        return new PackText(nodes, regions, faults);
    }

    private List<Path> files() throws IOException {
        // Links are not followed: a pack must not reach outside its folder.
        try (var walked = Files.walk(folder, 4)) {
            var found =
                    walked.filter(Files::isRegularFile).limit(MOST_FILES + 1L).sorted().toList();
            if (found.size() > MOST_FILES) {
                report("", 1, "文件太多，最多 " + MOST_FILES + " 个", "");
                return List.of();
            }
            return found;
        }
    }

    /** Empty beside a fault when the file cannot be read. */
    private String text(Path file, String name) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            report(name, 1, "文件太大，最多 2 MB", "");
            return "";
        }
        var bytes = Files.readAllBytes(file);
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.isBlank()) report(name, 1, "文件是空的", "");
            // Windows editors put this mark in front.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            report(name, 1, "不是 UTF-8 编码", "另存为 UTF-8");
            return "";
        }
    }

    private List<PackText.RegionRow> regions(String text) throws IOException {
        var rows = new ArrayList<PackText.RegionRow>();
        var format = CSVFormat.DEFAULT.builder().setTrim(true).setIgnoreEmptyLines(true).get();
        try (var parser = format.parse(new StringReader(text))) {
            var first = true;
            for (var row : parser) {
                var line = (int) parser.getCurrentLineNumber();
                if (first) {
                    first = false;
                    if (!row.toList().equals(REGION_HEADER)) {
                        report(REGIONS, line, "表头不对", String.join(",", REGION_HEADER));
                        return List.of();
                    }
                } else if (row.size() != REGION_HEADER.size()) {
                    report(REGIONS, line, "这一行有 " + row.size() + " 列", "5 列");
                } else {
                    rows.add(
                            new PackText.RegionRow(
                                    row.get(0),
                                    row.get(1),
                                    row.get(2),
                                    row.get(3),
                                    row.get(4),
                                    line));
                }
            }
        } catch (java.io.UncheckedIOException e) {
            report(REGIONS, 1, "不是正确的 CSV", "");
        }
        return rows;
    }

    private void report(String file, int line, String message, String allowed) {
        faults.add(new PackFault(file, line, "", message, allowed, PackFault.Severity.ERROR));
    }
}
