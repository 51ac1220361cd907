package org.tongban.certificates.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Casework;
import org.tongban.casework.Trust;
import org.tongban.catalogue.sheet.TableFile;
import org.tongban.certificates.BrowsedHouse;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.HeldCertificates;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.claim.ClaimFault;
import org.tongban.certificates.claim.ClaimFault.Kind;
import org.tongban.certificates.claim.Parts;
import org.tongban.certificates.document.CertificateFiles;
import org.tongban.certificates.document.CertificateFiles.Format;
import org.tongban.certificates.paper.PaperLine.Decision;
import org.tongban.crypto.LookupHash;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;

@Tag("D2")
class OldPaperTests extends BrowsedHouse {

    private static final int LINES = 10_000;
    private static final int FAULTS = 137;
    private static final long SEED = 20261122;
    private static final String TYPE = "nurse-licence";
    private static final StaffPrincipal CLERK = staff("health1", "review");
    private static final StaffPrincipal HEAD = staff("health2", "decide");
    private static final DateTimeFormatter BIRTH = DateTimeFormatter.BASIC_ISO_DATE;

    @Autowired private TakeInPaper takeIn;
    @Autowired private WritePaper write;
    @Autowired private LookAtSample look;
    @Autowired private PaperBatches batches;
    @Autowired private Certificates certificates;
    @Autowired private HeldCertificates held;
    @Autowired private CertificateFiles files;
    @Autowired private KnownTypes types;
    @Autowired private LookupHash lookup;
    @Autowired private TextBundles bundles;

    /** A fault that is planted into a line: what is done to it, and what has to be found. */
    private record Planted(Kind kind, String part, boolean withPartner, Consumer<Row> how) {}

    /** A line and the one before it. */
    private record Row(Map<String, String> cells, Map<String, String> before) {
        void put(String part, String text) {
            cells.put(part, text);
        }

        void copy(String part) {
            cells.put(part, before.getOrDefault(part, ""));
        }
    }

