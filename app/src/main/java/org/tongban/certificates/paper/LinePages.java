package org.tongban.certificates.paper;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.claim.Parts;
import org.tongban.certificates.paper.PaperLine.Decision;
import org.tongban.files.FileStore;
import org.tongban.files.PictureText;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** One line: a clerk decides about a contradiction, another person compares it with its scan. */
@Controller
class LinePages {

    private static final String ONE = PaperDoor.PATH + "/{id}/lines/{line}";
    private static final String WHY = "why";
    private static final int LONGEST_WHY = 200;
    private static final String AGREES = "agrees";
    private static final String DIFFERS = "differs";

    private final PaperDoor door;
    private final WritePaper write;
    private final LookAtSample look;
    private final Certificates certificates;
    private final KnownTypes types;
    private final FileStore store;
    private final ReadScans reading;
    private final PictureText machine;
    private final PaperWords words;
    private final TextBundles bundles;

    LinePages(
            PaperDoor door,
            WritePaper write,
            LookAtSample look,
            Certificates certificates,
            KnownTypes types,
            FileStore store,
            ReadScans reading,
            PictureText machine,
            PaperWords words,
            TextBundles bundles) {
        this.door = door;
        this.write = write;
        this.look = look;
        this.certificates = certificates;
        this.types = types;
        this.store = store;
        this.reading = reading;
        this.machine = machine;
        this.words = words;
        this.bundles = bundles;
    }

    @GetMapping(ONE)
    @Open(door = Door.STAFF, audit = "old-paper.line-shown")
    Rendered show(
            @PathVariable UUID id,
            @PathVariable int line,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return page(
                door.open(id, staff),
                door.open(id, line, staff),
                "",
                ErrorSummary.none(),
                staff,
                texts(request));
    }

