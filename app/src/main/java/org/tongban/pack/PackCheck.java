package org.tongban.pack;

import java.util.List;
import java.util.Optional;
import org.tongban.pack.check.PackRules;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackText;

/** Checks a pack as a whole, and reads its content when nothing is wrong with it. */
final class PackCheck {

    private PackCheck() {}

    /**
     * What the check came to.
     *
     * @param faults errors and findings by file and line
     * @param content empty when there is an error
     */
    record Checked(List<PackFault> faults, Optional<PackContent> content) {
        Checked {
            faults = List.copyOf(faults);
        }
    }

    static Checked check(PackText text) {
        var checked = PackRules.check(text);
        return new Checked(
                checked.faults(),
                checked.faults().stream().anyMatch(PackFault::isError)
                        ? Optional.empty()
                        : Optional.of(new ContentReader(checked.files()).read(text.regions())));
    }
}