    private static final List<Planted> KINDS =
            List.of(
                    planted(Kind.MISSING, Parts.NUMBER, row -> row.put(Parts.NUMBER, " ")),
                    planted(Kind.GARBLED, Parts.NUMBER, row -> row.put(Parts.NUMBER, "护??19")),
                    planted(Kind.SAYS_NOTHING, Parts.NUMBER, row -> row.put(Parts.NUMBER, "无")),
                    planted(
                            Kind.TOO_LONG,
                            Parts.NUMBER,
                            row -> row.put(Parts.NUMBER, "7".repeat(70))),
                    planted(Kind.WRONG_FORM, Parts.NUMBER, row -> row.put(Parts.NUMBER, "a<b>#1")),
                    planted(Kind.MISSING, Parts.HOLDER, row -> row.put(Parts.HOLDER, "")),
                    planted(Kind.SAYS_NOTHING, Parts.HOLDER, row -> row.put(Parts.HOLDER, "不详")),
                    planted(
                            Kind.NO_CITIZEN_ID,
                            Parts.HOLDER_NUMBER,
                            row -> row.put(Parts.HOLDER_NUMBER, "990101199001010018")),
                    planted(
                            Kind.NO_CITIZEN_ID,
                            Parts.HOLDER_NUMBER,
                            row -> row.put(Parts.HOLDER_NUMBER, "990101900101001")),
                    planted(
                            Kind.NO_CITIZEN_ID,
                            Parts.HOLDER_NUMBER,
                            row -> row.put(Parts.HOLDER_NUMBER, "990101202102290034")),
                    planted(
                            Kind.PERSON_WANTED,
                            Parts.HOLDER_NUMBER,
                            row -> row.put(Parts.HOLDER_NUMBER, "91350100M000100Y43")),
                    planted(Kind.MISSING, Parts.ISSUED_ON, row -> row.put(Parts.ISSUED_ON, "")),
                    planted(
                            Kind.NO_DAY,
                            Parts.ISSUED_ON,
                            row -> row.put(Parts.ISSUED_ON, "2019-13-45")),
                    planted(
                            Kind.IN_THE_FUTURE,
                            Parts.ISSUED_ON,
                            row -> row.put(Parts.ISSUED_ON, "2199-01-01")),
                    planted(
                            Kind.TOO_LONG_AGO,
                            Parts.ISSUED_ON,
                            row -> row.put(Parts.ISSUED_ON, "1901-01-01")),
                    planted(
                            Kind.BEFORE_BIRTH,
                            Parts.ISSUED_ON,
                            row -> row.put(Parts.ISSUED_ON, "1955-01-01")),
                    planted(Kind.MISSING, Parts.VALID_UNTIL, row -> row.put(Parts.VALID_UNTIL, "")),
                    planted(
                            Kind.NO_DAY,
                            Parts.VALID_UNTIL,
                            row -> row.put(Parts.VALID_UNTIL, "明年")),
                    planted(
                            Kind.ENDS_BEFORE_IT_BEGINS,
                            Parts.VALID_UNTIL,
                            row -> row.put(Parts.VALID_UNTIL, "2000-01-01")),
                    planted(
                            Kind.LONGER_THAN_THE_TYPE,
                            Parts.VALID_UNTIL,
                            row -> row.put(Parts.VALID_UNTIL, "2099-01-01")),
                    planted(Kind.MISSING, "f.education", row -> row.put("f.education", "")),
                    planted(Kind.GARBLED, "f.employer", row -> row.put("f.employer", "县\uFFFD院")),
                    planted(
                            Kind.TOO_LONG,
                            "f.employer",
                            row -> row.put("f.employer", "院".repeat(600))),
                    planted(
                            Kind.NO_CITIZEN_ID,
                            "f.nurseId",
                            row -> row.put("f.nurseId", "440524188001010015")),
                    planted(Kind.SCAN_MISSING, Parts.SCAN, row -> row.put(Parts.SCAN, "不在包里.png")),
                    planted(Kind.SCAN_UNFIT, Parts.SCAN, row -> row.put(Parts.SCAN, "其实是文字.jpg")),
                    new Planted(
                            Kind.NUMBER_TWICE, Parts.NUMBER, true, row -> row.copy(Parts.NUMBER)),
                    new Planted(
                            Kind.HOLDER_TWICE,
                            Parts.HOLDER_NUMBER,
                            true,
                            row -> row.copy(Parts.HOLDER_NUMBER)),
                    new Planted(
                            Kind.SCAN_TWICE,
                            Parts.SCAN,
                            true,
                            row -> {
                                row.before().put(Parts.SCAN, "存根 1.png");
                                row.put(Parts.SCAN, "扫描/存根 1.png");
                            }));

    private static Planted planted(Kind kind, String part, Consumer<Row> how) {
        return new Planted(kind, part, false, how);
    }

    @Test
    void ofTenThousandOldCertificatesEveryPlantedFaultIsFoundAndNothingElse() throws Exception {
        var rows = rows(LINES, "N");
        var wanted = plant(rows);

        var report = handIn("护士.csv", rows, archive(StandardCharsets.UTF_8));

        var refused = batches.lines(report, Optional.of(Verdict.REFUSED), 0, LINES);
        assertThat(refused.stream().map(PaperLine::line))
                .containsExactlyElementsOf(wanted.keySet().stream().sorted().toList());
        assertThat(refused)
                .allSatisfy(line -> assertThat(line.faults()).contains(wanted.get(line.line())));
        var sound = LINES - wanted.size();
        assertThat(batches.counts(report))
                .isEqualTo(Map.of(Verdict.NEW, sound, Verdict.REFUSED, wanted.size()));

        assertThat(write.write(report, CLERK)).contains(sound);
        assertThat(write.write(report, CLERK)).isEmpty();
        assertThat(batches.toLookAt(report)).hasSize(PaperBatches.PAGE);

        var again = handIn("护士.csv", rows, archive(StandardCharsets.UTF_8));

        assertThat(batches.counts(again))
                .isEqualTo(Map.of(Verdict.SAME, sound, Verdict.REFUSED, wanted.size()));
    }

