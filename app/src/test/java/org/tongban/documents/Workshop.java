package org.tongban.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.crypto.FolderSigningDevice;
import org.tongban.crypto.SigningDevice;
import org.tongban.documents.font.SubsetFont;
import org.tongban.documents.font.SystemFonts;
import org.tongban.documents.font.TextFont;
import org.tongban.documents.ofd.OfdFile;
import org.tongban.documents.pdf.PdfFile;
import org.tongban.documents.seal.Authority;
import org.tongban.documents.seal.HeldSeal;
import org.tongban.documents.seal.SealCertificate;
import org.tongban.documents.seal.SealChecks;
import org.tongban.documents.seal.SealOwner;

/** An authority with a seal maker and one office, and what they make: honest or not. */
final class Workshop {

    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    static final SealOwner OFFICE = new SealOwner("market", "三都水族自治县市场监督管理局", "11990101000000019X");
    static final TextFont FONT = font();

    final SigningDevice device;
    final Authority authority;
    final SealCertificate root;
    final SealCertificate maker;
    final SealCertificate sealer;
    final HeldSeal seal;

    Workshop(Path folder) {
        this(folder, NOW);
    }

    /** The workshop that made everything at another time. */
    Workshop(Path folder, Instant at) {
        device = new FolderSigningDevice(folder, new SecureRandom());
        authority = new Authority(device, at);
        root = authority.root();
        maker = authority.maker(root);
        sealer = authority.sealer(root, OFFICE, "agency-market");
        seal =
                new HeldSeal(
                        authority.seal(maker, sealer, OFFICE, "电子证照专用章", FONT),
                        sealer,
                        "agency-market");
    }

    SealChecks checks() {
        return new SealChecks(List.of(root), serial -> false);
    }

    SealChecks checksWithRevoked(String... serials) {
        return new SealChecks(List.of(root), Set.of(serials)::contains);
    }

    byte[] ofd() {
        return ofd(seal);
    }

    byte[] ofd(HeldSeal with) {
        return OfdFile.sealed(sheet(), letters(sheet()), with, NOW, device);
    }

    byte[] pdf() {
        return PdfFile.sealed(sheet(), letters(sheet()), seal, NOW, device);
    }

    static byte[] letters(Sheet sheet) {
        return SubsetFont.of(FONT, sheet.characters());
    }

    static Sheet sheet() {
        return new Sheet(
                "食品经营许可证",
                OFFICE.name(),
                210,
                297,
                List.of(
                        List.of(
                                new Mark.Frame(14, 14, 182, 269, 0.9, 0xB58B3C),
                                new Mark.Text(60, 60, 12, 4, Mark.BLACK, "食品经营许可证"),
                                new Mark.Line(30, 70, 180, 70, 0.3, Mark.RED),
                                new Mark.Text(40, 100, 5, 0, Mark.BLACK, "经营者名称  韦某兰米粉店 <A&B>"),
                                QrSquares.of("https://sandu.example/verify/x", 34, 222, 30))),
                new Sheet.Place(0, 126, 213),
                Map.of("ZZMC", "食品经营许可证", "CZZT", "韦某兰"));
    }

    private static TextFont font() {
        try {
            return TextFont.open(SystemFonts.find("").orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
