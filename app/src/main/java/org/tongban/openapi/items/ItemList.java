package org.tongban.openapi.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.ItemSummary;
import org.tongban.openapi.items.ItemAnswer.Term;

/** One page of items. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One page of items, best match first, else in the place's own order.")
record ItemList(
        List<Line> items,
        @Schema(description = "On all pages") int total,
        @Schema(description = "Give it back as `cursor` for the next page; absent on the last")
                @Nullable String next) {

    /** One item in a list. */
    @Schema(name = "ItemLine")
    record Line(
            String key,
            String name,
            String summary,
            String agency,
            String agencyName,
            @Schema(description = "at-once or promised") String caseKind,
            Term promised,
            int visits,
            boolean free,
            @Schema(description = "person, firm or both") List<String> audience,
            List<String> themes) {

        static Line of(ItemSummary item) {
            return new Line(
                    item.key(),
                    item.name(),
                    item.summary(),
                    item.agency(),
                    item.agencyName(),
                    ItemAnswer.code(item.caseKind()),
                    ItemAnswer.term(item.promised()),
                    item.visits(),
                    item.free(),
                    item.audience().stream().map(ItemAnswer::code).toList(),
                    item.themes());
        }
    }
}
