package org.tongban.certificates.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.sheet.TableFile;
import org.tongban.certificates.BrowsedHouse;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.claim.ClaimFault;
import org.tongban.certificates.claim.Parts;
import org.tongban.certificates.paper.PaperLine.Decision;
import org.tongban.files.PictureText;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;

/**
 * Scans that are drawn here, with noise and a little askew, are read by machine. What the table
 * says otherwise is found, a person is asked, and nothing else happens.
 */
@Tag("D2")
class ReadScansTests extends BrowsedHouse {

    private static final String TYPE = "nurse-licence";
    private static final StaffPrincipal CLERK = staff("health1", "review");
    private static final DateTimeFormatter BIRTH = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int LINES = 10;
    private static final List<String> NAMES =
            List.of("陆某芳", "韦某山", "石某云", "潘某忠", "吴某珍", "王某强", "杨某波", "蒙某丽");

    @Autowired private TakeInPaper takeIn;
    @Autowired private WritePaper write;
    @Autowired private PaperBatches batches;
    @Autowired private ReadScans reading;
    @Autowired private PictureText machine;
    @Autowired private Certificates certificates;
    @Autowired private KnownTypes types;
    @Autowired private TextBundles bundles;

    @Test
    void whatIsPlantedIsFoundAndAClerkDecides() throws Exception {
        Assumptions.assumeTrue(machine.isThere(), "pictures cannot be read on this machine");
        var rows = rows("R", 5);
        var scans = scans(rows, new Random(5));
        var planted = new LinkedHashMap<Integer, ClaimFault>();
        plant(rows, planted, 1, Parts.NUMBER, "R20235209991");
        plant(rows, planted, 3, Parts.HOLDER, "莫某江");
        plant(rows, planted, 5, Parts.ISSUED_ON, "2023-04-18");
        plant(rows, planted, 8, Parts.VALID_UNTIL, "2027-11-30");
        var batch = handIn(rows, scans);

        readAll();

        var waiting = batches.lines(batch, Optional.of(Verdict.DOUBTED), 0, LINES);
        assertThat(waiting.stream().map(PaperLine::line)).containsAll(planted.keySet());
        assertThat(waiting)
                .allSatisfy(
                        line -> {
                            assertThat(line.isDoubtedByItsScan()).isTrue();
                            assertThat(line.open()).containsExactly(Decision.KEPT, Decision.TAKEN);
                        });
        waiting.stream()
                .filter(line -> planted.containsKey(line.line()))
                .forEach(line -> assertThat(line.faults()).contains(planted.get(line.line())));
        // A misread character costs a clerk a look, and more than one in ten would cost trust.
        assertThat(waiting.size() - planted.size()).isLessThanOrEqualTo(LINES / 10);
        assertThat(certificates.withNumber(cell(rows.getFirst(), Parts.NUMBER))).isEmpty();

        assertThat(write.write(batch, CLERK)).contains(LINES - waiting.size());
        var byClerk = waiting.stream().filter(line -> planted.containsKey(line.line())).toList();
        assertThat(write.decide(byClerk.get(0), Decision.KEPT, "号码写错", CLERK)).isTrue();
        assertThat(write.decide(byClerk.get(1), Decision.TAKEN, "机器读错", CLERK)).isTrue();
        assertThat(certificates.withNumber(byClerk.get(0).number())).isEmpty();
        assertThat(certificates.withNumber(byClerk.get(1).number())).isPresent();
        assertThat(batches.toLookAt(batch).stream().map(PaperLine::line))
                .as("another person compares what a clerk took over")
                .contains(byClerk.get(1).line());
    }

