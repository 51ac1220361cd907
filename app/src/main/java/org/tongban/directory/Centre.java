package org.tongban.directory;

import java.util.List;

/** A hall where people are served, with its windows in the order in which they stand. */
public record Centre(
        String key,
        String name,
        String region,
        String address,
        String hours,
        List<Window> windows) {

    public Centre {
        windows = List.copyOf(windows);
    }
}
