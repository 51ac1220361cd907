package org.tongban.access;

import java.io.Serializable;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who has signed in, of whatever kind. Kept in the session, so it holds no identity number and no
 * address of the person.
 */
public sealed interface Caller extends AuthenticatedPrincipal, Serializable
        permits StaffPrincipal, ApplicantPrincipal, SystemPrincipal {

    /** The door that this kind of caller passes. */
    Door door();

    /** What the caller may do beside passing the door. */
    Set<String> rights();

    /** An id without personal data, for logs and for finding all sessions of one caller. */
    @Override
    String getName();
}
