package org.tongban.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Checks signatures made with one SM2 key (GB/T 32918.2, SM3, user id 1234567812345678). Both
 * encodings that are met are accepted: DER, and the 64 bytes of r followed by s. Safe for use by
 * many threads.
 */
public final class Sm2Verifier {

    private static final int RAW_BYTES = 64;
    private static final int PEM_LINE_LENGTH = 64;
    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";

    private final ECPublicKeyParameters key;
    private final String keyId;

    Sm2Verifier(ECPublicKeyParameters key) {
        this.key = key;
        this.keyId = Sm2.keyId(key);
    }

    /**
     * Reads a public key; lines before the PEM block are passed over.
     *
     * @throws IllegalArgumentException when the text holds no public key of SM2
     */
    public static Sm2Verifier fromPem(String pem) {
        var begin = pem.indexOf(PEM_BEGIN);
        var end = pem.indexOf(PEM_END);
        if (begin < 0 || end < begin) throw new IllegalArgumentException("no PEM public key");
        var body = pem.substring(begin + PEM_BEGIN.length(), end).replaceAll("\\s", "");
        try {
            var read = PublicKeyFactory.createKey(Base64.getDecoder().decode(body));
            return new Sm2Verifier(Sm2.checked(read));
        } catch (IOException e) {
            throw new IllegalArgumentException("the PEM block holds no public key", e);
        }
    }

    /**
     * Reads a public key as certificates carry it.
     *
     * @param subjectPublicKeyInfo DER
     * @throws IllegalArgumentException when it is no public key of SM2
     */
    public static Sm2Verifier of(byte[] subjectPublicKeyInfo) {
        try {
            var read = PublicKeyFactory.createKey(subjectPublicKeyInfo);
            return new Sm2Verifier(Sm2.checked(read));
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle throws runtime exceptions of several kinds on what is no key.
            throw new IllegalArgumentException("not a public key", e);
        }
    }

    /** SubjectPublicKeyInfo, DER: how certificates carry the key. */
    public byte[] encoded() {
        return Sm2.encoded(key);
    }

    /** Whether the signature belongs to the content; anything that is no signature does not. */
    public boolean verifies(byte[] content, byte[] signature) {
        // 64 bytes are all but always r and s; a DER signature that short is possible, so try both.
        return (signature.length == RAW_BYTES
                        && verifies(content, signature, PlainDSAEncoding.INSTANCE))
                || verifies(content, signature, StandardDSAEncoding.INSTANCE);
    }

    /** The first 16 hex digits of SM3 over the public key (SubjectPublicKeyInfo, DER). */
    public String keyId() {
        return keyId;
    }

    /** The public key in PEM, with a line before it that says what it is. */
    public String pem() {
        var line = Base64.getMimeEncoder(PEM_LINE_LENGTH, new byte[] {'\n'});
        return "Tongban SM2 signing key %s (curve sm2p256v1, hash SM3, user id %s)\n%s\n%s\n%s\n"
                .formatted(
                        keyId,
                        new String(Sm2.USER_ID, StandardCharsets.US_ASCII),
                        PEM_BEGIN,
                        line.encodeToString(Sm2.encoded(key)),
                        PEM_END);
    }

    @Override
    public String toString() {
        return "Sm2Verifier[" + keyId + "]";
    }

    private boolean verifies(byte[] content, byte[] signature, DSAEncoding encoding) {
        var verifier = new SM2Signer(encoding, new SM3Digest());
        verifier.init(false, new ParametersWithID(key, Sm2.USER_ID));
        verifier.update(content, 0, content.length);
        try {
            return verifier.verifySignature(signature);
        } catch (IllegalArgumentException e) {
            return false; // bytes that are not two numbers are no signature
        }
    }
}
