package org.tongban.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;

/** The keys that an installation holds, each in files of its own. */
enum KeyKind {
    /** Encrypts fields and files; several may be held, the newest encrypts. */
    DATA("sm4-data"),
    /** Makes lookup hashes; one only, a change means hashing every row anew. */
    LOOKUP("hmac-lookup"),
    /** Signs with SM2; several may be held, the newest signs. */
    SIGNING("sm2-signing"),
    /** Signs OAuth tokens with ES256; the newest is used. */
    TOKEN("token-signing");

    private final String label;

    KeyKind(String label) {
        this.label = label;
    }

    /** How the names of its files begin. */
    String label() {
        return label;
    }

    /** New key material: the bare key for symmetric kinds, PKCS #8 for the others. */
    byte[] generate(SecureRandom random) {
        return switch (this) {
            case DATA -> bytes(random, FieldCipher.KEY_BYTES);
            case LOOKUP -> bytes(random, LookupHash.KEY_BYTES);
            case SIGNING -> Sm2.newPrivateKey(random);
            case TOKEN -> tokenKey(random);
        };
    }

    private static byte[] bytes(SecureRandom random, int length) {
        var key = new byte[length];
        random.nextBytes(key);
        return key;
    }

    private static byte[] tokenKey(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has the curve P-256", e);
        }
    }
}