    @Test
    void whatCameFromPaperServesOnlyWhenItsOfficeHasConfirmedIt() throws Exception {
        var rows = rows(6, "C");
        rows.getFirst().put(Parts.SCAN, "存根 1.png");
        var batch = handIn("护士.xlsx", rows, archive(Charset.forName("GB18030")));
        write.write(batch, CLERK);
        var first = certificates.withNumber("C000000").orElseThrow();

        assertThat(first.trust()).isEqualTo(Trust.C);
        assertThat(files.of(first, Format.OFD)).isEmpty();
        assertThat(held.of(holder(rows.getFirst()), TYPE)).isEmpty();
        assertThat(look.confirm(find(batch), "存根核对", HEAD)).isFalse();

        batches.toLookAt(batch).forEach(line -> look.look(line, true, "", HEAD));

        assertThat(look.confirm(find(batch), "存根核对", HEAD)).isTrue();
        var confirmed = certificates.find(first.id()).orElseThrow();
        assertThat(confirmed.trust()).isEqualTo(Trust.B);
        assertThat(files.of(confirmed, Format.OFD)).isPresent();
        assertThat(held.of(holder(rows.getFirst()), TYPE).orElseThrow().holds()).isTrue();
        assertThat(batches.lines(batch, Optional.empty(), 0, 1).getFirst().scan()).isPresent();
    }

    @Test
    void aLineThatDiffersFromItsScanIsTakenBackAndAsManyAreDrawnAgain() throws Exception {
        var rows = rows(12, "D");
        var batch = handIn("护士.csv", rows, new byte[0]);
        write.write(batch, CLERK);
        var drawn = batches.toLookAt(batch);
        assertThat(drawn).hasSize(DrawSample.FEWEST);

        look.look(drawn.getFirst(), false, "姓名不同", HEAD);

        var taken = certificates.find(drawn.getFirst().certificate().orElseThrow()).orElseThrow();
        assertThat(taken.status()).isEqualTo(Certificate.Status.REVOKED);
        assertThat(batches.toLookAt(batch)).hasSize(2 * DrawSample.FEWEST - 1);
    }

