package org.tongban.catalogue.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemFilter.Side;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.PublicList;
import org.tongban.catalogue.sheet.TableFile;
import org.tongban.web.Assets;
import org.tongban.web.Link;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;
import tools.jackson.databind.json.JsonMapper;

/** Shows the published lists, gives them as files, and tells what changed. */
@Controller
class ShowLists {

    private static final String LISTS = "/lists";
    private static final int LONGEST_WORDS = 100;

    /** How far back the page of changes looks by itself. */
    private static final int USUAL_DAYS = 30;

    private final PublishedLists lists;
    private final ListHistory history;
    private final TextBundles bundles;
    private final Clock clock;
    private final String stylesheet = Assets.marked("catalogue/find.css");

    ShowLists(PublishedLists lists, ListHistory history, TextBundles bundles, Clock clock) {
        this.lists = lists;
        this.history = history;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(LISTS)
    @Open(door = Door.PUBLIC, audit = "lists.listed")
    Rendered all(@RequestParam(defaultValue = "") String region, HttpServletRequest request) {
        var texts = texts(request);
        var counts = lists.counts(ItemFilter.ALL.in(region));
        return Rendered.of(
                "catalogue/lists/all",
                new ListsPage(
                        stylesheet,
                        Arrays.stream(PublicList.values())
                                .map(
                                        list ->
                                                new ListsPage.Entry(
                                                        new Link(
                                                                title(list, texts),
                                                                address(
                                                                        list,
                                                                        new Seen("", region, ""),
                                                                        "")),
                                                        what(list, texts),
                                                        counts.getOrDefault(list, 0)))
                                .toList()));
    }

    @GetMapping(LISTS + "/{key}")
    @Open(door = Door.PUBLIC, audit = "list.shown")
    Rendered one(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request) {
        var list = list(key);
        var texts = texts(request);
        var words =
                q.strip()
                        .codePoints()
                        .limit(LONGEST_WORDS)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        var seen = new Seen(words, region, agency);
        var page = lists.page(list, words, seen.filter(), cursor, texts);
        return Rendered.of(
                "catalogue/lists/one",
                new ListsPage.One(
                        stylesheet,
                        title(list, texts),
                        what(list, texts),
                        address(list, new Seen("", "", ""), ""),
                        words,
                        page.items().total(),
                        page.rows().stream().map(row -> line(list, row, texts)).toList(),
                        downloads(list, region, texts),
                        new Link(texts.localize("list.changes"), LISTS + "/" + key + "/changes"),
                        new Pager(
                                at(list, seen, page.items().previous()),
                                at(list, seen, page.items().next()),
                                "")));
    }

    @GetMapping(LISTS + "/{key}/changes")
    @Open(door = Door.PUBLIC, audit = "list.changes-shown")
    Rendered changes(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String since,
            HttpServletRequest request) {
        var list = list(key);
        var texts = texts(request);
        var today = LegalToday.of(clock);
        var day =
                since.isBlank()
                        ? java.util.Optional.of(today.minusDays(USUAL_DAYS))
                        : Typed.date(since);
        var found =
                day.map(known -> history.since(list, known, texts))
                        .orElse(new ListHistory.Changes(List.of(), true));
        return Rendered.of(
                        "catalogue/lists/changes",
                        new ListsPage.Since(
                                stylesheet,
                                title(list, texts),
                                LISTS + "/" + key + "/changes",
                                day.map(Object::toString).orElse(since),
                                day.isEmpty() ? texts.localize("list.since.wrong") : "",
                                found.changes().stream()
                                        .map(change -> changed(list, change, texts))
                                        .toList(),
                                found.whole(),
                                new Link(texts.localize("list.back"), LISTS + "/" + key)))
                .status(day.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    /** The whole list as a file: {@code csv}, {@code xlsx} or {@code json}. */
    @GetMapping(LISTS + "/{key}/file")
    @Open(door = Door.PUBLIC, audit = "list.downloaded")
    ResponseEntity<byte[]> file(
            @PathVariable String key,
            @RequestParam(defaultValue = "csv") String as,
            @RequestParam(defaultValue = "") String region,
            HttpServletRequest request) {
        var list = list(key);
        var texts = texts(request);
        var header = new ArrayList<String>();
        header.add(texts.localize("list.column.item"));
        header.add(texts.localize("list.column.agency"));
        list.columns().forEach(column -> header.add(texts.localize("list.column." + column)));
        var rows = lists.all(list, ItemFilter.ALL.in(region), texts);
        return switch (as) {
            case "csv" ->
                    sent(
                            list,
                            as,
                            "text/csv;charset=UTF-8",
                            TableFile.csv(header, cells(rows)),
                            texts);
            case "xlsx" ->
                    sent(
                            list,
                            as,
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            TableFile.excel(title(list, texts), header, cells(rows)),
                            texts);
            case "json" ->
                    sent(list, as, MediaType.APPLICATION_JSON_VALUE, json(list, rows), texts);
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static List<List<String>> cells(List<PublishedLists.Row> rows) {
        return rows.stream()
                .map(
                        row -> {
                            var cells = new ArrayList<String>();
                            cells.add(row.name());
                            cells.add(row.agency());
                            cells.addAll(row.cells());
                            return List.copyOf(cells);
                        })
                .toList();
    }

    private static byte[] json(PublicList list, List<PublishedLists.Row> rows) {
        var objects = new ArrayList<Map<String, String>>();
        for (var row : rows) {
            var object = new LinkedHashMap<String, String>();
            object.put("key", row.item());
            object.put("name", row.name());
            object.put("agency", row.agency());
            for (var i = 0; i < list.columns().size(); i++) {
                object.put(list.columns().get(i), row.cells().get(i));
            }
            objects.add(object);
        }
        return JsonMapper.shared().writeValueAsBytes(objects);
    }

    private ResponseEntity<byte[]> sent(
            PublicList list, String as, String type, byte[] bytes, Texts texts) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        title(list, texts) + " " + LegalToday.of(clock) + "." + as,
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }

    private static ListsPage.Line line(PublicList list, PublishedLists.Row row, Texts texts) {
        return new ListsPage.Line(
                new Link(row.name(), "/items/" + row.item()),
                row.agency(),
                named(list, row.cells(), texts));
    }

    private static List<ListsPage.Cell> named(PublicList list, List<String> cells, Texts texts) {
        var named = new ArrayList<ListsPage.Cell>();
        for (var i = 0; i < cells.size(); i++) {
            if (cells.get(i).isEmpty()) continue;
            named.add(
                    new ListsPage.Cell(
                            texts.localize("list.column." + list.columns().get(i)), cells.get(i)));
        }
        return named;
    }

    private static ListsPage.Changed changed(
            PublicList list, ListHistory.Change change, Texts texts) {
        return new ListsPage.Changed(
                new Link(change.name(), "/items/" + change.item()),
                "list.changed." + change.kind().name().toLowerCase(java.util.Locale.ROOT),
                change.on().toString(),
                change.before().stream().flatMap(row -> named(list, row, texts).stream()).toList(),
                change.after().stream().flatMap(row -> named(list, row, texts).stream()).toList());
    }

    private static List<Link> downloads(PublicList list, String region, Texts texts) {
        return List.of("csv", "xlsx", "json").stream()
                .map(
                        as ->
                                new Link(
                                        texts.localize("list.as." + as),
                                        UriComponentsBuilder.fromPath(
                                                        LISTS + "/" + list.key() + "/file")
                                                .queryParam("as", as)
                                                .queryParam("region", "{region}")
                                                .encode()
                                                .buildAndExpand(region)
                                                .toUriString()))
                .toList();
    }

    /** What of a list is looked at. */
    private record Seen(String words, String region, String agency) {

        ItemFilter filter() {
            return ItemFilter.ALL.in(region).with(Side.AGENCY, agency);
        }
    }

    private static String at(PublicList list, Seen seen, String cursor) {
        return cursor.isEmpty() ? "" : address(list, seen, cursor);
    }

    private static String address(PublicList list, Seen seen, String cursor) {
        var values = new LinkedHashMap<String, Object>();
        if (!seen.words().isEmpty()) values.put("q", seen.words());
        if (!seen.region().isEmpty()) values.put("region", seen.region());
        if (!seen.agency().isEmpty()) values.put("agency", seen.agency());
        if (!cursor.isEmpty()) values.put("cursor", cursor);
        var address = UriComponentsBuilder.fromPath(LISTS + "/" + list.key());
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static PublicList list(String key) {
        return PublicList.of(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String title(PublicList list, Texts texts) {
        return texts.localize("list." + list.key());
    }

    private static String what(PublicList list, Texts texts) {
        return texts.localize("list." + list.key() + ".what");
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
