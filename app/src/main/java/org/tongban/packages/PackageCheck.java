package org.tongban.packages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.packages.check.CheckRule;
import org.tongban.packages.check.CheckSheet;

/**
 * Whether a package can be published: nothing waits for itself, every condition can be read, every
 * field and paper that is named exists and fits, and every result is there before it is needed.
 * Pure; the words are those of the pack check.
 */
public final class PackageCheck {

    private PackageCheck() {}

    /**
     * What is wrong, and where.
     *
     * @param path such as {@code items[2].needs[0].on}; empty for the whole package
     */
    public record Fault(String path, String message) {}

    /**
     * What a package may refer to.
     *
     * @param items as they will be published with it
     * @param certificates types with the keys of the lines on their faces
     */
    public record Known(
            Function<String, Optional<ItemDefinition>> items,
            Set<String> agencies,
            Map<String, Set<String>> certificates) {
        public Known {
            agencies = Set.copyOf(agencies);
            certificates = Map.copyOf(certificates);
        }
    }

    /** Names everything that is wrong. */
    public static List<Fault> check(PackageDefinition pack, Known known) {
        var sheet = new CheckSheet(pack, known);
        CheckRule.ofWhatIsNamed().forEach(rule -> rule.check(sheet));
        if (sheet.faults().isEmpty()) CheckRule.ofTheWhole().forEach(rule -> rule.check(sheet));
        return sheet.faults();
    }
}
