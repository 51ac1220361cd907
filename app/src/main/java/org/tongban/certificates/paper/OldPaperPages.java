package org.tongban.certificates.paper;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.sheet.TableFile;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.KnownTypes;
import org.tongban.directory.Agency;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** Old paper of an office: how far it is, what was handed in, and handing a table in. */
@Controller
class OldPaperPages {

    private static final String TYPE = "type";
    private static final String AGENCY = "agency";
    private static final String TABLE = "table";
    private static final String SCANS = "scans";
    private static final String STOCK = "stock";
    private static final int MOST_STOCK = 10_000_000;
    private static final int LONGEST_NAME = 100;

    private final PaperDoor door;
    private final TakeInPaper takeIn;
    private final PaperBatches batches;
    private final PaperProgress progress;
    private final KnownTypes types;
    private final PaperWords words;
    private final TextBundles bundles;

    OldPaperPages(
            PaperDoor door,
            TakeInPaper takeIn,
            PaperBatches batches,
            PaperProgress progress,
            KnownTypes types,
            PaperWords words,
            TextBundles bundles) {
        this.door = door;
        this.takeIn = takeIn;
        this.batches = batches;
        this.progress = progress;
        this.types = types;
        this.words = words;
        this.bundles = bundles;
    }

    /** What was typed into one of the two forms. */
    private record Asked(String type, String agency, String stock) {
        static final Asked NOTHING = new Asked("", "", "");
    }

    @GetMapping(PaperDoor.PATH)
    @Open(door = Door.STAFF, audit = "old-paper.listed")
    Rendered list(
            @RequestParam Optional<UUID> before, StaffPrincipal staff, HttpServletRequest request) {
        return page(Asked.NOTHING, before, ErrorSummary.none(), staff, texts(request));
    }

    /** The empty table of a type. */
    @GetMapping(PaperDoor.PATH + "/table")
    @Open(door = Door.STAFF, audit = "old-paper.table-downloaded")
    ResponseEntity<byte[]> table(@RequestParam String type, StaffPrincipal staff) {
        door.requireRight(staff);
        var found =
                types.find(type)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var header = PaperTable.header(found, bundles.in(Preferences.CHINESE));
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.name() + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(TableFile.excel(found.name(), header, List.of()));
    }

    @PostMapping(PaperDoor.PATH)
    @Open(door = Door.STAFF, audit = "old-paper.handed-in")
    Object handIn(
            @RequestParam(name = TYPE, defaultValue = "") String typeKey,
            @RequestParam(name = AGENCY, defaultValue = "") String agency,
            @RequestParam(name = TABLE, required = false) Optional<MultipartFile> table,
            @RequestParam(name = SCANS, required = false) Optional<MultipartFile> scans,
            StaffPrincipal staff,
            HttpServletRequest request)
            throws IOException {
        var texts = texts(request);
        var asked = new Asked(typeKey, agency, "");
        var faults = chosen(typeKey, agency, staff, texts);
        var name = table.map(OldPaperPages::plain).orElse("");
        if (table.filter(file -> !file.isEmpty()).isEmpty()) {
            faults.put(TABLE, texts.localize("paper.file.missing"));
        } else if (!name.matches("(?i).*\\.(csv|xlsx)")) {
            faults.put(TABLE, texts.localize("paper.file.kind"));
        }
        var archive = scans.filter(file -> !file.isEmpty());
        if (archive.map(OldPaperPages::plain).filter(n -> !n.matches("(?i).*\\.zip")).isPresent()) {
            faults.put(SCANS, texts.localize("paper.scans.kind"));
        }
        if (!faults.isEmpty()) return wrong(asked, faults, staff, texts);
        try {
            var batch =
                    takeIn.report(
                            types.find(typeKey).orElseThrow(),
                            agency,
                            name,
                            table.orElseThrow().getBytes(),
                            archive.isPresent() ? archive.get().getBytes() : new byte[0],
                            staff);
            return SeeOther.to(PaperDoor.path(batch));
        } catch (TableFile.Unreadable unreadable) {
            faults.put(TABLE, String.valueOf(unreadable.getMessage()));
            return wrong(asked, faults, staff, texts);
        }
    }

    @PostMapping(PaperDoor.PATH + "/stock")
    @Open(door = Door.STAFF, audit = "old-paper.stock-said")
    Object say(
            @RequestParam(name = TYPE, defaultValue = "") String typeKey,
            @RequestParam(name = AGENCY, defaultValue = "") String agency,
            @RequestParam(name = STOCK, defaultValue = "") String typed,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = texts(request);
        var faults = new LinkedHashMap<String, String>();
        chosen(typeKey, agency, staff, texts).forEach((at, why) -> faults.put("of-" + at, why));
        var stock =
                Typed.integer(typed)
                        .filter(number -> number.signum() > 0 && number.bitLength() < 31)
                        .map(Number::intValue)
                        .filter(number -> number <= MOST_STOCK);
        if (stock.isEmpty()) faults.put(STOCK, texts.localize("paper.stock.wrong", MOST_STOCK));
        if (!faults.isEmpty()) {
            return wrong(new Asked(typeKey, agency, typed), faults, staff, texts);
        }
        progress.say(agency, typeKey, stock.orElseThrow(), staff);
        return SeeOther.to(PaperDoor.PATH);
    }

