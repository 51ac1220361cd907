package org.tongban.documents.ofd;

import static org.tongban.documents.ofd.OfdXml.number;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.tongban.crypto.SigningDevice;
import org.tongban.crypto.Sm3;
import org.tongban.documents.Sheet;
import org.tongban.documents.font.SubsetFont;
import org.tongban.documents.font.SubsetWidths;
import org.tongban.documents.seal.HeldSeal;
import org.tongban.documents.seal.SealSignature;

/**
 * Writes a sheet as an OFD with one electronic seal. Every file of the package is protected by the
 * seal but the description of the signature, which the signature itself covers, and its value.
 */
public final class OfdFile {

    static final String SIGNATURE = "Doc_0/Signs/Sign_0/Signature.xml";
    static final String SIGNED_VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";

    private static final String ROOT = "OFD.xml";
    private static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";
    private static final String SIGNATURES = "Doc_0/Signs/Signatures.xml";
    private static final String FONT = "font.ttf";
    private static final int FONT_ID = 1;
    private static final DateTimeFormatter SIGNED_AT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Sheet sheet;
    private final byte[] letters;
    private final HeldSeal seal;
    private final Instant at;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private OfdFile(Sheet sheet, byte[] letters, HeldSeal seal, Instant at) {
        this.sheet = sheet;
        this.letters = letters;
        this.seal = seal;
        this.at = at;
    }

    /**
     * The file.
     *
     * @param letters the font, with at least the characters of the sheet
     * @param at of sealing, whole seconds
     */
    public static byte[] sealed(
            Sheet sheet, byte[] letters, HeldSeal seal, Instant at, SigningDevice device) {
        return new OfdFile(sheet, letters, seal, at).sealed(device);
    }

    private byte[] sealed(SigningDevice device) {
        files.put(ROOT, root());
        var pages = pages();
        files.put("Doc_0/Document.xml", document(pages));
        files.put(
                "Doc_0/PublicRes.xml",
                new OfdXml()
                        .root("Res", "BaseLoc", "Res")
                        .open("Fonts")
                        .open("Font", "ID", String.valueOf(FONT_ID), "FontName", SubsetFont.NAME)
                        .element("FontFile", FONT)
                        .close("Font")
                        .close("Fonts")
                        .close("Res")
                        .bytes());
        files.put("Doc_0/Res/" + FONT, letters);
        files.put(SEAL, seal.seal().der());
        files.put(
                SIGNATURES,
                new OfdXml()
                        .root("Signatures")
                        .element("MaxSignId", "1")
                        .empty("Signature", "ID", "1", "Type", "Seal", "BaseLoc", "/" + SIGNATURE)
                        .close("Signatures")
                        .bytes());
        var signature = signature(pages);
        files.put(SIGNATURE, signature);
        files.put(
                SIGNED_VALUE,
                SealSignature.make(seal, at, Sm3.hash(signature), "/" + SIGNATURE, device));
        return zipped();
    }

    private byte[] root() {
        var xml = new OfdXml().root("OFD", "Version", "1.0", "DocType", "OFD");
        xml.open("DocBody").open("DocInfo");
        xml.element("DocID", Sm3.hex(letters).substring(0, 32));
        xml.element("Title", sheet.title()).element("Author", sheet.author());
        xml.element("CreationDate", at.atZone(ZoneOffset.ofHours(8)).toLocalDate().toString());
        xml.element("Creator", "Tongban").element("CreatorVersion", "0.1");
        if (!sheet.metadata().isEmpty()) {
            xml.open("CustomDatas");
            sheet.metadata().forEach((key, value) -> xml.element("CustomData", value, "Name", key));
            xml.close("CustomDatas");
        }
        xml.close("DocInfo").element("DocRoot", "Doc_0/Document.xml");
        return xml.element("Signatures", SIGNATURES).close("DocBody").close("OFD").bytes();
    }

    /** Writes the pages; their ids. */
    private List<Integer> pages() {
        var widths = SubsetWidths.of(letters);
        var ids = new ArrayList<Integer>();
        var next = FONT_ID + 1;
        for (var page = 0; page < sheet.pages().size(); page++) {
            ids.add(next);
            var writer = new OfdPage(sheet, widths::advance, FONT_ID, next + 1);
            files.put("Doc_0/Pages/Page_%d/Content.xml".formatted(page), writer.write(page));
            next = writer.nextId();
        }
        ids.add(next);
        return ids;
    }

    private byte[] document(List<Integer> pages) {
        var xml = new OfdXml().root("Document").open("CommonData");
        xml.element("MaxUnitID", String.valueOf(pages.getLast()));
        xml.open("PageArea")
                .element(
                        "PhysicalBox",
                        "0 0 " + number(sheet.width()) + " " + number(sheet.height()))
                .close("PageArea");
        xml.element("PublicRes", "PublicRes.xml").close("CommonData").open("Pages");
        for (var page = 0; page < sheet.pages().size(); page++) {
            xml.empty(
                    "Page",
                    "ID",
                    String.valueOf(pages.get(page)),
                    "BaseLoc",
                    "Pages/Page_%d/Content.xml".formatted(page));
        }
        return xml.close("Pages").close("Document").bytes();
    }

    private byte[] signature(List<Integer> pages) {
        var xml = new OfdXml().root("Signature").open("SignedInfo");
        xml.empty("Provider", "ProviderName", "Tongban", "Version", "0.1", "Company", "Tongban");
        xml.element("SignatureMethod", GMObjectIdentifiers.sm2sign_with_sm3.getId());
        xml.element("SignatureDateTime", SIGNED_AT.format(at));
        xml.open("References", "CheckMethod", GMObjectIdentifiers.sm3.getId());
        files.forEach(
                (name, content) ->
                        xml.open("Reference", "FileRef", "/" + name)
                                .element(
                                        "CheckValue",
                                        Base64.getEncoder().encodeToString(Sm3.hash(content)))
                                .close("Reference"));
        xml.close("References");
        var picture = seal.seal().picture();
        xml.empty(
                "StampAnnot",
                "ID",
                "1",
                "PageRef",
                String.valueOf(pages.get(sheet.seal().page())),
                "Boundary",
                "%s %s %d %d"
                        .formatted(
                                number(sheet.seal().x()),
                                number(sheet.seal().y()),
                                picture.width(),
                                picture.height()));
        xml.open("Seal").element("BaseLoc", "/" + SEAL).close("Seal").close("SignedInfo");
        return xml.element("SignedValue", "/" + SIGNED_VALUE).close("Signature").bytes();
    }

    private byte[] zipped() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(at.atOffset(ZoneOffset.ofHours(8)).toLocalDateTime());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
