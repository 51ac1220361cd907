package org.tongban.openapi.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.PublicList;
import org.tongban.catalogue.lists.ListHistory;
import org.tongban.catalogue.lists.PublishedLists;
import org.tongban.openapi.problem.ProblemCode;
import org.tongban.openapi.problem.Refused;
import org.tongban.openapi.problem.Words;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The published lists (A5). Public: the same as on the pages. */
@RestController
@RequestMapping(path = "/api/v1/lists", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "lists", description = "Published lists, made from the fields of the items.")
class ListsApi {

    private static final int LONGEST_QUESTION = 100;

    private final PublishedLists lists;
    private final ListHistory history;
    private final Words words;
    private final Texts texts;

    ListsApi(PublishedLists lists, ListHistory history, Words words, TextBundles bundles) {
        this.lists = lists;
        this.history = history;
        this.words = words;
        this.texts = bundles.in(Preferences.CHINESE);
    }

    /** One list among all. */
    @Schema(name = "PublishedList")
    record Line(String key, String name, String what, List<String> columns, int items) {}

    /** One page of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PublishedListPage")
    record Page(
            List<Row> rows,
            @Schema(description = "Items on all pages") int total,
            @Schema(description = "Give it back as `cursor`; absent on the last page")
                    @Nullable String next) {}

    /** One row; an item with several proofs or papers has several. */
    @Schema(name = "PublishedListRow")
    record Row(
            String item,
            String name,
            String agency,
            @Schema(description = "By the keys in `columns` of the list")
                    Map<String, String> cells) {}

    /** What changed. */
    @Schema(name = "PublishedListChanges")
    record Changes(
            List<Change> changes,
            @Schema(description = "False: only the latest 500 items were compared")
                    boolean whole) {}

    /** One item that changed. */
    @Schema(name = "PublishedListChange")
    record Change(
            String item,
            String name,
            @Schema(description = "added, removed or changed") String kind,
            String on,
            List<Map<String, String>> before,
            List<Map<String, String>> after) {}

    @GetMapping
    @Open(door = Door.PUBLIC, audit = "api.lists.listed")
    @SecurityRequirements
    @Operation(operationId = "listLists", summary = "All published lists")
    List<Line> all(
            @Parameter(description = "12 digits; absent: the place's own")
                    @RequestParam(defaultValue = "")
                    String region) {
        var counts = lists.counts(ItemFilter.ALL.in(regionOf(region)));
        return Arrays.stream(PublicList.values())
                .map(
                        list ->
                                new Line(
                                        list.key(),
                                        texts.localize("list." + list.key()),
                                        texts.localize("list." + list.key() + ".what"),
                                        list.columns(),
                                        counts.getOrDefault(list, 0)))
                .toList();
    }

    @GetMapping("/{key}")
    @Open(door = Door.PUBLIC, audit = "api.list.shown")
    @SecurityRequirements
    @Operation(operationId = "getList", summary = "One page of a published list")
    Page one(
            @Parameter(example = "tolerant") @PathVariable String key,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String cursor) {
        if (!cursor.matches("[A-Za-z0-9_-]{0,300}")) throw invalid("cursor", "unreadable");
        if (q.length() > LONGEST_QUESTION) throw invalid("q", "too-long");
        var list = list(key);
        var page = lists.page(list, q, ItemFilter.ALL.in(regionOf(region)), cursor, texts);
        return new Page(
                page.rows().stream()
                        .map(
                                row ->
                                        new Row(
                                                row.item(),
                                                row.name(),
                                                row.agency(),
                                                named(list, row.cells())))
                        .toList(),
                page.items().total(),
                page.items().next().isEmpty() ? null : page.items().next());
    }

    @GetMapping("/{key}/changes")
    @Open(door = Door.PUBLIC, audit = "api.list.changes-shown")
    @SecurityRequirements
    @Operation(operationId = "getListChanges", summary = "What changed in a list since a day")
    Changes changes(
            @PathVariable String key,
            @Parameter(description = "A day, such as 2026-11-01; changes after its end")
                    @RequestParam
                    String since) {
        var list = list(key);
        var found = history.since(list, day(since), texts);
        return new Changes(
                found.changes().stream()
                        .map(
                                change ->
                                        new Change(
                                                change.item(),
                                                change.name(),
                                                change.kind().name().toLowerCase(Locale.ROOT),
                                                change.on().toString(),
                                                change.before().stream()
                                                        .map(row -> named(list, row))
                                                        .toList(),
                                                change.after().stream()
                                                        .map(row -> named(list, row))
                                                        .toList()))
                        .toList(),
                found.whole());
    }

    private static Map<String, String> named(PublicList list, List<String> cells) {
        var named = new LinkedHashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) named.put(list.columns().get(i), cells.get(i));
        return named;
    }

    private static PublicList list(String key) {
        return PublicList.of(key).orElseThrow(() -> Refused.because(ProblemCode.NOT_FOUND));
    }

    private LocalDate day(String since) {
        try {
            return LocalDate.parse(since);
        } catch (DateTimeParseException unreadable) {
            throw invalid("since", "unreadable");
        }
    }

    private String regionOf(String code) {
        if (!code.isEmpty() && !code.matches("[0-9]{12}")) throw invalid("region", "unreadable");
        return code;
    }

    private Refused invalid(String parameter, String code) {
        return Refused.because(
                ProblemCode.INVALID, List.of(words.fault("/" + parameter, code, parameter)));
    }
}
