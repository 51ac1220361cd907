package org.tongban.crypto;

import java.util.Optional;

/**
 * Where the private keys of electronic seals are and where they sign: the key folder, or a hardware
 * module. A private key never leaves it. Safe for use by many threads.
 */
public interface SigningDevice {

    /** The public half of the key pair of this name, if there is one. */
    Optional<Sm2Verifier> find(String name);

    /**
     * The public half of the key pair of this name, which is made when there is none.
     *
     * @param name lower-case letters, digits and hyphens, at most 60
     * @throws KeysUnusable when the device cannot be written
     */
    Sm2Verifier make(String name);

    /**
     * Signs with SM2 and SM3, user id 1234567812345678.
     *
     * @return the signature in DER
     * @throws KeysUnusable when there is no key of this name, or the device cannot be read
     */
    byte[] sign(String name, byte[] content);
}
