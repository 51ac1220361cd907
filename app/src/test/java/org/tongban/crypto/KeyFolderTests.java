package org.tongban.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTests {

    private static final byte[] CONTENT = "准予许可".getBytes(StandardCharsets.UTF_8);

    private final Path home;

    KeyFolderTests(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void keysMadeAtTheFirstStartAreReadAtTheNext() throws GeneralSecurityException {
        var first = folder().open(true);
        var sealed = first.fieldCipher().encrypt("值", "here");
        var signature = first.signer().sign(CONTENT);

        var next = folder().open(false);

        assertThat(next.fieldCipher().decrypt(sealed, "here")).isEqualTo("值");
        assertThat(next.lookupHash().of("值", "here")).isEqualTo(first.lookupHash().of("值", "here"));
        assertThat(next.signer().verifier().verifies(CONTENT, signature)).isTrue();
        assertThat(next.tokenKeyId()).isEqualTo(first.tokenKeyId());
        assertThat(next.tokenKeyPair().getPublic()).isEqualTo(first.tokenKeyPair().getPublic());
        assertThat(signsAndVerifies(next)).isTrue();
    }

    @Test
    void onlyTheOwnerMayReadWhatIsWritten() throws IOException {
        folder().open(true);

        assertThat(permissions(home.resolve("keys"))).isEqualTo("rwx------");
        try (var files = Files.list(home.resolve("keys"))) {
            assertThat(files.filter(file -> !file.endsWith(".lock")))
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void aFolderOpenToOthersIsRefused() throws IOException {
        folder().open(true);
        Files.setPosixFilePermissions(
                home.resolve("keys"), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(reasonOfRefusal(false)).isEqualTo(KeysUnusable.Reason.OPEN_TO_OTHERS);
    }

    @Test
    void aKeyFileOpenToOthersIsRefused() throws IOException {
        folder().open(true);
        Files.setPosixFilePermissions(
                home.resolve("keys/sm4-data-0001.key"),
                PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(reasonOfRefusal(false)).isEqualTo(KeysUnusable.Reason.OPEN_TO_OTHERS);
    }

    @Test
    void aDamagedKeyFileIsRefusedEvenForANewDatabase() throws IOException {
        folder().open(true);
        for (var name :
                new String[] {
                    "sm4-data-0001", "hmac-lookup-0001", "sm2-signing-0001", "token-signing-0001"
                }) {
            var file = home.resolve("keys").resolve(name + ".key");
            var whole = Files.readAllBytes(file);
            for (var cut : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
                Files.write(file, java.util.Arrays.copyOf(whole, cut));
                assertThat(reasonOfRefusal(true)).isEqualTo(KeysUnusable.Reason.DAMAGED);
            }
            var changed = whole.clone();
            changed[whole.length / 2] ^= 1;
            Files.write(file, changed);
            assertThat(reasonOfRefusal(true)).isEqualTo(KeysUnusable.Reason.DAMAGED);
            Files.write(file, whole);
        }
    }

    @Test
    void noKeyIsMadeSilentlyWhenTheDatabaseHoldsData() throws IOException {
        assertThat(reasonOfRefusal(false)).isEqualTo(KeysUnusable.Reason.MISSING);
        assertThat(home.resolve("keys")).doesNotExist();

        folder().open(true);
        Files.delete(home.resolve("keys/sm4-data-0001.key"));

        assertThat(reasonOfRefusal(false)).isEqualTo(KeysUnusable.Reason.MISSING);
    }

    @Test
    void aFirstStartThatWasCutOffIsFinishedByTheNext() throws IOException {
        folder().open(true);
        Files.delete(home.resolve("keys/token-signing-0001.key"));
        Files.writeString(home.resolve("keys/token-signing-0001.key.part"), "half");

        assertThat(folder().open(true).tokenKeyId()).hasSize(16);
    }

    @Test
    void anAddedKeyIsUsedAndTheOldOneKept() {
        var before = folder().open(true);
        var sealed = before.fieldCipher().encrypt("值", "here");
        var signature = before.signer().sign(CONTENT);
        folder().addDataKey();
        folder().addSigningKey();

        var after = folder().open(false);

        assertThat(after.fieldCipher().newestKeyId())
                .isNotEqualTo(before.fieldCipher().newestKeyId());
        assertThat(after.fieldCipher().decrypt(sealed, "here")).isEqualTo("值");
        assertThat(after.signer().keyId()).isNotEqualTo(before.signer().keyId());
        assertThat(after.verifier(before.signer().keyId()))
                .hasValueSatisfying(old -> assertThat(old.verifies(CONTENT, signature)).isTrue());
        assertThat(after.verifier("0000000000000000")).isEmpty();
    }

    @Test
    void aMissingOldKeyIsNoticed() throws IOException {
        folder().open(true);
        folder().addDataKey();
        Files.delete(home.resolve("keys/sm4-data-0001.key"));

        assertThat(reasonOfRefusal(false)).isEqualTo(KeysUnusable.Reason.MISSING);
    }

    @Test
    void thePublicHalfDescribesItselfAndVerifiesBothEncodings() throws IOException {
        var keys = folder().open(true);
        var pem = Files.readString(home.resolve("keys/sm2-signing-0001.pub.pem"));
        var verifier = Sm2Verifier.fromPem(pem);
        var der = keys.signer().sign(CONTENT);
        var order = Sm2.CURVE.getN();
        var numbers = StandardDSAEncoding.INSTANCE.decode(order, der);
        var raw = PlainDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]);

        assertThat(pem).contains(keys.signer().keyId());
        assertThat(verifier.keyId()).isEqualTo(keys.signer().keyId());
        assertThat(verifier.verifies(CONTENT, der)).isTrue();
        assertThat(raw).hasSize(64);
        assertThat(verifier.verifies(CONTENT, raw)).isTrue();
    }

    @Test
    void whatIsNoSignatureDoesNotVerify() {
        var signer = folder().open(true).signer();
        var verifier = signer.verifier();
        var signature = signer.sign(CONTENT);

        assertThat(verifier.verifies("不予许可".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
        assertThat(verifier.verifies(CONTENT, new byte[0])).isFalse();
        assertThat(verifier.verifies(CONTENT, new byte[64])).isFalse();
        assertThat(verifier.verifies(CONTENT, new byte[71])).isFalse();
        for (var at = 0; at < signature.length; at++) {
            var changed = signature.clone();
            changed[at] ^= 1;
            assertThat(verifier.verifies(CONTENT, changed)).as("byte %d", at).isFalse();
        }
    }

    @Test
    void noKeyIsEverShown() throws IOException {
        var keys = folder().open(true);
        var secret = Files.readAllLines(home.resolve("keys/sm4-data-0001.key")).get(2).substring(5);

        assertThat(keys.toString() + keys.signer() + keys.lookupHash())
                .doesNotContain(secret)
                .contains(keys.signer().keyId());
    }

    private KeyFolder folder() {
        return new KeyFolder(home.resolve("keys"));
    }

    private KeysUnusable.Reason reasonOfRefusal(boolean databaseIsNew) {
        return catchThrowableOfType(KeysUnusable.class, () -> folder().open(databaseIsNew))
                .reason();
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean signsAndVerifies(Keys keys) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.tokenKeyPair().getPrivate());
        signature.update(CONTENT);
        var signed = signature.sign();
        signature.initVerify(keys.tokenKeyPair().getPublic());
        signature.update(CONTENT);
        return signature.verify(signed);
    }
}
