package org.tongban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.tongban.documents.Packages.altered;
import static org.tongban.documents.Packages.file;
import static org.tongban.documents.Packages.files;
import static org.tongban.documents.Packages.flipped;
import static org.tongban.documents.Packages.rehashed;
import static org.tongban.documents.Packages.resealed;
import static org.tongban.documents.Packages.with;
import static org.tongban.documents.Packages.without;
import static org.tongban.documents.Packages.zip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.documents.CheckReport.Refusal;
import org.tongban.documents.ofd.OfdCheck;
import org.tongban.documents.pdf.PdfCheck;
import org.tongban.documents.seal.HeldSeal;
import org.tongban.documents.seal.SealChecks;

/** Forged and hostile files, each refused at the right step for the right reason. */
@Tag("D2")
class ForgeryTests {

    @TempDir static Path folder;
    static Workshop house;
    static Workshop forger;
    static byte[] ofd;
    static byte[] pdf;
    static boolean made;

    @BeforeAll
    static void make() {
        if (made) return;
        made = true;
        house = new Workshop(folder.resolve("house"));
        forger = new Workshop(folder.resolve("forger"));
        ofd = house.ofd();
        pdf = house.pdf();
    }

    static Stream<Arguments> forgedOfds() {
        make();
        var otherName = altered(ofd, Packages.PAGE, page -> page.replace("韦某兰", "王某强"));
        var old = new Workshop(folder.resolve("old"), Workshop.NOW.minus(Duration.ofDays(2000)));
        return Stream.of(
                forged("a name on the page", Step.FILES, Fault.FILE_CHANGED, otherName),
                forged(
                        "a white space on the page",
                        Step.FILES,
                        Fault.FILE_CHANGED,
                        altered(ofd, Packages.PAGE, page -> page + " ")),
                forged(
                        "a byte of the font",
                        Step.FILES,
                        Fault.FILE_CHANGED,
                        with(ofd, Packages.FONT, flipped(file(ofd, Packages.FONT), 400))),
                forged(
                        "the holder in the metadata",
                        Step.FILES,
                        Fault.FILE_CHANGED,
                        altered(ofd, "OFD.xml", xml -> xml.replace("韦某兰", "王某强"))),
                forged(
                        "the size of the pages",
                        Step.FILES,
                        Fault.FILE_CHANGED,
                        altered(ofd, "Doc_0/Document.xml", xml -> xml.replace("210", "211"))),
                forged(
                        "the resources",
                        Step.FILES,
                        Fault.FILE_CHANGED,
                        altered(ofd, "Doc_0/PublicRes.xml", xml -> xml.replace("Text", "Tent"))),
                forged(
                        "a byte of the seal shown",
                        Step.FILES,
                        Fault.FILE_CHANGED,
                        with(ofd, Packages.SEAL, flipped(file(ofd, Packages.SEAL), 3000))),
                forged(
                        "the list of signatures",
                        Step.FILES,
                        Fault.FILE_CHANGED,
                        altered(ofd, "Doc_0/Signs/Signatures.xml", xml -> xml + "\n")),
                forged(
                        "a page nobody sealed",
                        Step.FILES,
                        Fault.FILE_NOT_COVERED,
                        with(ofd, "Doc_0/Pages/Page_1/Content.xml", new byte[] {'<'})),
                forged(
                        "the font taken out",
                        Step.FILES,
                        Fault.FILE_MISSING,
                        without(ofd, Packages.FONT)),
                forged(
                        "a weaker hash",
                        Step.FILES,
                        Fault.WEAK_HASH,
                        altered(
                                ofd,
                                Packages.SIGNATURE,
                                xml -> xml.replace("1.2.156.10197.1.401", "1.3.14.3.2.26"))),
                forged(
                        "a name, with the right hashes",
                        Step.DESCRIPTION,
                        Fault.DESCRIPTION_CHANGED,
                        rehashed(otherName)),
                forged(
                        "the place of the seal",
                        Step.DESCRIPTION,
                        Fault.DESCRIPTION_CHANGED,
                        altered(ofd, Packages.SIGNATURE, xml -> xml.replace("126 213", "26 213"))),
                forged(
                        "the signature of another document",
                        Step.DESCRIPTION,
                        Fault.DESCRIPTION_CHANGED,
                        with(
                                rehashed(otherName),
                                Packages.VALUE,
                                file(house.ofd(), Packages.VALUE))),
                forged(
                        "a signature wrapped under another name",
                        Step.DESCRIPTION,
                        Fault.OTHER_DESCRIPTION,
                        moved(ofd)),
                forged(
                        "a bit of the signature",
                        Step.SIGNATURE,
                        Fault.SIGNATURE_WRONG,
                        with(ofd, Packages.VALUE, flipped(file(ofd, Packages.VALUE), 5))),
                forged(
                        "the time of sealing",
                        Step.SIGNATURE,
                        Fault.SIGNATURE_WRONG,
                        with(ofd, Packages.VALUE, earlier(file(ofd, Packages.VALUE)))),
                forged(
                        "something that is no signature",
                        Step.SIGNATURE,
                        Fault.SIGNATURE_UNREADABLE,
                        with(ofd, Packages.VALUE, new byte[] {0x30, 0x03, 1, 2, 3})),
                forged(
                        "something behind the signature",
                        Step.SIGNATURE,
                        Fault.SIGNATURE_UNREADABLE,
                        with(
                                ofd,
                                Packages.VALUE,
                                Arrays.copyOf(
                                        file(ofd, Packages.VALUE),
                                        file(ofd, Packages.VALUE).length + 3))),
                forged(
                        "sealed anew with a key of the forger",
                        Step.SIGNATURE,
                        Fault.SIGNATURE_WRONG,
                        resealed(otherName, house.seal, forger.device)),
                forged(
                        "the real seal in the hand of another",
                        Step.SEALER,
                        Fault.SEALER_NOT_LISTED,
                        resealed(
                                otherName,
                                new HeldSeal(house.seal.seal(), forger.sealer, "agency-market"),
                                forger.device)),
                forged(
                        "a seal that its maker did not sign",
                        Step.SEAL,
                        Fault.SEAL_WRONG,
                        sealedWith(
                                new HeldSeal(
                                        forger.authority.seal(
                                                house.maker,
                                                house.sealer,
                                                Workshop.OFFICE,
                                                "电子证照专用章",
                                                Workshop.FONT),
                                        house.sealer,
                                        "agency-market"))),
                forged(
                        "another seal shown than was used",
                        Step.SEAL,
                        Fault.SEAL_FILE_DIFFERS,
                        resealed(
                                with(ofd, Packages.SEAL, forger.seal.seal().der()),
                                house.seal,
                                house.device)),
                forged(
                        "a seal that had expired",
                        Step.SEAL_PERIOD,
                        Fault.SEAL_NOT_VALID_THEN,
                        old.ofd(),
                        old.checks()),
                forged(
                        "a certificate that had expired",
                        Step.CHAIN,
                        Fault.CERTIFICATE_NOT_VALID_THEN,
                        old.ofd(),
                        old.checks()),
                forged(
                        "a seal of the future",
                        Step.SEAL_PERIOD,
                        Fault.SEAL_NOT_VALID_THEN,
                        future().ofd(),
                        future().checks()),
                forged(
                        "an authority of one's own",
                        Step.CHAIN,
                        Fault.AUTHORITY_UNKNOWN,
                        forger.ofd()),
                forged(
                        "the sealer revoked",
                        Step.CHAIN,
                        Fault.CERTIFICATE_REVOKED,
                        ofd,
                        house.checksWithRevoked(house.sealer.serial())),
                forged(
                        "the seal maker revoked",
                        Step.CHAIN,
                        Fault.CERTIFICATE_REVOKED,
                        ofd,
                        house.checksWithRevoked(house.maker.serial())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgedOfds")
    void aForgedOfdFailsAtTheStep(
            String what, Step step, Fault why, byte[] forged, SealChecks checks) throws Exception {
        var report = OfdCheck.check(forged, "", checks);

        assertThat(report.isGenuine()).isFalse();
        assertThat(report.steps())
                .filteredOn(result -> result.step() == step)
                .as(report.steps().toString())
                .extracting(StepResult::answer, StepResult::fault)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Answer.FAILED, why));
        assertThat(report.steps())
                .filteredOn(result -> result.answer() == Answer.FAILED)
                .extracting(StepResult::step)
                .as("nothing before the step is blamed, but for what was forged along with it")
                .contains(step);
    }

    static Stream<Arguments> forgedPdfs() {
        make();
        return Stream.of(
                arguments("a byte of the page", Step.DESCRIPTION, patched(pdf, "TongbanText", 1)),
                arguments("the title", Step.DESCRIPTION, patched(pdf, "/Title", 9)),
                arguments("something appended", Step.FILES, appended(pdf, "\n%%EOF\n")),
                arguments("a byte of the signature", Step.SIGNATURE, signatureFlipped()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgedPdfs")
    void aForgedPdfFailsAtTheStep(String what, Step step, byte[] forged) throws Exception {
        var report = PdfCheck.check(forged, "", house.checks());

        assertThat(report.steps())
                .filteredOn(result -> result.answer() == Answer.FAILED)
                .extracting(StepResult::step)
                .as(report.steps().toString())
                .contains(step);
    }

    static Stream<Arguments> refused() {
        make();
        var entity =
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\">&x;</ofd:OFD>";
        var laughs =
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\">"
                        + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>"
                        + "<a>&c;</a>";
        return Stream.of(
                arguments("entities from elsewhere", Refusal.HOSTILE, root(entity)),
                arguments("entities within entities", Refusal.HOSTILE, root(laughs)),
                arguments("elements without end", Refusal.BOMB, root("<a>".repeat(5000))),
                arguments(
                        "a huge XML",
                        Refusal.BOMB,
                        root("<a>" + " ".repeat(5 * 1024 * 1024) + "</a>")),
                arguments(
                        "a bomb",
                        Refusal.BOMB,
                        with(ofd, "Doc_0/a.bin", new byte[40 * 1024 * 1024])),
                arguments("too many files", Refusal.BOMB, many()),
                arguments(
                        "a path out of the package",
                        Refusal.HOSTILE,
                        with(ofd, "../../etc/cron.d/x", new byte[1])),
                arguments("an absolute path", Refusal.HOSTILE, with(ofd, "/etc/x", new byte[1])),
                arguments("a path of Windows", Refusal.HOSTILE, with(ofd, "a\\b", new byte[1])),
                arguments("cut off", Refusal.DAMAGED, Arrays.copyOf(ofd, ofd.length - 300)),
                arguments("a list of contents that lies", Refusal.DAMAGED, renamedInList()),
                arguments("not XML", Refusal.DAMAGED, root("food licence")),
                arguments(
                        "an archive that is no OFD",
                        Refusal.DAMAGED,
                        zip(Map.of("word/document.xml", new byte[] {'<'}))),
                arguments(
                        "two documents in one",
                        Refusal.SEVERAL,
                        altered(
                                ofd,
                                "OFD.xml",
                                xml ->
                                        xml.replace(
                                                "</ofd:OFD>",
                                                "<ofd:DocBody></ofd:DocBody></ofd:OFD>"))),
                arguments(
                        "two signatures",
                        Refusal.SEVERAL,
                        altered(
                                ofd,
                                "Doc_0/Signs/Signatures.xml",
                                xml ->
                                        xml.replace(
                                                "</ofd:Signatures>",
                                                "<ofd:Signature ID=\"2\"/></ofd:Signatures>"))),
                arguments(
                        "no seal at all",
                        Refusal.NOT_SEALED,
                        altered(
                                ofd,
                                "OFD.xml",
                                xml -> xml.replaceAll("<ofd:Signatures>.*</ofd:Signatures>", ""))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aHostileFileIsNotReadAnyFurther(String what, Refusal why, byte[] hostile) {
        var refused =
                org.assertj.core.api.Assertions.catchThrowableOfType(
                        CheckRefused.class, () -> OfdCheck.check(hostile, "", house.checks()));

        assertThat(refused).isNotNull();
        assertThat(refused.why()).isEqualTo(why);
    }

    @Test
    void aPdfWithoutASealIsNotSealed() {
        var refused =
                org.assertj.core.api.Assertions.catchThrowableOfType(
                        CheckRefused.class,
                        () ->
                                PdfCheck.check(
                                        "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII),
                                        "",
                                        house.checks()));

        assertThat(refused.why()).isEqualTo(Refusal.NOT_SEALED);
    }

    @Test
    void noSingleBitOfTheFilesCanBeChangedUnnoticed() throws Exception {
        var files = files(ofd);
        for (var name : files.keySet()) {
            var content = file(ofd, name);
            var length = content.length;
            for (var at = 1; at <= length; at += Math.max(1, length / 23)) {
                var forged = with(ofd, name, flipped(content, at));

                assertThat(genuine(forged)).as(name + " " + at + " from the end").isFalse();
            }
        }
    }

    private static boolean genuine(byte[] file) {
        try {
            return OfdCheck.check(file, "", house.checks()).isGenuine();
        } catch (CheckRefused refused) {
            return false;
        }
    }

    private static Arguments forged(String what, Step step, Fault why, byte[] file) {
        return forged(what, step, why, file, house.checks());
    }

    private static Arguments forged(
            String what, Step step, Fault why, byte[] file, SealChecks checks) {
        return arguments(what, step, why, file, checks);
    }

    private static Workshop future() {
        return new Workshop(folder.resolve("future"), Workshop.NOW.plus(Duration.ofDays(3)));
    }

    private static byte[] sealedWith(HeldSeal seal) {
        return house.ofd(seal);
    }

    /** The description at another place, and everything that points to it. */
    private static byte[] moved(byte[] zip) {
        var files = new LinkedHashMap<>(files(zip));
        var other = "Doc_0/Signs/Sign_1/Signature.xml";
        files.put(other, file(zip, Packages.SIGNATURE));
        files.remove(Packages.SIGNATURE);
        var list = new String(file(zip, "Doc_0/Signs/Signatures.xml"), StandardCharsets.UTF_8);
        files.put(
                "Doc_0/Signs/Signatures.xml",
                list.replace("Sign_0", "Sign_1").getBytes(StandardCharsets.UTF_8));
        return zip(files);
    }

    /** The year of the time of sealing, which stands after the seal: the last of its kind. */
    private static byte[] earlier(byte[] value) {
        var text = new String(value, StandardCharsets.ISO_8859_1);
        var at = text.lastIndexOf("20261122020000Z");
        var copy = value.clone();
        copy[at + 3] = '5';
        return copy;
    }

    private static byte[] root(String xml) {
        return with(ofd, "OFD.xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] many() {
        var files = files(ofd);
        for (var number = 0; number < 300; number++) files.put("Doc_0/x" + number, new byte[0]);
        return zip(files);
    }

    /** The list at the end names a file otherwise than the file does itself. */
    private static byte[] renamedInList() {
        var copy = ofd.clone();
        var text = new String(copy, StandardCharsets.ISO_8859_1);
        copy[text.lastIndexOf("font.ttf")] = 'g';
        return copy;
    }

    private static byte[] patched(byte[] file, String after, int further) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var copy = file.clone();
        var at = text.indexOf(after) + further;
        copy[at] = (byte) (copy[at] ^ 1);
        return copy;
    }

    private static byte[] appended(byte[] file, String more) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(file);
        bytes.writeBytes(more.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    /** A hex digit of the last number of the signature. */
    private static byte[] signatureFlipped() {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        var end = text.indexOf('>', text.indexOf("/Contents <"));
        var last = end - 1;
        while (pdf[last] == '0') last--;
        var copy = pdf.clone();
        copy[last - 6] = (byte) (copy[last - 6] == '1' ? '2' : '1');
        return copy;
    }
}
