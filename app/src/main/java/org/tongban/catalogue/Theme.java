package org.tongban.catalogue;

import java.util.List;

/**
 * A theme people browse by, such as 准营准办.
 *
 * @param items how many items in use belong to it
 * @param first names of the first few of them
 */
public record Theme(String name, int items, List<String> first) {
    public Theme {
        first = List.copyOf(first);
    }
}
