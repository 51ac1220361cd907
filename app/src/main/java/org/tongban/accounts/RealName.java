package org.tongban.accounts;

import org.tongban.law.LegalBasis;

/**
 * How it is known that a person is who they say; stored in lower case. In the order of certainty,
 * the least first.
 */
public enum RealName {
    /** They say so. */
    DECLARED,
    /** A clerk saw the identity card. */
    WINDOW,
    /** A provider of identities confirmed it. */
    PROVIDER;

    /** Whether this is as certain as what is asked for, or more. */
    @LegalBasis(value = "practice/identity/least-level", reading = "Q-020: which is more certain?")
    public boolean reaches(RealName least) {
        return compareTo(least) >= 0;
    }
}
