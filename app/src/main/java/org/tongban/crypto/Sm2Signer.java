package org.tongban.crypto;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * Signs with the installation's SM2 key (GB/T 32918.2, SM3, user id 1234567812345678). Safe for use
 * by many threads.
 */
public final class Sm2Signer {

    private static final int MOST_READY = 64;

    private final ECPrivateKeyParameters key;
    private final Sm2Verifier verifier;
    private final SecureRandom random;

    /**
     * Preparing costs as much as signing (the public key is calculated anew); a signer that has
     * signed is as good as new, for one caller at a time.
     */
    private final Queue<SM2Signer> ready = new ArrayBlockingQueue<>(MOST_READY);

    Sm2Signer(byte[] pkcs8, SecureRandom random) {
        this.key = Sm2.privateKey(pkcs8);
        this.verifier = new Sm2Verifier(Sm2.publicKey(key));
        this.random = random;
    }

    /** The signature in DER, 70 to 72 bytes as a rule. */
    public byte[] sign(byte[] content) {
        var signer = Objects.requireNonNullElseGet(ready.poll(), this::prepared);
        signer.update(content, 0, content.length);
        try {
            var signature = signer.generateSignature();
            ready.offer(signer);
            return signature;
        } catch (CryptoException e) {
            throw new IllegalStateException("a key that was read can sign", e);
        }
    }

    private SM2Signer prepared() {
        var signer = new SM2Signer(StandardDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(true, new ParametersWithID(new ParametersWithRandom(key, random), Sm2.USER_ID));
        return signer;
    }

    /** The id of the key pair, stored beside each signature so that keys can be changed. */
    public String keyId() {
        return verifier.keyId();
    }

    /** What others need to check the signatures; its PEM may be published. */
    public Sm2Verifier verifier() {
        return verifier;
    }

    /** Names the key by id only. */
    @Override
    public String toString() {
        return "Sm2Signer[" + keyId() + "]";
    }
}
