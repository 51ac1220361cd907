package org.tongban.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Encrypts single values and whole files with SM4 in Galois/Counter Mode.
 *
 * <p>A ciphertext is: format (1 byte), key id (4), random nonce (12), encrypted content, tag (16).
 * Format, key id and the caller's context are authenticated with it. The context says where the
 * value belongs, for example {@code person.id_number:42}; a ciphertext copied to another row or
 * column then no longer decrypts. New values are encrypted under the newest key; older keys only
 * decrypt, so that keys can be changed without touching old rows.
 *
 * <p>Limits: with random nonces a key may encrypt 2^32 values (NIST SP 800-38D, 8.3); change it
 * before. Content is held in memory. Safe for use by many threads.
 */
public final class FieldCipher {

    static final int KEY_BYTES = 16;

    private static final byte FORMAT = 1;
    private static final int KEY_ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEAD_BYTES = 1 + KEY_ID_BYTES;

    /** How many bytes longer a ciphertext is than its content. */
    public static final int OVERHEAD_BYTES = HEAD_BYTES + NONCE_BYTES + TAG_BYTES;

    private final Map<Integer, byte[]> keys = new LinkedHashMap<>();
    private final int newest;
    private final SecureRandom random;

    /**
     * A cipher under the newest of the keys.
     *
     * @param keys 16 bytes each, oldest first; at least one
     */
    FieldCipher(List<byte[]> keys, SecureRandom random) {
        if (keys.isEmpty()) throw new IllegalArgumentException("a cipher needs a key");
        for (var key : keys) {
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException("a key of SM4 has 16 bytes");
            }
            this.keys.put(idOf(key), key.clone());
        }
        this.newest = idOf(keys.getLast());
        this.random = random;
    }

    public byte[] encrypt(String plain, String context) {
        return encrypt(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    public byte[] encrypt(byte[] plain, String context) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var head = ByteBuffer.allocate(HEAD_BYTES).put(FORMAT).putInt(newest).array();
        var sealed = ByteBuffer.allocate(plain.length + OVERHEAD_BYTES).put(head).put(nonce);
        var cipher = cipher(true, keyWith(newest).orElseThrow(), nonce, head, context);
        try {
            var at = sealed.position();
            at += cipher.processBytes(plain, 0, plain.length, sealed.array(), at);
            cipher.doFinal(sealed.array(), at);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encrypting does not check a tag", e);
        }
        return sealed.array();
    }

    /**
     * Decrypts a text.
     *
     * @param context the same that was given to {@code encrypt}
     * @throws DecryptionFailed when the ciphertext is damaged, moved or made with an unknown key
     */
    public String decrypt(byte[] sealed, String context) {
        return new String(decryptBytes(sealed, context), StandardCharsets.UTF_8);
    }

    /**
     * Decrypts bytes.
     *
     * @param context the same that was given to {@code encrypt}
     * @throws DecryptionFailed when the ciphertext is damaged, moved or made with an unknown key
     */
    public byte[] decryptBytes(byte[] sealed, String context) {
        if (sealed.length < OVERHEAD_BYTES || sealed[0] != FORMAT) {
            throw new DecryptionFailed(
                    DecryptionFailed.Reason.MALFORMED, "not a ciphertext of this platform");
        }
        var buffer = ByteBuffer.wrap(sealed);
        var head = new byte[HEAD_BYTES];
        var nonce = new byte[NONCE_BYTES];
        buffer.get(head).get(nonce);
        var keyId = ByteBuffer.wrap(head).getInt(1);
        var key =
                keyWith(keyId)
                        .orElseThrow(
                                () ->
                                        new DecryptionFailed(
                                                DecryptionFailed.Reason.UNKNOWN_KEY,
                                                "no key %08x in the key folder".formatted(keyId)));
        var cipher = cipher(false, key, nonce, head, context);
        var plain = new byte[sealed.length - OVERHEAD_BYTES];
        try {
            var from = HEAD_BYTES + NONCE_BYTES;
            var at = cipher.processBytes(sealed, from, sealed.length - from, plain, 0);
            cipher.doFinal(plain, at);
        } catch (InvalidCipherTextException e) {
            // The cause is left out: it says no more, and its text is no business of a log.
            throw new DecryptionFailed(
                    DecryptionFailed.Reason.TAMPERED,
                    "a ciphertext was changed, or does not belong where it was read");
        }
        return plain;
    }

    /** The id, eight hex digits, of the key under which new values are encrypted. */
    public String newestKeyId() {
        return "%08x".formatted(newest);
    }

    /** Names the keys by id only. */
    @Override
    public String toString() {
        return "FieldCipher[newest=" + newestKeyId() + ", keys=" + keys.size() + "]";
    }

    static String keyId(byte[] key) {
        return "%08x".formatted(idOf(key));
    }

    private Optional<byte[]> keyWith(int id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** A fingerprint rather than a counter: keys of two installations are never confused. */
    private static int idOf(byte[] key) {
        var label = "tongban key id".getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Sm3.hmac(key, label)).getInt();
    }

    private static GCMModeCipher cipher(
            boolean encrypting, byte[] key, byte[] nonce, byte[] head, String context) {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(
                encrypting, new AEADParameters(new KeyParameter(key), TAG_BYTES * 8, nonce, head));
        var place = context.getBytes(StandardCharsets.UTF_8);
        cipher.processAADBytes(place, 0, place.length);
        return cipher;
    }
}