    @Test
    void whatWasWrittenBeforeItWasReadIsComparedByAPerson() throws Exception {
        Assumptions.assumeTrue(machine.isThere(), "pictures cannot be read on this machine");
        var rows = rows("S", 60).subList(0, 3);
        var scans = scans(rows, new Random(6));
        var planted = new LinkedHashMap<Integer, ClaimFault>();
        plant(rows, planted, 1, Parts.HOLDER, "莫某江");
        var batch = handIn(rows, scans);
        write.write(batch, CLERK);

        readAll();

        var wrong = batches.line(batch, 1 + 2).orElseThrow();
        assertThat(wrong.sampled()).isTrue();
        assertThat(wrong.verdict())
                .isEqualTo(wrong.certificate().isPresent() ? Verdict.NEW : Verdict.DOUBTED);
        assertThat(reading.readOf(wrong).orElseThrow().get(Parts.HOLDER))
                .extracting(ScanComparison.Found::how)
                .isEqualTo(ScanComparison.Part.DIFFERS);
    }

    @Test
    void aScanThatWasKeptAsPdfIsReadAsWellAndABrokenOneHoldsNobodyUp() throws Exception {
        Assumptions.assumeTrue(machine.isThere(), "pictures cannot be read on this machine");
        var rows = rows("P", 120).subList(0, 3);
        var scans = new LinkedHashMap<String, byte[]>();
        for (var row : rows) {
            var name = cell(row, Parts.SCAN).replace(".png", ".pdf");
            scans.put(name, pdf(scan(row, new Random(8))));
            row.put(Parts.SCAN, name);
        }
        scans.put(
                cell(rows.get(2), Parts.SCAN),
                "%PDF-1.7\nnothing\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        var planted = new LinkedHashMap<Integer, ClaimFault>();
        plant(rows, planted, 1, Parts.ISSUED_ON, "2023-04-18");
        var batch = handIn(rows, scans);

        readAll();

        assertThat(batches.readings(batch))
                .containsEntry("agrees", 1)
                .containsEntry("differs", 1)
                .containsEntry("unread", 1);
        assertThat(batches.lines(batch, Optional.of(Verdict.DOUBTED), 0, LINES))
                .singleElement()
                .satisfies(line -> assertThat(line.faults()).contains(planted.get(1 + 2)));
    }

    private static byte[] pdf(byte[] picture) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var image = PDImageXObject.createFromByteArray(document, picture, "scan");
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 20, 300, 555, 355);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aBlankScanSaysNothing() throws Exception {
        Assumptions.assumeTrue(machine.isThere(), "pictures cannot be read on this machine");
        var rows = rows("T", 90).subList(0, 1);
        var blank = new ByteArrayOutputStream();
        var white = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        white.createGraphics().fillRect(0, 0, 400, 300);
        ImageIO.write(white, "png", blank);
        var batch = handIn(rows, Map.of("0.png", blank.toByteArray()));

        readAll();

        assertThat(batches.readings(batch)).containsEntry("unread", 1);
        assertThat(batches.counts(batch)).containsEntry(Verdict.NEW, 1);
    }

    private static String cell(Map<String, String> row, String part) {
        return Objects.requireNonNull(row.get(part));
    }

    /** The job of the house may have one in hand at this moment. */
    private void readAll() throws IOException {
        var open = batches.unread(1_000).size();
        var before = memory();
        var began = System.nanoTime();
        while (!batches.unread(1).isEmpty()) {
            reading.run();
        }
        LoggerFactory.getLogger(ReadScansTests.class)
                .info(
                        "read {} scans in {} ms, before {}, after {}",
                        open,
                        (System.nanoTime() - began) / 1_000_000,
                        before,
                        memory());
    }

