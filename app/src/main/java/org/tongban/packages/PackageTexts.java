package org.tongban.packages;

import java.util.List;
import java.util.Optional;

/**
 * Packages as the pack has them: a text that can be read, checked and written without loss.
 * Declared here for the editor; carried out by the module that knows files.
 */
public interface PackageTexts {

    /** The text of a package, as an export writes it. */
    String written(PackageDefinition definition);

    /** Reads a text and holds it to everything that a pack is held to. */
    Read read(String text);

    /**
     * What a text says.
     *
     * @param definition absent when it cannot be read at all; there also when something is wrong
     * @param faults with their lines, in their order; empty: it can be published
     */
    record Read(Optional<PackageDefinition> definition, List<Fault> faults) {
        public Read {
            faults = List.copyOf(faults);
        }

        public boolean isSound() {
            return definition.isPresent() && faults.isEmpty();
        }
    }

    /**
     * What is wrong.
     *
     * @param line counted from 1
     * @param path of what is wrong, such as {@code items[2].when}; empty for the whole
     * @param words what is the matter
     */
    record Fault(int line, String path, String words) {

        /** For who reads the text: where, and what. */
        public String message() {
            return path.isEmpty() ? words : path + " " + words;
        }
    }
}
