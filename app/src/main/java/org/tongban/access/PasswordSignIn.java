package org.tongban.access;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.tongban.access.PasswordProof.Proved;

/** Lets people of one kind in by login and password; see {@link PasswordProof}. */
final class PasswordSignIn implements AuthenticationProvider {

    private final SignIns signIns;
    private final PasswordProof proof;

    PasswordSignIn(SignIns signIns, PasswordProof proof) {
        this.signIns = signIns;
        this.proof = proof;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var password = String.valueOf(typed.getCredentials());
        return switch (proof.prove(signIns, typed.getName(), password, address(typed))) {
            case Proved.Is(var caller) -> {
                var signedIn = token(caller);
                signedIn.setDetails(typed.getDetails());
                yield signedIn;
            }
            case Proved.Wrong() -> throw new BadCredentialsException("login or password is wrong");
            case Proved.Wait() -> throw new TooManyFromHere();
        };
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** What the session keeps of a caller who is in. */
    static UsernamePasswordAuthenticationToken token(Caller caller) {
        return UsernamePasswordAuthenticationToken.authenticated(
                caller,
                null,
                List.of(
                        new SimpleGrantedAuthority(caller.door().name()),
                        // Tells a department's system when they came in.
                        FactorGrantedAuthority.fromAuthority(
                                FactorGrantedAuthority.PASSWORD_AUTHORITY)));
    }

    private static String address(Authentication typed) {
        return typed.getDetails() instanceof WebAuthenticationDetails details
                ? Optional.ofNullable(details.getRemoteAddress()).orElse("")
                : "";
    }

    /** From this address came more wrong passwords than one person mistypes. */
    static final class TooManyFromHere extends AuthenticationException {
        private static final long serialVersionUID = 1;

        TooManyFromHere() {
            super("too many wrong passwords from this address");
        }
    }
}
