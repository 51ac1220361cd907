package org.tongban.documents;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.crypto.SigningDevice;
import org.tongban.documents.font.SubsetFont;
import org.tongban.documents.ofd.OfdFile;
import org.tongban.documents.pdf.PdfFile;
import org.tongban.documents.seal.HeldSeal;

/** Makes files of sheets: sets, writes, seals. Holds no state; the same sheet may be made twice. */
@Component
public class DocumentMaker {

    private final DocumentFont font;
    private final SigningDevice device;
    private final Clock clock;

    DocumentMaker(DocumentFont font, SigningDevice device, Clock clock) {
        this.font = font;
        this.device = device;
        this.clock = clock;
    }

    /** Sets type for sheets; empty on a machine without a font for Chinese. */
    public Optional<Typesetter> typesetter() {
        return font.find().map(Typesetter::new);
    }

    /**
     * Both files of a sheet, sealed now.
     *
     * @throws IllegalStateException on a machine without a font; ask {@link #typesetter} first
     */
    public SealedFiles make(Sheet sheet, HeldSeal seal) {
        var letters =
                SubsetFont.of(
                        font.find()
                                .orElseThrow(
                                        () -> new IllegalStateException("no font on this machine")),
                        sheet.characters());
        // The structures know seconds only; what is written must be what is signed.
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new SealedFiles(
                OfdFile.sealed(sheet, letters, seal, now, device),
                PdfFile.sealed(sheet, letters, seal, now, device));
    }
}
