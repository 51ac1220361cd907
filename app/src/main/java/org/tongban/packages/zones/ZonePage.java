package org.tongban.packages.zones;

import java.util.List;

/** A zone with what stands in it at this moment. */
public record ZonePage(String name, String summary, String note, List<Section> sections) {

    /** One part of the page; one in which nothing can be applied for now is left out. */
    public record Section(String title, String text, List<Entry> entries) {
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /** An item or a package. */
    public record Entry(String name, String summary, String href, String note) {}

    public ZonePage {
        sections = List.copyOf(sections);
    }
}