    @GetMapping(ONE + "/scan")
    @Open(door = Door.STAFF, audit = "old-paper.scan-shown")
    ResponseEntity<InputStreamResource> scan(
            @PathVariable UUID id, @PathVariable int line, StaffPrincipal staff) {
        var scan =
                door.open(id, line, staff)
                        .scan()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, scan.type())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(store.open(scan.sm3())));
    }

    @PostMapping(ONE)
    @Open(door = Door.STAFF, audit = "old-paper.line-decided")
    Object decide(
            @PathVariable UUID id,
            @PathVariable int line,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(name = WHY, defaultValue = "") String why,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var batch = door.open(id, staff);
        var found = door.open(id, line, staff);
        var texts = texts(request);
        var reason = why.strip();
        var looks = found.isToBeLookedAt();
        var may = looks ? door.maySayItIsRight(batch, staff) : door.isOwn(batch, staff);
        if (!may) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        var needsReason = !act.equals(AGREES);
        if (reason.length() > LONGEST_WHY || (needsReason && reason.isEmpty())) {
            var fault = texts.localize("paper.why.wrong", LONGEST_WHY);
            return wrong(batch, found, why, Map.of(WHY, fault), staff, texts);
        }
        var done =
                looks
                        ? look.look(found, agrees(act), reason, staff)
                        : decided(found, act, reason, staff);
        if (!done) {
            var fault = texts.localize("paper.line.late");
            return wrong(batch, door.open(id, line, staff), why, Map.of(WHY, fault), staff, texts);
        }
        return SeeOther.to(PaperDoor.path(id));
    }

    private static boolean agrees(String act) {
        return switch (act) {
            case AGREES -> true;
            case DIFFERS -> false;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    private boolean decided(PaperLine line, String act, String reason, StaffPrincipal staff) {
        var decision =
                Arrays.stream(Decision.values())
                        .filter(one -> one.name().equals(act))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        try {
            return write.decide(line, decision, reason, staff);
        } catch (WritePaper.OvertakenLine movedOn) {
            return false;
        }
    }

    private Rendered wrong(
            PaperBatch batch,
            PaperLine line,
            String why,
            Map<String, String> faults,
            StaffPrincipal staff,
            Texts texts) {
        return page(batch, line, why, ErrorSummary.of(faults), staff, texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .at(PaperDoor.path(line.batch(), line.line()));
    }

    private Rendered page(
            PaperBatch batch,
            PaperLine line,
            String why,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var type = types.find(batch.type()).orElseThrow();
        var against = line.against().flatMap(certificates::find);
        var known = against.map(certificates::content);
        var acts = acts(batch, line, staff, texts);
        return Rendered.of(
                "certificates/paper/line",
                new LinePage(
                        new Link(batch.file(), PaperDoor.path(batch.id())),
                        texts.localize("paper.line.number", line.line(), line.number()),
                        PaperWords.verdict(line, texts),
                        words.faults(line.faults(), type, texts),
                        known.isPresent() ? texts.localize("paper.beside") : "",
                        new Link(
                                texts.localize("paper.beside.open"),
                                against.filter(found -> staff.has("decide"))
                                        .map(found -> "/staff/certificates/" + found.id())
                                        .orElse("")),
                        parts(line, type, known, texts),
                        line.scan().isPresent()
                                ? PaperDoor.path(line.batch(), line.line()) + "/scan"
                                : "",
                        line.scan().filter(scan -> scan.type().startsWith("image/")).isPresent(),
                        line.scan().isPresent() ? readBy(line, texts) : "",
                        read(line, type, texts),
                        done(line, texts),
                        acts.isEmpty()
                                ? ""
                                : texts.localize(
                                        line.isToBeLookedAt()
                                                ? "paper.look.lead"
                                                : "paper.decide.lead"),
                        acts.isEmpty() ? "" : PaperDoor.path(line.batch(), line.line()),
                        List.of(
                                FieldView.text(WHY, texts.localize("paper.why"))
                                        .hint(
                                                texts.localize(
                                                        line.isToBeLookedAt()
                                                                ? "paper.look.why.hint"
                                                                : "paper.why.hint"))
                                        .maxLength(LONGEST_WHY)
                                        .value(why)
                                        .error(errors)),
                        acts,
                        errors));
    }

    private List<LinePage.Act> acts(
            PaperBatch batch, PaperLine line, StaffPrincipal staff, Texts texts) {
        if (line.isToBeLookedAt()) {
            return door.maySayItIsRight(batch, staff)
                    ? List.of(
                            new LinePage.Act(AGREES, texts.localize("paper.act.agrees"), "main"),
                            new LinePage.Act(DIFFERS, texts.localize("paper.act.differs"), "stop"))
                    : List.of();
        }
        if (!door.isOwn(batch, staff) || batch.confirmedAt().isPresent()) return List.of();
        return line.open().stream()
                .map(
                        one ->
                                new LinePage.Act(
                                        one.name(),
                                        texts.localize(
                                                (line.isDoubtedByItsScan()
                                                                ? "paper.act.scan."
                                                                : "paper.act.")
                                                        + one.name()),
                                        one == Decision.KEPT ? "second" : "main"))
                .toList();
    }

    private List<String> done(PaperLine line, Texts texts) {
        var done = new ArrayList<String>();
        line.decision()
                .ifPresent(
                        one ->
                                done.add(
                                        texts.localize(
                                                "paper.done",
                                                texts.localize(
                                                        (line.against().isEmpty()
                                                                        ? "paper.decided.scan."
                                                                        : "paper.decided.")
                                                                + one.name()),
                                                line.decidedBy())));
        line.looked()
                .ifPresent(
                        one ->
                                done.add(
                                        texts.localize(
                                                "paper.done",
                                                texts.localize("paper.looked." + one),
                                                line.lookedBy())));
        return done;
    }

    private String readBy(PaperLine line, Texts texts) {
        var read = reading.readOf(line);
        if (read.isPresent()) {
            var how = ReadScans.reading(read.get()).name().toLowerCase(Locale.ROOT);
            return texts.localize("paper.read." + how);
        }
        return texts.localize(machine.isThere() ? "paper.read.open" : "paper.read.off");
    }

    private List<LinePage.Part> read(PaperLine line, CertificateType type, Texts texts) {
        return reading.readOf(line).orElse(Map.of()).entrySet().stream()
                .map(
                        one ->
                                new LinePage.Part(
                                        Parts.label(one.getKey(), type, texts),
                                        line.cells().getOrDefault(one.getKey(), "").strip(),
                                        one.getValue().read().isEmpty()
                                                ? texts.localize("paper.read.nothing")
                                                : one.getValue().read(),
                                        one.getValue().how() == ScanComparison.Part.DIFFERS))
                .toList();
    }

    private static List<LinePage.Part> parts(
            PaperLine line, CertificateType type, Optional<CertificateContent> known, Texts texts) {
        var there = known.map(LinePages::cells).orElse(Map.of());
        return Parts.of(type).stream()
                .filter(part -> !part.equals(Parts.SCAN))
                .map(
                        part -> {
                            var typed = line.cells().getOrDefault(part, "").strip();
                            var other = there.getOrDefault(part, "");
                            return new LinePage.Part(
                                    Parts.label(part, type, texts),
                                    typed,
                                    other,
                                    known.isPresent() && !same(typed, other));
                        })
                .toList();
    }

    /** Days may be written in several ways. */
    private static boolean same(String typed, String known) {
        return typed.equals(known)
                || org.tongban.web.Typed.date(typed)
                        .filter(day -> day.toString().equals(known))
                        .isPresent();
    }

    private static Map<String, String> cells(CertificateContent content) {
        var cells = new HashMap<String, String>();
        cells.put(Parts.NUMBER, content.number());
        cells.put(Parts.HOLDER, content.holder().name());
        cells.put(Parts.HOLDER_NUMBER, content.holder().number());
        cells.put(Parts.ISSUED_ON, content.issuedOn().toString());
        content.lastDay().ifPresent(day -> cells.put(Parts.VALID_UNTIL, day.toString()));
        content.lines().forEach(one -> cells.put(Parts.ofLine(one.key()), one.value()));
        return cells;
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
