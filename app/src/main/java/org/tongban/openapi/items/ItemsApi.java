package org.tongban.openapi.items;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemFilter.Side;
import org.tongban.openapi.problem.ProblemCode;
import org.tongban.openapi.problem.Refused;
import org.tongban.openapi.problem.Words;

/** What can be applied for. Public: the same as the guides on the pages. */
@RestController
@RequestMapping(path = "/api/v1/items", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "items", description = "What can be applied for. Open to everybody, without a token.")
class ItemsApi {

    /** Longer ones are no question. */
    private static final int LONGEST_QUESTION = 100;

    private final Catalogue catalogue;
    private final Words words;

    ItemsApi(Catalogue catalogue, Words words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    @GetMapping
    @Open(door = Door.PUBLIC, audit = "api.items.listed")
    @SecurityRequirements
    @Operation(
            operationId = "listItems",
            summary = "List or search items",
            description =
                    "Without `q` all items in use, with it those that people's own words mean:"
                            + " names, codes, everyday words, pinyin or first letters, also with"
                            + " typing mistakes. Of an item that several levels handle, the one"
                            + " nearest to `region`. At most 20 a page.")
    ItemList list(
            @Parameter(description = "Words as people say them", example = "开饭店")
                    @RequestParam(defaultValue = "")
                    String q,
            @Parameter(description = "person or firm", example = "firm")
                    @RequestParam(defaultValue = "")
                    String audience,
            @Parameter(description = "Key of a life event, as in `sides`")
                    @RequestParam(defaultValue = "")
                    String life,
            @Parameter(description = "A theme, as in `sides`") @RequestParam(defaultValue = "")
                    String theme,
            @Parameter(description = "Key of the agency that decides")
                    @RequestParam(defaultValue = "")
                    String agency,
            @Parameter(description = "行使层级 of GB/T 39046, one digit", example = "4")
                    @RequestParam(defaultValue = "")
                    String level,
            @Parameter(description = "none: without coming") @RequestParam(defaultValue = "")
                    String trips,
            @Parameter(description = "yes: online from beginning to end")
                    @RequestParam(defaultValue = "")
                    String online,
            @Parameter(description = "yes: decided while one waits")
                    @RequestParam(defaultValue = "")
                    String once,
            @Parameter(description = "Key of a published list, as in `sides`")
                    @RequestParam(defaultValue = "")
                    String list,
            @Parameter(description = "12 digits; absent: the place's own")
                    @RequestParam(defaultValue = "")
                    String region,
            @Parameter(description = "`next` of the page before") @RequestParam(defaultValue = "")
                    String cursor) {
        if (!cursor.matches("[A-Za-z0-9_-]{0,300}")) throw invalid("cursor", "unreadable");
        if (q.length() > LONGEST_QUESTION) throw invalid("q", "too-long");
        var filter =
                ItemFilter.ALL
                        .in(regionOf(region))
                        .with(Side.AUDIENCE, oneOf("audience", audience, "person", "firm"))
                        .with(Side.LIFE, life)
                        .with(Side.THEME, theme)
                        .with(Side.AGENCY, agency)
                        .with(Side.LEVEL, oneOf("level", level, "1", "2", "3", "4", "5", "6", "7"))
                        .with(Side.TRIPS, oneOf("trips", trips, "none"))
                        .with(Side.ONLINE, oneOf("online", online, "yes"))
                        .with(Side.ONCE, oneOf("once", once, "yes"))
                        .with(Side.LIST, list);
        return ItemList.of(
                q.isBlank()
                        ? catalogue.browse(filter, cursor)
                        : catalogue.search(q, filter, cursor));
    }

    @GetMapping("/{key}")
    @Open(door = Door.PUBLIC, audit = "api.item.shown")
    @SecurityRequirements
    @Operation(
            operationId = "getItem",
            summary = "One item with its form, materials, limits and steps")
    ItemAnswer item(@Parameter(example = "archive-lookup") @PathVariable String key) {
        return catalogue
                .current(key)
                .map(ItemAnswer::of)
                .orElseThrow(() -> Refused.because(ProblemCode.NOT_FOUND));
    }

    private String regionOf(String code) {
        if (!code.isEmpty() && !code.matches("[0-9]{12}")) throw invalid("region", "unreadable");
        return code;
    }

    private String oneOf(String parameter, String value, String... values) {
        var plain = value.toLowerCase(Locale.ROOT);
        if (!plain.isEmpty() && !List.of(values).contains(plain)) {
            throw invalid(parameter, "unknown-choice");
        }
        return plain;
    }

    private Refused invalid(String parameter, String code) {
        return Refused.because(
                ProblemCode.INVALID, List.of(words.fault("/" + parameter, code, parameter)));
    }
}
