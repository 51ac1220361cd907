package org.tongban.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The hash function SM3 of GB/T 32905: 32 bytes, written as 64 lower-case hex digits. */
public final class Sm3 {

    /** Length of a hash in bytes. */
    public static final int BYTES = 32;

    private static final int BUFFER_BYTES = 16 * 1024;

    private Sm3() {}

    public static byte[] hash(byte[] content) {
        var digest = new SM3Digest();
        digest.update(content, 0, content.length);
        return finish(digest);
    }

    /** Hashes all that is left in the stream; the caller closes it. */
    public static byte[] hash(InputStream content) throws IOException {
        var digest = new SM3Digest();
        var buffer = new byte[BUFFER_BYTES];
        for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return finish(digest);
    }

    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(hash(content));
    }

    /** Hashes the text's UTF-8 bytes. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Hashes all that is left in the stream; the caller closes it. */
    public static String hex(InputStream content) throws IOException {
        return HexFormat.of().formatHex(hash(content));
    }

    /** HMAC of RFC 2104 over SM3, 32 bytes. */
    public static byte[] hmac(byte[] key, byte[] content) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(content, 0, content.length);
        var result = new byte[BYTES];
        mac.doFinal(result, 0);
        return result;
    }

    private static byte[] finish(SM3Digest digest) {
        var result = new byte[BYTES];
        digest.doFinal(result, 0);
        return result;
    }
}
