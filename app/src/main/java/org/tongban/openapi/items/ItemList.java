package org.tongban.openapi.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.ItemPage;
import org.tongban.catalogue.Why;
import org.tongban.openapi.items.ItemAnswer.Term;

/** One page of items. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One page of items, best match first, else in the place's own order.")
record ItemList(
        List<Line> items,
        @Schema(description = "On all pages") int total,
        @Schema(description = "Give it back as `cursor` for the next page; absent on the last")
                @Nullable String next,
        @Schema(description = "False: nothing found was surely meant, these are only the nearest")
                boolean sure,
        @Schema(
                        description =
                                "What was understood of `q` when nothing here is that: the place"
                                        + " does not handle it")
                List<Reason> notHere,
        @Schema(description = "False while the list is being prepared: items may be missing")
                boolean complete,
        @Schema(
                        description =
                                "What the list can be narrowed by, by parameter, with how many"
                                        + " items each value would leave")
                Map<String, List<Count>> sides) {

    /** A value to narrow by. */
    @Schema(name = "ItemCount")
    record Count(String value, int items) {}

    static ItemList of(ItemPage page) {
        var sides = new TreeMap<String, List<Count>>();
        page.sides()
                .forEach(
                        (side, counts) ->
                                sides.put(
                                        side.key(),
                                        counts.stream()
                                                .map(
                                                        count ->
                                                                new Count(
                                                                        count.value(),
                                                                        count.items()))
                                                .toList()));
        return new ItemList(
                page.found().stream().map(Line::of).toList(),
                page.total(),
                page.next().isEmpty() ? null : page.next(),
                page.sure(),
                page.notHere().stream()
                        .map(word -> new Reason("word", word.said(), word.term()))
                        .toList(),
                page.indexing().complete(),
                sides);
    }

    /** Why a search shows an item. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ItemReason")
    record Reason(
            @Schema(description = "code, name, called, word, sound, letters, sentence or mention")
                    String kind,
            @Schema(description = "The part of `q` that was understood") @Nullable String said,
            @Schema(description = "What it was understood as") @Nullable String means) {

        static @Nullable Reason of(Why why) {
            return switch (why) {
                case Why.Listed() -> null;
                case Why.Code(var code) -> new Reason("code", code, null);
                case Why.Name() -> new Reason("name", null, null);
                case Why.Called(var phrase) -> new Reason("called", null, phrase);
                case Why.Word(var said, var term) -> new Reason("word", said, term);
                case Why.Sound(var said, var phrase) -> new Reason("sound", said, phrase);
                case Why.Letters(var said, var phrase) -> new Reason("letters", said, phrase);
                case Why.Sentence(var sentence) -> new Reason("sentence", null, sentence);
                case Why.Mention() -> new Reason("mention", null, null);
            };
        }
    }

    /** One item in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
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
            List<String> themes,
            @Schema(description = "Code of the region that handles it") String region,
            @Schema(description = "Absent in a list") @Nullable Reason why) {

        static Line of(ItemPage.Found found) {
            var item = found.item();
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
                    item.themes(),
                    item.region(),
                    Reason.of(found.why()));
        }
    }
}