    private static String memory() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return "";
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("");
    }

    private static void plant(
            List<Map<String, String>> rows,
            Map<Integer, ClaimFault> planted,
            int at,
            String part,
            String says) {
        rows.get(at).put(part, says);
        if (part.equals(Parts.HOLDER)) rows.get(at).put("f.nurseName", says);
        planted.put(at + 2, new ClaimFault(ClaimFault.Kind.SCAN_SAYS_OTHERWISE, part));
    }

    private static List<Map<String, String>> rows(String before, int sequence) {
        var rows = new ArrayList<Map<String, String>>();
        for (var at = 0; at < LINES; at++) {
            var issued = LocalDate.of(2023, 1, 2).plusDays(at * 17L);
            var id = citizen(LocalDate.of(1985, 3, 1).plusDays(at), sequence);
            var row = new LinkedHashMap<String, String>();
            row.put(Parts.NUMBER, before + "202352%05d".formatted(1000 + at * 37));
            row.put(Parts.HOLDER, NAMES.get(at % NAMES.size()));
            row.put(Parts.HOLDER_NUMBER, id);
            row.put(Parts.ISSUED_ON, issued.toString());
            row.put(Parts.VALID_UNTIL, issued.plusYears(5).minusDays(1).toString());
            row.put(Parts.SCAN, at + ".png");
            row.put("f.nurseName", NAMES.get(at % NAMES.size()));
            row.put("f.nurseId", id);
            row.put("f.education", "本科");
            row.put("f.employer", "县人民医院");
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, byte[]> scans(List<Map<String, String>> rows, Random random)
            throws IOException {
        var scans = new LinkedHashMap<String, byte[]>();
        for (var row : rows) {
            scans.put(String.valueOf(row.get(Parts.SCAN)), scan(row, random));
        }
        return scans;
    }

    /** A page as a flat-bed scanner gives it: askew by up to a degree, greyish, with specks. */
    private static byte[] scan(Map<String, String> row, Random random) throws IOException {
        var image = new BufferedImage(1000, 640, BufferedImage.TYPE_INT_RGB);
        var page = image.createGraphics();
        page.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        page.setColor(new Color(246, 244, 238));
        page.fillRect(0, 0, 1000, 640);
        page.rotate(Math.toRadians(random.nextDouble() * 2 - 1), 500, 320);
        page.setColor(new Color(30, 30, 40));
        page.setFont(new Font("Noto Sans CJK SC", Font.PLAIN, 44));
        page.drawString("护士执业证书", 350, 90);
        page.setFont(new Font("Noto Sans CJK SC", Font.PLAIN, 30));
        page.drawString("证书编号：" + row.get(Parts.NUMBER), 120, 200);
        page.drawString("姓名：" + row.get(Parts.HOLDER), 120, 280);
        page.drawString("执业地点：县人民医院", 120, 360);
        page.drawString("发证日期：" + printed(cell(row, Parts.ISSUED_ON)), 120, 440);
        page.drawString("有效期至：" + printed(cell(row, Parts.VALID_UNTIL)), 120, 520);
        page.dispose();
        for (var speck = 0; speck < 1500; speck++) {
            var grey = 120 + random.nextInt(120);
            image.setRGB(
                    random.nextInt(1000),
                    random.nextInt(640),
                    new Color(grey, grey, grey).getRGB());
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static String printed(String day) {
        return LocalDate.parse(day).format(PRINTED);
    }

    private UUID handIn(List<Map<String, String>> rows, Map<String, byte[]> scans)
            throws IOException {
        var type = types.find(TYPE).orElseThrow();
        var header = PaperTable.header(type, bundles.in(Preferences.CHINESE));
        var parts = Parts.of(type);
        var cells =
                rows.stream()
                        .map(row -> parts.stream().map(p -> row.getOrDefault(p, "")).toList())
                        .toList();
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped, StandardCharsets.UTF_8)) {
            for (var scan : scans.entrySet()) {
                zip.putNextEntry(new ZipEntry(scan.getKey()));
                zip.write(scan.getValue());
                zip.closeEntry();
            }
        }
        return takeIn.report(
                type,
                "health",
                "护士.csv",
                TableFile.csv(header, cells),
                zipped.toByteArray(),
                CLERK);
    }

    /** A number of the region that does not exist. */
    private static String citizen(LocalDate born, int sequence) {
        var text = "990101" + BIRTH.format(born) + "%03d".formatted(sequence);
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = IntStream.range(0, 17).map(i -> (text.charAt(i) - '0') * weights[i]).sum();
        return text + "10X98765432".charAt(sum % 11);
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
