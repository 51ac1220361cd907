package org.tongban.accounts.provider;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Why somebody went to the provider. It stays in this browser's session, bound to the state that
 * comes back.
 *
 * @param next where to return to; empty for nowhere
 * @param linkTo the account of a person who was signed in and links a login of theirs
 */
record Errand(String next, Optional<UUID> linkTo) {

    private static final String NEXT = "errand.next";
    private static final String LINK_TO = "errand.link-to";

    static Errand toSignIn(String next) {
        return new Errand(next, Optional.empty());
    }

    OAuth2AuthorizationRequest writtenOn(OAuth2AuthorizationRequest request) {
        return OAuth2AuthorizationRequest.from(request)
                .attributes(
                        attributes -> {
                            attributes.put(NEXT, next);
                            linkTo.ifPresent(id -> attributes.put(LINK_TO, id.toString()));
                        })
                .build();
    }

    static Errand readFrom(Map<String, Object> attributes) {
        return new Errand(
                String.valueOf(attributes.getOrDefault(NEXT, "")),
                Optional.ofNullable(attributes.get(LINK_TO))
                        .map(String::valueOf)
                        .map(UUID::fromString));
    }
}
