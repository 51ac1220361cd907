package org.tongban.certificates.paper;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.claim.Parts;
import org.tongban.directory.Agency;
import org.tongban.files.PictureText;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Fact;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** One table of old certificates: its report, writing it, confirming it; the queue of all. */
@Controller
class PaperReports {

    private static final String ONE = PaperDoor.PATH + "/{id}";
    private static final String WHY = "why";
    private static final int LONGEST_WHY = 200;

    private final PaperDoor door;
    private final PaperBatches batches;
    private final WritePaper write;
    private final LookAtSample look;
    private final KnownTypes types;
    private final PictureText machine;
    private final PaperWords words;
    private final TextBundles bundles;

    PaperReports(
            PaperDoor door,
            PaperBatches batches,
            WritePaper write,
            LookAtSample look,
            KnownTypes types,
            PictureText machine,
            PaperWords words,
            TextBundles bundles) {
        this.door = door;
        this.batches = batches;
        this.write = write;
        this.look = look;
        this.types = types;
        this.machine = machine;
        this.words = words;
        this.bundles = bundles;
    }

    @GetMapping(ONE)
    @Open(door = Door.STAFF, audit = "old-paper.report-shown")
    Rendered show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "0") int after,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return page(
                door.open(id, staff), only, after, "", ErrorSummary.none(), staff, texts(request));
    }

    @PostMapping(ONE)
    @Open(door = Door.STAFF, audit = "old-paper.written")
    Object write(@PathVariable UUID id, StaffPrincipal staff) {
        if (!door.isOwn(door.open(id, staff), staff)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        // A second press finds it written and shows it.
        write.write(id, staff);
        return SeeOther.to(PaperDoor.path(id));
    }

    @PostMapping(ONE + "/confirmation")
    @Open(door = Door.STAFF, right = "decide", audit = "old-paper.confirmed")
    Object confirm(
            @PathVariable UUID id,
            @RequestParam(name = WHY, defaultValue = "") String why,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var batch = door.open(id, staff);
        if (!door.maySayItIsRight(batch, staff)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var texts = texts(request);
        var words = why.strip();
        var fault =
                words.isEmpty() || words.length() > LONGEST_WHY
                        ? texts.localize("paper.confirm.why.wrong", LONGEST_WHY)
                        : look.confirm(batch, words, staff)
                                ? ""
                                : texts.localize("paper.confirm.late");
        return fault.isEmpty()
                ? SeeOther.to(PaperDoor.path(id))
                : page(batch, "", 0, why, ErrorSummary.of(Map.of(WHY, fault)), staff, texts)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .at(PaperDoor.path(id));
    }

    /** Every contradiction that waits, of all tables of the reader's offices. */
    @GetMapping(PaperDoor.PATH + "/waiting")
    @Open(door = Door.STAFF, audit = "old-paper.queue-shown")
    Rendered waiting(
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "0") int line,
            StaffPrincipal staff,
            HttpServletRequest request) {
        door.requireRight(staff);
        var texts = texts(request);
        var found =
                batches.waiting(
                        door.own(staff).stream().map(Agency::key).toList(),
                        after.orElse(new UUID(0, 0)),
                        line);
        var shown = found.stream().limit(PaperBatches.PAGE).toList();
        var here = PaperDoor.PATH + "/waiting";
        return Rendered.of("certificates/paper/waiting")
                .with(
                        "lines",
                        shown.stream()
                                .map(
                                        one ->
                                                line(
                                                        one,
                                                        type(
                                                                batches.find(one.batch())
                                                                        .orElseThrow()),
                                                        texts))
                                .toList())
                .with(
                        "pager",
                        Pager.of(
                                here,
                                after.isEmpty(),
                                found,
                                PaperBatches.PAGE,
                                end -> here + "?after=" + end.batch() + "&line=" + end.line()));
    }

    private Rendered page(
            PaperBatch batch,
            String only,
            int after,
            String why,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var path = PaperDoor.path(batch.id());
        var counts = batches.counts(batch.id());
        var verdict =
                Arrays.stream(Verdict.values()).filter(one -> one.word().equals(only)).findFirst();
        var found = batches.lines(batch.id(), verdict, after, PaperBatches.PAGE + 1);
        var shown = found.stream().limit(PaperBatches.PAGE).toList();
        var facts = new ArrayList<Fact>();
        var ways = new ArrayList<Link>();
        ways.add(new Link(texts.localize("paper.all"), path));
        for (var one : Verdict.values()) {
            var label = texts.localize("paper.verdict." + one.word());
            facts.add(new Fact(label, Integer.toString(counts.getOrDefault(one, 0)), ""));
            if (counts.containsKey(one)) ways.add(new Link(label, path + "?only=" + one.word()));
        }
        var type = type(batch);
        var sample = batches.toLookAt(batch.id());
        var fresh = counts.getOrDefault(Verdict.NEW, 0);
        var settled = batches.isSettled(batch.id());
        var readings = batches.readings(batch.id());
        return Rendered.of(
                "certificates/paper/batch",
                new BatchPage(
                        path,
                        batch.file(),
                        texts.localize(
                                "paper.batch",
                                type.name(),
                                words.agency(batch.agency()),
                                batch.lines(),
                                batch.who(),
                                words.moment(batch.handedInAt(), texts)),
                        readings.isEmpty() ? "" : read(readings, texts),
                        PaperWords.state(batch, texts),
                        facts,
                        batch.writtenAt().isEmpty() && fresh > 0 && door.isOwn(batch, staff)
                                ? texts.localize("paper.write", fresh)
                                : "",
                        next(batch, settled, staff, texts),
                        sample.stream()
                                .map(
                                        line ->
                                                new Link(
                                                        texts.localize("paper.line", line.line()),
                                                        PaperDoor.path(batch.id(), line.line())))
                                .toList(),
                        mayConfirm(batch, settled, staff)
                                ? List.of(
                                        FieldView.text(WHY, texts.localize("paper.confirm.why"))
                                                .hint(texts.localize("paper.confirm.why.hint"))
                                                .maxLength(LONGEST_WHY)
                                                .value(why)
                                                .error(errors))
                                : List.of(),
                        ways,
                        shown.stream().map(line -> line(line, type, texts)).toList(),
                        Pager.of(
                                path + "?only=" + only,
                                after <= 0,
                                found,
                                PaperBatches.PAGE,
                                end -> path + "?only=" + only + "&after=" + end.line()),
                        errors));
    }

    /** How far a machine has read the scans; that it cannot, where it cannot. */
    private String read(Map<String, Integer> readings, Texts texts) {
        var open = readings.getOrDefault("open", 0);
        if (open > 0 && !machine.isThere()) return texts.localize("paper.read.off");
        var all = readings.values().stream().mapToInt(Integer::intValue).sum();
        return texts.localize(
                "paper.read.counts",
                all - open,
                readings.getOrDefault("agrees", 0),
                readings.getOrDefault("differs", 0),
                readings.getOrDefault("unread", 0),
                open);
    }

    private boolean mayConfirm(PaperBatch batch, boolean settled, StaffPrincipal staff) {
        return batch.writtenAt().isPresent()
                && batch.confirmedAt().isEmpty()
                && settled
                && staff.has("decide")
                && door.maySayItIsRight(batch, staff);
    }

    private String next(PaperBatch batch, boolean settled, StaffPrincipal staff, Texts texts) {
        if (batch.confirmedAt().isPresent()) {
            return texts.localize(
                    "paper.next.over",
                    batch.confirmedBy(),
                    words.moment(batch.confirmedAt().get(), texts));
        }
        if (batch.writtenAt().isEmpty()) return texts.localize("paper.next.write");
        if (!settled) return texts.localize("paper.next.look", DrawSample.ONE_IN);
        return mayConfirm(batch, true, staff) ? "" : texts.localize("paper.next.confirm");
    }

    private CertificateType type(PaperBatch batch) {
        return types.find(batch.type()).orElseThrow();
    }

    private BatchPage.Line line(PaperLine line, CertificateType type, Texts texts) {
        return new BatchPage.Line(
                new Link(
                        texts.localize("paper.line.number", line.line(), line.number()),
                        PaperDoor.path(line.batch(), line.line())),
                line.cells().getOrDefault(Parts.HOLDER, ""),
                PaperWords.verdict(line, texts),
                words.faults(line.faults(), type, texts));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
