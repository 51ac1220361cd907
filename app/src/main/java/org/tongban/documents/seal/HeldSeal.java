package org.tongban.documents.seal;

/**
 * A seal that this house can use now.
 *
 * @param keyName of the sealer's key in the signing device
 */
public record HeldSeal(ElectronicSeal seal, SealCertificate sealer, String keyName) {}
