package org.tongban.packages;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A zone: what one group of people needs most, put together on one page by the place.
 *
 * @param key in the address
 * @param note what stands on top for them, such as where to be served first
 */
public record ServiceZone(
        String key, String name, String summary, @Nullable String note, List<Section> sections) {

    /**
     * One part of the page.
     *
     * @param packages keys
     * @param items keys
     */
    public record Section(
            String title, @Nullable String text, List<String> packages, List<String> items) {
        public Section {
            packages = List.copyOf(packages);
            items = List.copyOf(items);
        }
    }

    public ServiceZone {
        sections = List.copyOf(sections);
    }

    /** Keys of all items named. */
    public Stream<String> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /** Keys of all packages named. */
    public Stream<String> packages() {
        return sections.stream().flatMap(section -> section.packages().stream());
    }
}
