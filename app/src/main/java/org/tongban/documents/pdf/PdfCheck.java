package org.tongban.documents.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.tongban.documents.CheckRefused;
import org.tongban.documents.CheckReport;
import org.tongban.documents.CheckReport.Refusal;
import org.tongban.documents.Fault;
import org.tongban.documents.Step;
import org.tongban.documents.StepResult;
import org.tongban.documents.seal.Malformed;
import org.tongban.documents.seal.SealChecks;
import org.tongban.documents.seal.SealSignature;

/**
 * Checks a PDF that {@link PdfFile} sealed. Nothing of the PDF is interpreted: one byte range is
 * looked for, it must cover the whole file but the signature, and its hash must be what was sealed.
 */
public final class PdfCheck {

    private static final Pattern RANGE =
            Pattern.compile(
                    "/ByteRange\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");
    private static final String MARK = "/ByteRange";

    private final byte[] file;
    private final int from;
    private final int to;

    private PdfCheck(byte[] file, int from, int to) {
        this.file = file;
        this.from = from;
        this.to = to;
    }

    /**
     * All steps. There is but one file and one range: the first step asks whether the range is the
     * whole file, the second whether it was changed.
     *
     * @param sm3 of the file
     * @throws CheckRefused when it is not sealed, or more than once
     */
    public static CheckReport check(byte[] file, String sm3, SealChecks checks)
            throws CheckRefused {
        // One character a byte: the text has the bytes' own positions.
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var range = RANGE.matcher(text);
        if (!range.find()) throw new CheckRefused(Refusal.NOT_SEALED);
        if (text.indexOf(MARK) != text.lastIndexOf(MARK)) throw new CheckRefused(Refusal.SEVERAL);
        var gap = Integer.parseInt(range.group(2));
        var after = Integer.parseInt(range.group(3));
        var covers =
                Integer.parseInt(range.group(1)) == 0
                        && gap < after
                        && after <= file.length
                        && after + Integer.parseInt(range.group(4)) == file.length
                        && text.charAt(gap) == '<'
                        && text.charAt(after - 1) == '>';
        if (!covers) {
            var results = new ArrayList<StepResult>();
            results.add(StepResult.failed(Step.FILES, Fault.FILE_NOT_COVERED));
            results.add(StepResult.unchecked(Step.DESCRIPTION, Fault.NOT_REACHED));
            results.addAll(SealChecks.none());
            return new CheckReport(sm3, Optional.empty(), results, Optional.empty(), Map.of());
        }
        return new PdfCheck(file, gap, after).report(sm3, checks);
    }

    private CheckReport report(String sm3, SealChecks checks) {
        var results = new ArrayList<StepResult>(List.of(StepResult.passed(Step.FILES)));
        Optional<SealSignature> sealed;
        try {
            sealed = Optional.of(SealSignature.read(contents()));
        } catch (Malformed | IllegalArgumentException unreadable) {
            sealed = Optional.empty();
        }
        results.add(
                sealed.map(
                                signature ->
                                        StepResult.of(
                                                Step.DESCRIPTION,
                                                signature.isAbout(hash()),
                                                Fault.DESCRIPTION_CHANGED))
                        .orElseGet(
                                () -> StepResult.unchecked(Step.DESCRIPTION, Fault.NOT_REACHED)));
        results.addAll(sealed.map(checks::all).orElseGet(SealChecks::none));
        return new CheckReport(
                sm3, Optional.empty(), results, sealed.flatMap(SealChecks::sealedBy), Map.of());
    }

    /** The structure without the zeros that fill its place up. */
    private byte[] contents() throws Malformed {
        var hex = new String(file, from + 1, to - from - 2, StandardCharsets.ISO_8859_1);
        var bytes = HexFormat.of().parseHex(hex);
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) end--;
        for (var length = end; length <= Math.min(bytes.length, end + 2); length++) {
            if (declared(bytes) == length) return Arrays.copyOf(bytes, length);
        }
        throw new Malformed("not one structure");
    }

    /** The length that the head of a DER structure states, the head included. */
    private static long declared(byte[] der) {
        if (der.length < 2) return -1;
        var first = der[1] & 0xFF;
        if (first < 0x80) return 2L + first;
        var count = first & 0x7F;
        if (count > 4 || der.length < 2 + count) return -1;
        var length = 0L;
        for (var at = 0; at < count; at++) length = (length << 8) | (der[2 + at] & 0xFF);
        return 2 + count + length;
    }

    private byte[] hash() {
        var digest = new SM3Digest();
        digest.update(file, 0, from);
        digest.update(file, to, file.length - to);
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