    private Map<String, String> chosen(
            String type, String agency, StaffPrincipal staff, Texts texts) {
        var faults = new LinkedHashMap<String, String>();
        if (door.own(staff).stream().noneMatch(own -> own.key().equals(agency))) {
            faults.put(AGENCY, texts.localize("paper.agency.wrong"));
        }
        if (types.find(type).isEmpty()) faults.put(TYPE, texts.localize("paper.type.wrong"));
        return faults;
    }

    private Rendered wrong(
            Asked asked, Map<String, String> faults, StaffPrincipal staff, Texts texts) {
        return page(asked, Optional.empty(), ErrorSummary.of(faults), staff, texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .at(PaperDoor.PATH);
    }

    private Rendered page(
            Asked asked,
            Optional<UUID> before,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var seen = door.seen(staff);
        var own = door.own(staff);
        var found = batches.of(seen, before);
        var shown = found.stream().limit(PaperBatches.PAGE).toList();
        var waiting =
                batches.waiting(own.stream().map(Agency::key).toList(), new UUID(0, 0), 0).size();
        return Rendered.of(
                "certificates/paper/list",
                new OldPaperPage(
                        waiting == 0
                                ? ""
                                : texts.localize(
                                        waiting > PaperBatches.PAGE
                                                ? "paper.waiting.many"
                                                : "paper.waiting",
                                        Math.min(waiting, PaperBatches.PAGE)),
                        progress.of(seen).stream().map(line -> progress(line, texts)).toList(),
                        own.isEmpty() ? List.of() : fields(asked, own, errors, texts),
                        own.isEmpty() ? List.of() : stock(asked, own, errors, texts),
                        own.isEmpty()
                                ? List.of()
                                : types.all().stream()
                                        .map(
                                                type ->
                                                        new Link(
                                                                type.name(),
                                                                PaperDoor.PATH
                                                                        + "/table?type="
                                                                        + type.key()))
                                        .toList(),
                        shown.stream().map(batch -> batch(batch, texts)).toList(),
                        new Pager(
                                before.isPresent() ? PaperDoor.PATH : "",
                                found.size() > shown.size()
                                        ? PaperDoor.PATH + "?before=" + shown.getLast().id()
                                        : "",
                                ""),
                        errors));
    }

    private OldPaperPage.Progress progress(PaperProgress.Line line, Texts texts) {
        return new OldPaperPage.Progress(
                words.agency(line.agency()),
                words.type(line.type()),
                line.stock().map(String::valueOf).orElse(texts.localize("paper.stock.unsaid")),
                Integer.toString(line.written()),
                Integer.toString(line.confirmed()),
                line.stock()
                        .map(stock -> Math.min(100, 100L * line.written() / stock) + "%")
                        .orElse(""));
    }

    private OldPaperPage.Batch batch(PaperBatch batch, Texts texts) {
        return new OldPaperPage.Batch(
                new Link(batch.file(), PaperDoor.path(batch.id())),
                texts.localize(
                        "paper.batch",
                        words.type(batch.type()),
                        words.agency(batch.agency()),
                        batch.lines(),
                        batch.who(),
                        words.moment(batch.handedInAt(), texts)),
                PaperWords.state(batch, texts));
    }

    private List<FieldView> fields(
            Asked asked, List<Agency> own, ErrorSummary errors, Texts texts) {
        var fields = new ArrayList<>(chosen(asked, own, "", errors, texts));
        fields.add(
                FieldView.of(FieldKind.FILE, TABLE, texts.localize("paper.file"))
                        .hint(texts.localize("paper.file.hint", PaperTable.MOST_LINES))
                        .files(".csv,.xlsx", false, false)
                        .error(errors));
        fields.add(
                FieldView.of(FieldKind.FILE, SCANS, texts.localize("paper.scans"))
                        .hint(texts.localize("paper.scans.hint"))
                        .files(".zip", false, false)
                        .optional()
                        .error(errors));
        return fields;
    }

    private List<FieldView> stock(Asked asked, List<Agency> own, ErrorSummary errors, Texts texts) {
        var fields = new ArrayList<>(chosen(asked, own, "of-", errors, texts));
        fields.add(
                FieldView.of(FieldKind.INTEGER, STOCK, texts.localize("paper.stock"))
                        .hint(texts.localize("paper.stock.hint"))
                        .value(asked.stock())
                        .error(errors));
        return fields;
    }

    private List<FieldView> chosen(
            Asked asked, List<Agency> own, String before, ErrorSummary errors, Texts texts) {
        return List.of(
                FieldView.of(FieldKind.CHOICE, AGENCY, texts.localize("paper.agency"))
                        .id(before + AGENCY)
                        .options(
                                own.stream()
                                        .map(agency -> new Option(agency.key(), agency.name()))
                                        .toList())
                        .value(own.size() == 1 ? own.getFirst().key() : asked.agency())
                        .error(errors),
                FieldView.of(FieldKind.CHOICE, TYPE, texts.localize("paper.type"))
                        .id(before + TYPE)
                        .options(types.all().stream().map(OldPaperPages::option).toList())
                        .value(asked.type())
                        .error(errors));
    }

    private static Option option(CertificateType type) {
        return new Option(type.key(), type.name());
    }

    /** The last part of what a browser calls the file, without what no name holds. */
    private static String plain(MultipartFile file) {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        var last = name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
