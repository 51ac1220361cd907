package org.tongban.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** The curve of GB/T 32918 and the encodings of its keys. */
final class Sm2 {

    /** The signer's id that goes into the hash where both sides agreed on no other. */
    static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    /** With arithmetic made for this very prime: four times as fast as the one for any prime. */
    static final ECNamedDomainParameters CURVE =
            new ECNamedDomainParameters(
                    GMObjectIdentifiers.sm2p256v1, CustomNamedCurves.getByName("sm2p256v1"));

    private static final int KEY_ID_HEX_DIGITS = 16;

    private Sm2() {}

    /** A new private key, PKCS #8. */
    static byte[] newPrivateKey(SecureRandom random) {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, random));
        try {
            return PrivateKeyInfoFactory.createPrivateKeyInfo(
                            generator.generateKeyPair().getPrivate())
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a key in memory has an encoding", e);
        }
    }

    static ECPrivateKeyParameters privateKey(byte[] pkcs8) {
        try {
            if (PrivateKeyFactory.createKey(pkcs8) instanceof ECPrivateKeyParameters key
                    && key.getParameters().getCurve().equals(CURVE.getCurve())) {
                return new ECPrivateKeyParameters(key.getD(), CURVE);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not a private key", e);
        }
        throw new IllegalArgumentException("not a private key of SM2");
    }

    /**
     * A key that was read from its encoding.
     *
     * @throws IllegalArgumentException when it is not of this curve
     */
    static ECPublicKeyParameters checked(AsymmetricKeyParameter read) {
        if (read instanceof ECPublicKeyParameters key
                && key.getParameters().getCurve().equals(CURVE.getCurve())) {
            var point = CURVE.getCurve().decodePoint(key.getQ().getEncoded(false));
            return new ECPublicKeyParameters(point, CURVE);
        }
        throw new IllegalArgumentException("not a public key of SM2");
    }

    static ECPublicKeyParameters publicKey(ECPrivateKeyParameters key) {
        return new ECPublicKeyParameters(CURVE.getG().multiply(key.getD()).normalize(), CURVE);
    }

    /** SubjectPublicKeyInfo, DER. */
    static byte[] encoded(ECPublicKeyParameters key) {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                            new ECPublicKeyParameters(key.getQ(), CURVE))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a key in memory has an encoding", e);
        }
    }

    /** The first 16 hex digits of SM3 over the encoded public key. */
    static String keyId(ECPublicKeyParameters key) {
        return Sm3.hex(encoded(key)).substring(0, KEY_ID_HEX_DIGITS);
    }
}
