package org.tongban.catalogue;

import java.util.Optional;
import org.tongban.catalogue.ItemDefinition.Audience;

/** Which items a list shows; what is empty does not narrow it. */
public record ItemFilter(
        Optional<Audience> audience, Optional<String> theme, Optional<String> agency) {

    /** All items. */
    public static final ItemFilter ALL =
            new ItemFilter(Optional.empty(), Optional.empty(), Optional.empty());

    boolean lets(ItemSummary item) {
        return audience.map(item.audience()::contains).orElse(true)
                && theme.map(item.themes()::contains).orElse(true)
                && agency.map(item.agency()::equals).orElse(true);
    }
}
