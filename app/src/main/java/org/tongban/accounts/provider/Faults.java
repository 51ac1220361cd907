package org.tongban.accounts.provider;

import com.nimbusds.jose.KeySourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.tongban.accounts.provider.Came.Fault;

/** What the library found wrong, in our closed list. */
final class Faults {

    /** Deeper than any chain of causes the library makes. */
    private static final int MOST_CAUSES = 12;

    private Faults() {}

    static Fault of(Throwable wrong) {
        var causes = causes(wrong);
        if (causes.stream().anyMatch(Faults::isSilence)) return Fault.DOWN;
        return causes.stream()
                .filter(JwtValidationException.class::isInstance)
                .map(JwtValidationException.class::cast)
                .findFirst()
                .map(Faults::ofClaims)
                .orElseGet(() -> ofCode(causes));
    }

    private static boolean isSilence(Throwable cause) {
        return cause instanceof ResourceAccessException
                || cause instanceof KeySourceException
                || cause instanceof java.io.IOException;
    }

    /** The library writes the names of the wrong claims into its words, and nowhere else. */
    private static Fault ofClaims(JwtValidationException wrong) {
        var words =
                String.join(
                        " ",
                        wrong.getErrors().stream()
                                .map(OAuth2Error::getDescription)
                                .map(said -> Optional.ofNullable(said).orElse(""))
                                .toList());
        if (words.contains("iss=")) return Fault.OTHER_ISSUER;
        if (words.contains("exp=")) return Fault.EXPIRED;
        return Fault.FORGED;
    }

    private static Fault ofCode(List<Throwable> causes) {
        return switch (causes.stream().flatMap(one -> code(one).stream()).findFirst().orElse("")) {
            case "invalid_grant" -> Fault.CODE_OVER;
            case "invalid_client", "unauthorized_client", "invalid_scope", "invalid_request" ->
                    Fault.MISCONFIGURED;
            case "invalid_token_response", "invalid_user_info_response", "server_error" ->
                    Fault.DOWN;
            default ->
                    causes.stream().anyMatch(RestClientException.class::isInstance)
                            ? Fault.DOWN
                            : Fault.FORGED;
        };
    }

    private static Optional<String> code(Throwable wrong) {
        return switch (wrong) {
            case OAuth2AuthenticationException one -> Optional.of(one.getError().getErrorCode());
            case OAuth2AuthorizationException one -> Optional.of(one.getError().getErrorCode());
            default -> Optional.empty();
        };
    }

    private static List<Throwable> causes(Throwable wrong) {
        var causes = new ArrayList<Throwable>();
        @Nullable Throwable next = wrong;
        while (next != null && causes.size() < MOST_CAUSES) {
            causes.add(next);
            next = next.getCause();
        }
        return causes;
    }
}
