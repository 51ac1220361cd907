package org.tongban.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The keyed hash by which an encrypted column can be searched for an exact value.
 *
 * <p>The value is brought into one form first (Unicode NFKC, so full-width digits become plain
 * ones; without white space; upper case, so that the check letter X of an identity number compares
 * equal), then hashed with HMAC-SM3 together with its purpose. Equal values give equal hashes only
 * within one purpose: rows of two columns cannot be joined through their hashes. Without the key
 * the hashes of the few possible phone numbers cannot be tried out. Safe for use by many threads.
 */
public final class LookupHash {

    static final int KEY_BYTES = 32;

    private final byte[] key;

    LookupHash(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the key of the lookup hash has 32 bytes");
        }
        this.key = key.clone();
    }

    /**
     * The hash to store beside the encrypted value and to search by.
     *
     * @param purpose what is looked up, for example {@code person.id_number}
     * @return 32 bytes
     */
    public byte[] of(String value, String purpose) {
        var label = purpose.getBytes(StandardCharsets.UTF_8);
        var content = normalized(value).getBytes(StandardCharsets.UTF_8);
        // The length of the label goes first, so that no two pairs give the same bytes.
        var message =
                ByteBuffer.allocate(Integer.BYTES + label.length + content.length)
                        .putInt(label.length)
                        .put(label)
                        .put(content);
        return Sm3.hmac(key, message.array());
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "LookupHash";
    }

    private static String normalized(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toUpperCase(Locale.ROOT);
    }
}
