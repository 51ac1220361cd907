package org.tongban.catalogue.exchange;

import java.util.List;
import java.util.Optional;
import org.tongban.catalogue.ItemDefinition;

/**
 * A row of a file that was handed in, held to everything that a draft is held to.
 *
 * @param faults why it is refused; otherwise empty
 * @param item absent when it is refused
 * @param before fingerprint of the entry as it is now; absent for a new one
 */
record JudgedRow(
        int line,
        String key,
        String name,
        Verdict verdict,
        List<String> faults,
        Optional<ItemDefinition> item,
        Optional<String> before) {}
