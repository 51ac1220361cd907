package org.tongban.documents;

/** The steps of checking a sealed document, in their order. */
public enum Step {
    /** Every file of the package is as its SM3 in the description says. */
    FILES,
    /** The description is what was sealed. */
    DESCRIPTION,
    /** The signature fits the sealer's key. */
    SIGNATURE,
    /** The seal names the sealer. */
    SEALER,
    /** The seal's own signature fits its maker's key. */
    SEAL,
    /** The seal was valid when it was used. */
    SEAL_PERIOD,
    /** Both certificates come from a trusted authority, were valid, are not revoked. */
    CHAIN,
    /** A time stamp of somebody else. */
    TIME_STAMP
}
