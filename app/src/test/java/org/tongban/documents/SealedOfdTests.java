package org.tongban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.tongban.documents.ofd.OfdCheck;
import org.tongban.documents.pdf.PdfCheck;
import org.tongban.documents.seal.ElectronicSeal;

@Tag("D2")
class SealedOfdTests {

    @TempDir static Path folder;
    static Workshop house;
    static byte[] ofd;

    @BeforeAll
    static void make() {
        house = new Workshop(folder.resolve("house"));
        ofd = house.ofd();
    }

    @Test
    void aReaderThatIsNotOursOpensTheOfdAndFindsItsWords() throws Exception {
        var file = Files.write(folder.resolve("reader.ofd"), ofd);

        try (var reader = new OFDReader(file)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(1);
            assertThat(String.join("", new ContentExtractor(reader).getPageContent(1)))
                    .contains("食品经营许可证", "韦某兰米粉店 <A&B>");
            var data = new HashMap<String, String>();
            reader.getOFDDir()
                    .getOfd()
                    .getDocBody()
                    .getDocInfo()
                    .getCustomDatas()
                    .getCustomDatas()
                    .forEach(one -> data.put(one.getDataName(), one.getValue()));
            assertThat(data).containsEntry("ZZMC", "食品经营许可证").containsEntry("CZZT", "韦某兰");
        }
    }

    @Test
    void aValidatorAndAParserThatAreNotOursAcceptTheSealFieldForField() throws Exception {
        var file = Files.write(folder.resolve("validator.ofd"), ofd);

        var facts = OfdrwJudge.apart(file);

        assertThat(facts)
                .containsEntry("valid", "true")
                .containsEntry("version", "4")
                .containsEntry("header version", "4")
                .containsEntry("about", "/" + Packages.SIGNATURE)
                .containsEntry("at", Workshop.NOW.toString())
                .containsEntry("algorithm", "1.2.156.10197.1.501")
                .containsEntry("name", "三都水族自治县市场监督管理局电子证照专用章")
                .containsEntry("list type", "1")
                .containsEntry("picture", "PNG 42 x 42");
    }

    @Test
    void aValidatorThatIsNotOursRefusesAChangedPage() throws Exception {
        var forged = Packages.altered(ofd, Packages.PAGE, page -> page.replace("韦某兰", "王某强"));
        var file = Files.write(folder.resolve("forged.ofd"), forged);

        assertThat(OfdrwJudge.apart(file)).containsEntry("valid", "false");
    }

    @Test
    void thePictureOfTheSealIsAPictureThatLiesInThePackageOnce() throws Exception {
        var seal = ElectronicSeal.read(Packages.file(ofd, Packages.SEAL));

        assertThat(ImageIO.read(new ByteArrayInputStream(seal.picture().bytes())).getWidth())
                .isEqualTo(420);
        assertThat(seal.der()).isEqualTo(house.seal.seal().der());
    }

    @Test
    void theCertificatesAreSoundForAnotherProvider() throws Exception {
        var provider = new BouncyCastleProvider();
        var factory = CertificateFactory.getInstance("X.509", provider);
        var root = certificate(factory, house.root.der());
        var sealer = certificate(factory, house.sealer.der());

        root.verify(root.getPublicKey(), provider);
        sealer.verify(root.getPublicKey(), provider);
        sealer.checkValidity(Date.from(Workshop.NOW));
        assertThat(root.getBasicConstraints()).isPositive();
        assertThat(sealer.getBasicConstraints()).isEqualTo(-1);
        assertThat(sealer.getKeyUsage()[0]).isTrue();
        assertThat(sealer.getKeyUsage()[5]).isFalse();
        assertThat(sealer.getSigAlgOID()).isEqualTo("1.2.156.10197.1.501");
    }

    @Test
    void theSealListsTheCertificateOfItsSealer() throws Exception {
        var read = ElectronicSeal.read(house.seal.seal().der());

        assertThat(read.listsHashes()).isFalse();
        assertThat(read.listed()).hasSize(1);
        assertThat(read.from()).isEqualTo(Instant.parse("2026-11-22T02:00:00Z"));
    }

    @Test
    void allStepsButTheTimeStampPass() throws Exception {
        var ofdReport = OfdCheck.check(ofd, "", house.checks());
        var pdfReport = PdfCheck.check(house.pdf(), "", house.checks());

        for (var report : new CheckReport[] {ofdReport, pdfReport}) {
            assertThat(report.steps()).extracting(StepResult::step).containsExactly(Step.values());
            assertThat(report.isGenuine()).as(report.toString()).isTrue();
            assertThat(report.steps().getLast())
                    .isEqualTo(StepResult.unchecked(Step.TIME_STAMP, Fault.NO_TIME_STAMP));
            assertThat(report.sealedBy().orElseThrow().sealer()).isEqualTo(Workshop.OFFICE.name());
        }
        assertThat(ofdReport.metadata()).containsEntry("ZZMC", "食品经营许可证");
    }

    @Test
    void theFontHoldsOnlyWhatIsShownAndDrawsIt() throws Exception {
        var letters = Workshop.letters(Workshop.sheet());
        var font = new TTFParser(true).parse(new RandomAccessReadBuffer(letters));
        var shown = Workshop.sheet().characters();

        assertThat(font.getNumberOfGlyphs()).isEqualTo(shown.size() + 1);
        for (int character : shown) {
            var glyph = font.getUnicodeCmapLookup().getGlyphId(character);
            assertThat(glyph).as(Character.toString(character)).isPositive();
            assertThat(font.getAdvanceWidth(glyph)).isEqualTo(Workshop.FONT.advance(character));
            var drawn = font.getGlyph().getGlyph(glyph);
            if (drawn != null && !Character.isWhitespace(character)) {
                var before = Workshop.FONT.path(character).getBounds2D();
                var after = drawn.getPath().getBounds2D();
                assertThat(after.getWidth())
                        .isBetween(before.getWidth() - 2, before.getWidth() + 2);
                assertThat(after.getHeight())
                        .isBetween(before.getHeight() - 2, before.getHeight() + 2);
            }
        }
        var loaded = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(letters));
        assertThat(loaded.canDisplayUpTo("食品经营许可证")).isEqualTo(-1);
        assertThat(letters.length).isLessThan(40_000);
    }

    @Test
    void thePdfSaysTheSame() throws Exception {
        try (var reader = new PdfReader(house.pdf())) {
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1))
                    .contains("食品经营许可证", "韦某兰米粉店 <A&B>");
            assertThat(reader.getInfo()).containsEntry("ZZMC", "食品经营许可证");
        }
    }

    private static X509Certificate certificate(CertificateFactory factory, byte[] der)
            throws Exception {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }
}
