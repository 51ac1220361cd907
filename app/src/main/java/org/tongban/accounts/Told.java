package org.tongban.accounts;

import java.util.Optional;
import org.tongban.codes.CitizenId;

/**
 * What an outside provider says of whoever has signed in there. Every part of it came over a
 * channel that the provider's signature or its own server vouches for, never from a form.
 *
 * @param issuer the provider, as its tokens name it
 * @param provider the provider, as people name it
 * @param subject the provider's own name for the person: the same at every sign-in
 * @param mobile empty when the provider keeps it to itself
 * @param checked whether the provider has made sure that they are who they say
 */
public record Told(
        String issuer,
        String provider,
        String subject,
        Optional<String> name,
        Optional<CitizenId> number,
        Optional<String> mobile,
        boolean checked) {

    /** Says nothing of the person: this may reach a log. */
    @Override
    public String toString() {
        return "Told[" + provider + "]";
    }
}
