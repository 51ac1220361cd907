package org.tongban.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class CipherTests {

    private static final String CONTEXT = "person.id_number:42";
    private static final byte[] OLD_KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW_KEY = "fedcba9876543210".getBytes(StandardCharsets.US_ASCII);

    private final FieldCipher cipher = new FieldCipher(List.of(OLD_KEY), new SecureRandom());

    @Test
    void sm3OfAbcIsTheStandardsVector() throws IOException {
        var expected = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
        var stream = new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8));

        assertThat(Sm3.hex("abc")).isEqualTo(expected);
        assertThat(Sm3.hex(stream)).isEqualTo(expected);
    }

    @Test
    void sm4GivesTheStandardsVector() {
        var block = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        var engine = new SM4Engine();
        engine.init(true, new KeyParameter(block));
        var out = new byte[16];

        engine.processBlock(block, 0, out, 0);

        assertThat(out).asHexString().isEqualToIgnoringCase("681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void whatWasEncryptedComesBack() {
        for (var plain : List.of("", "990101199001010019", "三都水族自治县 🐟")) {
            var sealed = cipher.encrypt(plain, CONTEXT);

            assertThat(cipher.decrypt(sealed, CONTEXT)).isEqualTo(plain);
            assertThat(sealed.length)
                    .isEqualTo(
                            plain.getBytes(StandardCharsets.UTF_8).length
                                    + FieldCipher.OVERHEAD_BYTES);
        }
    }

    @Test
    void theSameValueIsNeverEncryptedToTheSameBytes() {
        assertThat(cipher.encrypt("13800003210", CONTEXT))
                .isNotEqualTo(cipher.encrypt("13800003210", CONTEXT));
    }

    @Test
    void aChangeOfAnySingleByteIsNoticed() {
        var sealed = cipher.encrypt("990101199001010019", CONTEXT);

        for (var at = 0; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(reasonOf(changed, CONTEXT)).as("byte %d", at).isNotNull();
        }
    }

    @Test
    void aValueMovedToAnotherRowIsNoticed() {
        var sealed = cipher.encrypt("990101199001010019", CONTEXT);

        assertThat(reasonOf(sealed, "person.id_number:43"))
                .isEqualTo(DecryptionFailed.Reason.TAMPERED);
    }

    @Test
    void whatIsCutOffIsNoticed() {
        var sealed = cipher.encrypt("990101199001010019", CONTEXT);

        for (var length = 0; length < sealed.length; length++) {
            assertThat(reasonOf(java.util.Arrays.copyOf(sealed, length), CONTEXT)).isNotNull();
        }
    }

    @Test
    void aNewKeyEncryptsAndTheOldOneStillDecrypts() {
        var before = cipher.encrypt("早", CONTEXT);
        var rotated = new FieldCipher(List.of(OLD_KEY, NEW_KEY), new SecureRandom());
        var after = rotated.encrypt("晚", CONTEXT);

        assertThat(rotated.decrypt(before, CONTEXT)).isEqualTo("早");
        assertThat(rotated.decrypt(after, CONTEXT)).isEqualTo("晚");
        assertThat(rotated.newestKeyId()).isNotEqualTo(cipher.newestKeyId());
        assertThat(reasonOf(after, CONTEXT)).isEqualTo(DecryptionFailed.Reason.UNKNOWN_KEY);
    }

    @Test
    void lookupFindsTheSameNumberHoweverItWasTyped() {
        var hash = new LookupHash(new byte[LookupHash.KEY_BYTES]);
        var expected = hash.of("11010519491231002X", "person.id_number");

        assertThat(hash.of(" 110105 19491231 002x ", "person.id_number")).isEqualTo(expected);
        assertThat(hash.of("１１０１０５１９４９１２３１００２Ｘ", "person.id_number")).isEqualTo(expected);
        assertThat(hash.of("11010519491231002X", "person.mobile")).isNotEqualTo(expected);
    }

    @Test
    void tokensAreLongAndNeverTheSame() {
        var tokens = new RandomTokens();

        assertThat(tokens.next()).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(tokens.next());
    }

    @Test
    void noKeyIsEverShown() {
        assertThat(cipher.toString()).doesNotContain(new String(OLD_KEY, StandardCharsets.UTF_8));
        assertThat(cipher.toString()).contains(cipher.newestKeyId());
    }

    private DecryptionFailed.Reason reasonOf(byte[] sealed, String context) {
        return catchThrowableOfType(DecryptionFailed.class, () -> cipher.decrypt(sealed, context))
                .reason();
    }
}
