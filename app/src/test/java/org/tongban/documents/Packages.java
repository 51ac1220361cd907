package org.tongban.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tongban.crypto.SigningDevice;
import org.tongban.crypto.Sm3;
import org.tongban.documents.seal.HeldSeal;
import org.tongban.documents.seal.SealSignature;

/** Takes packages apart and puts them together again, as somebody who forges one does. */
final class Packages {

    static final String SIGNATURE = "Doc_0/Signs/Sign_0/Signature.xml";
    static final String VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";
    static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";
    static final String PAGE = "Doc_0/Pages/Page_0/Content.xml";
    static final String FONT = "Doc_0/Res/font.ttf";

    private Packages() {}

    static Map<String, byte[]> files(byte[] zip) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                files.put(entry.getName(), stream.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static byte[] file(byte[] zip, String name) {
        return Objects.requireNonNull(files(zip).get(name), name);
    }

    static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] with(byte[] zip, String name, byte[] content) {
        var files = files(zip);
        files.put(name, content);
        return zip(files);
    }

    static byte[] without(byte[] zip, String name) {
        var files = files(zip);
        files.remove(name);
        return zip(files);
    }

    static byte[] altered(byte[] zip, String name, UnaryOperator<String> how) {
        var files = files(zip);
        var text = new String(file(zip, name), StandardCharsets.UTF_8);
        var after = how.apply(text);
        if (after.equals(text)) throw new AssertionError("nothing was altered in " + name);
        files.put(name, after.getBytes(StandardCharsets.UTF_8));
        return zip(files);
    }

    /** One bit of one byte, counted from the end. */
    static byte[] flipped(byte[] content, int fromEnd) {
        var copy = content.clone();
        copy[copy.length - fromEnd] = (byte) (copy[copy.length - fromEnd] ^ 1);
        return copy;
    }

    /** Writes the right hashes of all files into the description again. */
    static byte[] rehashed(byte[] zip) {
        var files = files(zip);
        var reference =
                Pattern.compile("FileRef=\"/([^\"]+)\"><ofd:CheckValue>[^<]*</ofd:CheckValue>");
        var text = new String(file(zip, SIGNATURE), StandardCharsets.UTF_8);
        files.put(
                SIGNATURE,
                reference
                        .matcher(text)
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                "FileRef=\"/%s\"><ofd:CheckValue>%s</ofd:CheckValue>"
                                                        .formatted(
                                                                found.group(1),
                                                                Base64.getEncoder()
                                                                        .encodeToString(
                                                                                Sm3.hash(
                                                                                        file(
                                                                                                zip,
                                                                                                found
                                                                                                        .group(
                                                                                                                1)))))))
                        .getBytes(StandardCharsets.UTF_8));
        return zip(files);
    }

    /** The same, and sealed anew. */
    static byte[] resealed(byte[] zip, HeldSeal seal, SigningDevice device) {
        var files = files(rehashed(zip));
        files.put(
                VALUE,
                SealSignature.make(
                        seal,
                        Workshop.NOW,
                        Sm3.hash(file(zip(files), SIGNATURE)),
                        "/" + SIGNATURE,
                        device));
        return zip(files);
    }
}
