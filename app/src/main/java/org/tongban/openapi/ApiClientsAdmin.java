package org.tongban.openapi;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongban.access.ApiClients;
import org.tongban.crypto.RandomTokens;
import org.tongban.directory.Directory;
import org.tongban.directory.StaffMember;

/** Admits other systems. */
@Component
public class ApiClientsAdmin {

    /** Characters of a name on a page and in a log. */
    public static final int LONGEST_NAME = 60;

    private final ApiClients clients;
    private final Directory directory;
    private final RandomTokens tokens = new RandomTokens();

    /** What became of it. */
    public sealed interface Answer {}

    /**
     * The system may come in.
     *
     * @param secret to be told once; only its hash is kept
     */
    public record Created(String clientId, String secret) implements Answer {
        /** Never the secret: this may reach a log. */
        @Override
        public String toString() {
            return "Created[" + clientId + "]";
        }
    }

    /** Why it may not; a closed list. */
    public enum Refused implements Answer {
        NAME_MISSING,
        NAME_TOO_LONG,
        SCOPES_MISSING,
        /** Nobody who works here has this login. */
        LOGIN_UNKNOWN,
        /** The scopes chosen need a member of staff to act as. */
        LOGIN_MISSING
    }

    ApiClientsAdmin(ApiClients clients, Directory directory) {
        this.clients = clients;
        this.directory = directory;
    }

    /**
     * Admits a system under an id and a secret that are drawn here.
     *
     * @param name as administrators and event lines call it
     * @param scopes of {@link ApiClients#SCOPES}
     * @param staffLogin of the member of staff it acts as; empty for a system that only reads items
     *     and its own cases
     */
    public Answer create(String name, Set<String> scopes, Optional<String> staffLogin) {
        if (name.isBlank()) return Refused.NAME_MISSING;
        if (name.strip().length() > LONGEST_NAME) return Refused.NAME_TOO_LONG;
        if (scopes.isEmpty() || !ApiClients.SCOPES.containsAll(scopes)) {
            return Refused.SCOPES_MISSING;
        }
        var staff = staffLogin.flatMap(this::member);
        if (staffLogin.isPresent() && staff.isEmpty()) return Refused.LOGIN_UNKNOWN;
        if (staff.isEmpty()
                && Stream.of("staff.act", "cases.submit", "changes.read")
                        .anyMatch(scopes::contains)) {
            return Refused.LOGIN_MISSING;
        }
        var id = "sys-" + tokens.next();
        var secret = clients.newSecret();
        clients.admit(
                new ApiClients.Client(
                        id, name.strip(), scopes, staff.map(StaffMember::id).orElse(null)),
                secret);
        return new Created(id, secret);
    }

    private Optional<StaffMember> member(String login) {
        return directory.current().staff().stream()
                .filter(StaffMember::active)
                .filter(member -> member.login().equals(login))
                .findFirst();
    }
}
