package org.tongban.documents;

import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.tongban.crypto.Sm3;
import org.tongban.documents.ofd.OfdCheck;
import org.tongban.documents.pdf.PdfCheck;

/**
 * Checks a sealed file of anybody. The file is hostile: it is read within limits, in memory, by its
 * content and not by its name, and nothing of it is stored.
 */
@Component
public class DocumentCheck {

    /** Far more than a sealed document of a few pages has. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    private final Seals seals;

    DocumentCheck(Seals seals) {
        this.seals = seals;
    }

    /** Checks the file in all steps; never throws, whatever the bytes are. */
    public CheckReport check(byte[] file) {
        var sm3 = Sm3.hex(file);
        try {
            if (file.length == 0) throw new CheckRefused(CheckReport.Refusal.EMPTY);
            if (file.length > MOST_BYTES) throw new CheckRefused(CheckReport.Refusal.TOO_LARGE);
            if (startsWith(file, ZIP)) return OfdCheck.check(file, sm3, seals.checks());
            if (startsWith(file, PDF)) return PdfCheck.check(file, sm3, seals.checks());
            throw new CheckRefused(CheckReport.Refusal.OTHER_TYPE);
        } catch (CheckRefused refused) {
            return CheckReport.refused(sm3, refused.why());
        }
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        return file.length >= mark.length
                && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }
}