    @Test
    void aClerkDecidesWhatContradictsTheLibrary() throws Exception {
        var rows = rows(4, "E");
        var batch = handIn("护士.csv", rows, new byte[0]);
        write.write(batch, CLERK);
        rows.get(0).put("f.employer", "县中医院");
        rows.get(1).put(Parts.HOLDER_NUMBER, citizen(LocalDate.of(1971, 3, 4), 77));
        rows.get(2).put(Parts.NUMBER, "E999999");
        var later = handIn("护士.csv", rows, new byte[0]);

        assertThat(batches.counts(later))
                .isEqualTo(Map.of(Verdict.CHANGED, 1, Verdict.DOUBTED, 2, Verdict.SAME, 1));
        var changed = line(later, 2);
        assertThat(line(later, 3).open()).containsExactly(Decision.KEPT);
        assertThat(line(later, 4).faults())
                .extracting(ClaimFault::kind)
                .containsExactly(Kind.ANOTHER_IN_FORCE);

        assertThat(write.decide(changed, Decision.TAKEN, "存根为准", CLERK)).isTrue();
        assertThat(write.decide(changed, Decision.TAKEN, "存根为准", CLERK)).isFalse();
        assertThat(write.decide(line(later, 4), Decision.BOTH, "两处执业", CLERK)).isTrue();

        var second = certificates.withNumber("E000000").orElseThrow();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.trust()).isEqualTo(Trust.C);
        assertThat(certificates.content(second).lines())
                .extracting(one -> one.value())
                .contains("县中医院");
        assertThat(certificates.withNumber("E999999")).isPresent();
        assertThat(batches.toLookAt(later)).hasSize(2);
    }

    private PaperLine line(UUID batch, int line) {
        return batches.line(batch, line).orElseThrow();
    }

    private PaperBatch find(UUID batch) {
        return batches.find(batch).orElseThrow();
    }

    private byte[] holder(Map<String, String> row) {
        return lookup.of(String.valueOf(row.get(Parts.HOLDER_NUMBER)), Casework.APPLICANT);
    }

    /** Plants the faults; gives by line what has to be found there. */
    private static Map<Integer, ClaimFault> plant(List<Map<String, String>> rows) {
        var places =
                IntStream.range(1, LINES / 7).map(k -> 7 * k).boxed().collect(Collectors.toList());
        Collections.shuffle(places, new Random(SEED));
        var wanted = new LinkedHashMap<Integer, ClaimFault>();
        var scansTwice = false;
        for (var at = 0; at < FAULTS; at++) {
            var kind = KINDS.get(at % KINDS.size());
            // One picture in the archive can be named twice once.
            if (kind.kind() == Kind.SCAN_TWICE && scansTwice) kind = KINDS.getFirst();
            scansTwice |= kind.kind() == Kind.SCAN_TWICE;
            int place = places.get(at);
            kind.how().accept(new Row(rows.get(place), rows.get(place - 1)));
            var fault = new ClaimFault(kind.kind(), kind.part());
            wanted.put(place + 2, fault);
            if (kind.withPartner()) wanted.put(place + 1, fault);
        }
        return wanted;
    }

    private UUID handIn(String name, List<Map<String, String>> rows, byte[] scans)
            throws IOException {
        var type = type();
        var header = PaperTable.header(type, bundles.in(Preferences.CHINESE));
        var parts = Parts.of(type);
        var cells =
                rows.stream()
                        .map(row -> parts.stream().map(p -> row.getOrDefault(p, "")).toList())
                        .toList();
        var table =
                name.endsWith(".csv")
                        ? TableFile.csv(header, cells)
                        : TableFile.excel("护士", header, cells);
        return takeIn.report(type, "health", name, table, scans, CLERK);
    }

    private CertificateType type() {
        return types.find(TYPE).orElseThrow();
    }

    private static List<Map<String, String>> rows(int count, String before) {
        var rows = new ArrayList<Map<String, String>>();
        for (var at = 0; at < count; at++) {
            var issued = LocalDate.of(2023, 1, 2).plusDays(at % 900);
            var id = citizen(LocalDate.of(1960, 1, 1).plusDays(at), before.charAt(0) * 10 % 1000);
            var row = new LinkedHashMap<String, String>();
            row.put(Parts.NUMBER, before + "%06d".formatted(at));
            row.put(Parts.HOLDER, "护某" + (char) ('一' + at % 2000));
            row.put(Parts.HOLDER_NUMBER, id);
            row.put(Parts.ISSUED_ON, issued.toString());
            row.put(Parts.VALID_UNTIL, issued.plusYears(5).minusDays(1).toString());
            row.put("f.nurseName", "护某" + (char) ('一' + at % 2000));
            row.put("f.nurseId", id);
            row.put("f.education", at % 2 == 0 ? "大专" : "本科");
            row.put("f.employer", "县人民医院");
            rows.add(row);
        }
        return rows;
    }

    /** A number of the region that does not exist. */
    private static String citizen(LocalDate born, int sequence) {
        var text = "990101" + BIRTH.format(born) + "%03d".formatted(sequence);
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = IntStream.range(0, 17).map(i -> (text.charAt(i) - '0') * weights[i]).sum();
        return text + "10X98765432".charAt(sum % 11);
    }

    private static byte[] archive(Charset names) throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "png", picture);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, names)) {
            for (var file :
                    Map.of(
                                    "扫描/存根 1.png",
                                    picture.toByteArray(),
                                    "扫描/其实是文字.jpg",
                                    "不是图片".getBytes(StandardCharsets.UTF_8))
                            .entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static StaffPrincipal staff(String login, String right) {
        return new StaffPrincipal(
                UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8)),
                login,
                login,
                Set.of(),
                Set.of(right),
                Set.of("health"),
                Set.of(),
                false);
    }
}
