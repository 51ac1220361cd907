package org.tongban.access;

import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * What the door for sign-in to departments' systems has to know; told by the module that knows the
 * people.
 */
public interface IdentityDesk {

    /** The page on which a person is asked; it takes {@code client_id scope state}. */
    String ASK = "/identity/ask";

    /** The page from which a browser leaves for the system. */
    String LEAVE = "/identity/leave";

    /** The systems that may ask. */
    RegisteredClientRepository systems();

    /** Sign-ins under way or done. */
    OAuth2AuthorizationService grants();

    /** What people agreed to. */
    OAuth2AuthorizationConsentService consents();

    /**
     * A person's name for one system: the same at every sign-in, another for every other system.
     *
     * @param caller name of the principal
     */
    String subject(String caller, String system);

    /**
     * What a system is told of a person now. The hand-over is on record before this returns.
     *
     * @param caller name of the principal
     * @throws org.springframework.security.oauth2.core.OAuth2AuthenticationException when the
     *     person has taken the consent back, or the system was shut out
     */
    Map<String, Object> tell(String caller, String system, Set<String> scopes);
}
