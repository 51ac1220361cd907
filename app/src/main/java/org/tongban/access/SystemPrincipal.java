package org.tongban.access;

import java.io.Serial;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another system that calls the interface with a token of ours.
 *
 * @param scopes what its token allows: {@code items.read cases.read cases.submit facts.check
 *     changes.read staff.act}
 * @param staffId the member of staff it acts as; null for a system that acts for nobody
 */
public record SystemPrincipal(
        String clientId, String name, Set<String> scopes, @Nullable UUID staffId)
        implements Caller {

    @Serial private static final long serialVersionUID = 1;

    public SystemPrincipal {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public Door door() {
        return Door.SYSTEM_API;
    }

    @Override
    public Set<String> rights() {
        return scopes;
    }

    @Override
    public String getName() {
        return "client:" + clientId;
    }
}
