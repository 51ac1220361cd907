package org.tongban.openapi.items;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemPage;
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
                    "Without `q` all items in use, with it those that people's own words mean. At"
                            + " most 50 a page.")
    ItemList list(
            @Parameter(description = "Words as people say them", example = "开饭店")
                    @RequestParam(defaultValue = "")
                    String q,
            @Parameter(description = "person or firm", example = "firm")
                    @RequestParam(defaultValue = "")
                    String audience,
            @Parameter(description = "`next` of the page before") @RequestParam(defaultValue = "")
                    String cursor) {
        var page = pageOf(cursor);
        var who = audienceOf(audience);
        if (q.length() > LONGEST_QUESTION) {
            throw invalid("q", "too-long");
        }
        var found =
                q.isBlank()
                        ? catalogue.browse(
                                new ItemFilter(who, Optional.empty(), Optional.empty()), page)
                        : catalogue.search(q, who, page);
        return page > found.pages() ? new ItemList(List.of(), found.total(), null) : list(found);
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

    private static ItemList list(ItemPage found) {
        var next = found.page() < found.pages() ? Integer.toString(found.page() + 1) : null;
        return new ItemList(
                found.items().stream().map(ItemList.Line::of).toList(), found.total(), next);
    }

    /** A cursor is a page number today; callers only give back what they were given. */
    private int pageOf(String cursor) {
        if (cursor.isEmpty()) return 1;
        if (!cursor.matches("[1-9][0-9]{0,5}")) throw invalid("cursor", "unreadable");
        return Integer.parseInt(cursor);
    }

    private Optional<Audience> audienceOf(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "person" -> Optional.of(Audience.PERSON);
            case "firm" -> Optional.of(Audience.FIRM);
            default -> throw invalid("audience", "unknown-choice");
        };
    }

    private Refused invalid(String parameter, String code) {
        return Refused.because(
                ProblemCode.INVALID, List.of(words.fault("/" + parameter, code, parameter)));
    }
}
