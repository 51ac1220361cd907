package org.tongban.accounts;

/** How it is known that a person is who they say; stored in lower case. */
public enum RealName {
    /** They say so. */
    DECLARED,
    /** A clerk saw the identity card. */
    WINDOW,
    /** A provider of identities confirmed it. */
    PROVIDER
}
