package org.tongban.pack.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.pack.text.Node;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackShapes;
import org.tongban.pack.text.PackText;
import org.tongban.packages.PackageCheck;

/** All rules of a pack: the shape of each file first, then what the files say together. */
public final class PackRules {

    private static final List<PackRule> RULES =
            List.of(
                    new RegionRules(),
                    new PlaceRules(),
                    new AgencyRules(),
                    new AgencyRegions(),
                    new CentreRules(),
                    new StaffRules(),
                    new ApplicantRules(),
                    new CertificateRules(),
                    new CertificateFaces(),
                    new CertificateLayouts(),
                    new ResourceRules(),
                    new ItemRules(),
                    new WordRules(),
                    new NoticeRules(),
                    new ZoneRules(),
                    // Last: looks at items only when nothing is wrong with them.
                    new PackageRules());

    private PackRules() {}

    /**
     * What the rules came to.
     *
     * @param faults by file and line
     * @param files with what the items inherit from the base list
     */
    public record Checked(List<PackFault> faults, Map<String, Node> files) {
        public Checked {
            faults = List.copyOf(faults);
        }
    }

    /** Holds a pack to all rules. */
    public static Checked check(PackText text) {
        var faults = new ArrayList<>(text.faults());
        text.files().forEach((file, node) -> shape(node, new FaultSheet(file, faults)));
        var files = new LinkedHashMap<>(text.files());
        new BaseCheck(files, faults).check();
        var pack = Pack.of(files, text.regions(), faults);
        RULES.forEach(rule -> rule.check(pack));
        var sorted =
                faults.stream()
                        .distinct()
                        .sorted(
                                Comparator.comparing(PackFault::file)
                                        .thenComparing(PackFault::line)
                                        .thenComparing(PackFault::keyPath))
                        .toList();
        return new Checked(sorted, files);
    }

    /**
     * Holds one item by itself to all rules that look at an item.
     *
     * @param file its path in a pack
     */
    public static List<PackFault> check(String file, Node item, Known known) {
        var faults = new ArrayList<PackFault>();
        shape(item, new FaultSheet(file, faults));
        ItemRules.check(Item.of(item, known, new FaultSheet(file, faults)));
        return List.copyOf(faults);
    }

    /**
     * Holds one package by itself to all rules that look at a package.
     *
     * @param file its path in a pack
     */
    public static List<PackFault> checkPackage(
            String file, Node node, PackageCheck.Known packageKnown) {
        var faults = new ArrayList<PackFault>();
        PackageRules.fits(node, packageKnown, new FaultSheet(file, faults));
        return List.copyOf(faults);
    }

    private static void shape(Node node, FaultSheet sheet) {
        PackShapes.of(sheet.file()).check(node, "", sheet::errorAt);
    }
}
