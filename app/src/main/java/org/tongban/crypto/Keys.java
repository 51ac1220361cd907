package org.tongban.crypto;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;

/**
 * What an installation does with its keys. The keys themselves stay inside.
 *
 * @see KeyFolder
 */
public final class Keys {

    private final FieldCipher fieldCipher;
    private final LookupHash lookupHash;
    private final List<Sm2Signer> signers;
    private final TokenKey tokenKey;

    /** The key pair with which OAuth tokens are signed, and its id in the published key set. */
    record TokenKey(String id, KeyPair pair) {

        /** Names the key by id only. */
        @Override
        public String toString() {
            return "TokenKey[" + id + "]";
        }
    }

    /**
     * The keys that were read from the folder.
     *
     * @param signers oldest first; at least one
     */
    Keys(
            FieldCipher fieldCipher,
            LookupHash lookupHash,
            List<Sm2Signer> signers,
            TokenKey tokenKey) {
        this.fieldCipher = fieldCipher;
        this.lookupHash = lookupHash;
        this.signers = List.copyOf(signers);
        this.tokenKey = tokenKey;
    }

    public FieldCipher fieldCipher() {
        return fieldCipher;
    }

    public LookupHash lookupHash() {
        return lookupHash;
    }

    /** Signs with the newest key. */
    public Sm2Signer signer() {
        return signers.getLast();
    }

    /** Checks what an earlier or the present signing key signed; empty for a key never held. */
    public Optional<Sm2Verifier> verifier(String keyId) {
        return signers.stream()
                .map(Sm2Signer::verifier)
                .filter(verifier -> verifier.keyId().equals(keyId))
                .findFirst();
    }

    /** EC on the curve P-256, for tokens signed with ES256: the clients of OAuth know no SM2. */
    public KeyPair tokenKeyPair() {
        return tokenKey.pair();
    }

    /** The key id ({@code kid}) of {@link #tokenKeyPair()}. */
    public String tokenKeyId() {
        return tokenKey.id();
    }

    /** Names the keys by id only. */
    @Override
    public String toString() {
        return "Keys[" + fieldCipher + ", " + signer() + ", " + tokenKey + "]";
    }
}
