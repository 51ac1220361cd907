package org.tongban.pack.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a pack as they stand there, with the lines of everything in them.
 *
 * @param files by their path in the pack, which is parted by slashes
 * @param regions the rows of {@code regions.csv}
 * @param faults of reading: what is missing, too large or not of its format
 */
public record PackText(Map<String, Node> files, List<RegionRow> regions, List<PackFault> faults) {

    /** In this folder stand the items, one a file, below a folder for each agency. */
    public static final String ITEMS = "items/";

    /** In this folder stands the base list, which the items inherit from. */
    public static final String BASE = "base/";

    /** In this folder stands the catalogue of shared data, one resource a file. */
    public static final String RESOURCES = "resources/";

    /** The pages for groups of people. */
    public static final String ZONES = "zones.yaml";

    /** In this folder stand the packages, one a file. */
    public static final String PACKAGES = "packages/";

    public PackText {
        files = new LinkedHashMap<>(files);
        regions = List.copyOf(regions);
        faults = List.copyOf(faults);
    }

    /** One file by itself; an empty mapping beside a fault when it cannot be read. */
    public static Node one(String file, String text, List<PackFault> faults) {
        return YamlNodes.read(file, text, faults);
    }

    /** A row of {@code regions.csv}. */
    public record RegionRow(
            String code, String name, String level, String parent, String virtual, int line) {}
}
