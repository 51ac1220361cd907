package org.tongban.openapi.clients;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/** Systems that may come in, and the form that admits one more. */
public record ClientsPage(List<Line> clients, ErrorSummary errors, List<FieldView> fields) {

    public ClientsPage {
        clients = List.copyOf(clients);
        fields = List.copyOf(fields);
    }

    /**
     * One system.
     *
     * @param staff name and login of whom it acts for; empty for nobody
     */
    public record Line(String id, String name, String scopes, String staff) {}
}
