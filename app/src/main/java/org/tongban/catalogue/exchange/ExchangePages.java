package org.tongban.catalogue.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.sheet.TableFile;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Fact;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Hands the list out as a file, takes a file in, shows the report, writes it. */
@Controller
class ExchangePages {

    private static final String PATH = "/staff/entries/exchange";
    private static final String RIGHT = "review-staffing";
    private static final int ON_A_PAGE = 100;

    private final Exchange exchange;
    private final ExchangeReports reports;
    private final TextBundles bundles;
    private final Clock clock;

    ExchangePages(Exchange exchange, ExchangeReports reports, TextBundles bundles, Clock clock) {
        this.exchange = exchange;
        this.reports = reports;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "exchange.listed", right = RIGHT)
    Rendered show(HttpServletRequest request) {
        return page(ErrorSummary.none(), texts(request));
    }

    /** All entries as a file: {@code csv}, {@code xlsx} or {@code json}. */
    @GetMapping(PATH + "/file")
    @Open(door = Door.STAFF, audit = "exchange.downloaded", right = RIGHT)
    ResponseEntity<byte[]> file(
            @RequestParam(defaultValue = "xlsx") String as, HttpServletRequest request) {
        var texts = texts(request);
        return switch (as) {
            case "csv" -> sent(as, "text/csv;charset=UTF-8", TableFile.csv(names(texts), rows()));
            case "xlsx" ->
                    sent(
                            as,
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            TableFile.excel(
                                    texts.localize("exchange.sheet"), names(texts), rows()));
            case "json" -> sent(as, MediaType.APPLICATION_JSON_VALUE, exchange.json());
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, audit = "exchange.reported", right = RIGHT)
    Object take(
            @RequestParam(required = false) Optional<MultipartFile> file,
            StaffPrincipal staff,
            HttpServletRequest request)
            throws IOException {
        var texts = texts(request);
        var sent = file.filter(given -> !given.isEmpty());
        var name =
                sent.flatMap(given -> Optional.ofNullable(given.getOriginalFilename()))
                        .map(ExchangePages::plain)
                        .orElse("");
        if (sent.isEmpty()) return refused(texts.localize("exchange.file.missing"), texts);
        if (!name.matches("(?i).*\\.(csv|xlsx|json)")) {
            return refused(texts.localize("exchange.file.kind"), texts);
        }
        try {
            return SeeOther.to(PATH + "/" + exchange.report(name, sent.get().getBytes(), staff));
        } catch (TableFile.Unreadable unreadable) {
            return refused(String.valueOf(unreadable.getMessage()), texts);
        }
    }

    @GetMapping(PATH + "/{id}")
    @Open(door = Door.STAFF, audit = "exchange.report-shown", right = RIGHT)
    Rendered report(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "0") int after,
            HttpServletRequest request) {
        return report(id, only, after, "", texts(request));
    }

    @PostMapping(PATH + "/{id}")
    @Open(door = Door.STAFF, audit = "exchange.written", right = RIGHT)
    Object write(@PathVariable UUID id, StaffPrincipal staff, HttpServletRequest request) {
        var texts = texts(request);
        var written = exchange.write(id, staff);
        if (written.isPresent() && written.get().overtaken() == 0) {
            return SeeOther.to(PATH + "/" + id);
        }
        return report(
                id,
                "",
                0,
                written.map(
                                one ->
                                        texts.localize(
                                                "exchange.overtaken", one.rows(), one.overtaken()))
                        .orElse(texts.localize("exchange.written.before")),
                texts);
    }

