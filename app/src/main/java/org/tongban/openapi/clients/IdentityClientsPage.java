package org.tongban.openapi.clients;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/** Systems to which people sign in by this platform, and the form that admits one more. */
public record IdentityClientsPage(List<Line> clients, ErrorSummary errors, List<FieldView> fields) {

    public IdentityClientsPage {
        clients = List.copyOf(clients);
        fields = List.copyOf(fields);
    }

    /** One system. */
    public record Line(String id, String name, String office, String scopes, String redirects) {}
}
