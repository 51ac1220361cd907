package org.tongban.accounts.provider;

import org.tongban.accounts.Told;

/** What came back from a provider: who signed in there, or why nobody did. */
sealed interface Came {

    /** Somebody signed in, and every check was passed. */
    record Back(Told told, Errand errand) implements Came {}

    /** Nobody did. */
    record Failed(Fault fault, Errand errand) implements Came {}

    /** Why nobody came back; each has its own words for the person. */
    enum Fault {
        /** The provider does not answer, or answers nonsense. */
        DOWN,
        /** What is set here is not what the provider expects. */
        MISCONFIGURED,
        /** Nothing was begun in this browser, or something else since, or too long ago. */
        NOT_BEGUN,
        /** The person, or the provider, said no. */
        CANCELLED,
        /** The code was used before, or has ended. */
        CODE_OVER,
        /** What the provider sent has ended. */
        EXPIRED,
        /** It comes from another than the provider that was asked. */
        OTHER_ISSUER,
        /** Its signature is not the provider's, or it answers another question. */
        FORGED
    }
}