    private Rendered refused(String message, Texts texts) {
        return page(ErrorSummary.of(Map.of("file", message)), texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Rendered page(ErrorSummary errors, Texts texts) {
        return Rendered.of("catalogue/exchange/exchange")
                .with(
                        "field",
                        FieldView.of(FieldKind.FILE, "file", texts.localize("exchange.file"))
                                .hint(texts.localize("exchange.file.hint"))
                                .files(".csv,.xlsx,.json", false, false)
                                .error(errors))
                .with("errors", errors)
                .with("action", PATH)
                .with(
                        "downloads",
                        List.of("xlsx", "csv", "json").stream()
                                .map(
                                        as ->
                                                new Link(
                                                        texts.localize("list.as." + as),
                                                        PATH + "/file?as=" + as))
                                .toList())
                .with(
                        "runs",
                        reports.runs().stream()
                                .map(
                                        run ->
                                                new ReportPage.Run(
                                                        new Link(run.file(), PATH + "/" + run.id()),
                                                        LegalToday.of(run.at()) + " · " + run.who(),
                                                        state(run, texts)))
                                .toList());
    }

    private Rendered report(UUID id, String only, int after, String notice, Texts texts) {
        var run =
                reports.find(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var counts = reports.counts(id);
        var verdict =
                java.util.Arrays.stream(Verdict.values())
                        .filter(one -> one.word().equals(only))
                        .findFirst();
        var rows = reports.rows(id, verdict, after, ON_A_PAGE + 1);
        var shown = rows.stream().limit(ON_A_PAGE).toList();
        var path = PATH + "/" + id;
        var toWrite =
                counts.getOrDefault(Verdict.ADDED, 0) + counts.getOrDefault(Verdict.CHANGED, 0);
        var facts = new ArrayList<Fact>();
        var ways = new ArrayList<Link>();
        ways.add(new Link(texts.localize("exchange.all"), path));
        for (var one : Verdict.values()) {
            var words = texts.localize("exchange.verdict." + one.word());
            facts.add(new Fact(words, Integer.toString(counts.getOrDefault(one, 0)), ""));
            if (counts.containsKey(one)) ways.add(new Link(words, path + "?only=" + one.word()));
        }
        return Rendered.of(
                "catalogue/exchange/report",
                new ReportPage(
                        run.file(),
                        path,
                        notice,
                        state(run, texts),
                        facts,
                        ways,
                        shown.stream().map(row -> line(row, texts)).toList(),
                        new Pager(
                                after > 0 ? path + way(only, 0) : "",
                                rows.size() > ON_A_PAGE
                                        ? path + way(only, shown.getLast().line())
                                        : "",
                                ""),
                        run.writtenAt().isEmpty() && toWrite > 0
                                ? texts.localize("exchange.write", toWrite)
                                : ""));
    }

    private static String way(String only, int after) {
        return "?only=" + only + "&after=" + after;
    }

    private static ReportPage.Line line(ExchangeReports.Row row, Texts texts) {
        var words = texts.localize("exchange.verdict." + row.verdict().word());
        var tag =
                switch (row.verdict()) {
                    case ADDED -> Tag.got(words);
                    case CHANGED -> Tag.you(words);
                    case SAME -> Tag.plain(words);
                    case REFUSED -> Tag.late(words);
                };
        return new ReportPage.Line(
                row.line(), row.name().isEmpty() ? row.itemKey() : row.name(), tag, row.faults());
    }

    private Tag state(ExchangeReports.Run run, Texts texts) {
        return run.writtenAt()
                .map(
                        at ->
                                Tag.got(
                                        texts.localize(
                                                "exchange.written", LegalToday.of(at).toString())))
                .orElse(Tag.soon(texts.localize("exchange.reported")));
    }

    private static List<String> names(Texts texts) {
        return EntryTable.COLUMNS.stream()
                .map(
                        column ->
                                texts.has("entry." + column)
                                        ? texts.localize("entry." + column) + "（" + column + "）"
                                        : column)
                .toList();
    }

    private List<List<String>> rows() {
        return exchange.all().stream().map(EntryTable::row).toList();
    }

    private ResponseEntity<byte[]> sent(String as, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "实施清单 " + LegalToday.of(clock) + "." + as,
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }

    /** The last part of what a browser calls the file, without what no name holds. */
    private static String plain(String name) {
        var last = name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return last.length() > 100 ? last.substring(last.length() - 100) : last;
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
