package org.tongban.accounts.security;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/**
 * How a person signs in.
 *
 * @param note what was just done; empty for nothing
 * @param login of the account; empty while it has no password
 * @param provider whose login can be linked; empty for none, or when one is linked
 */
public record SecurityPage(
        String note,
        String login,
        ErrorSummary errors,
        List<FieldView> fields,
        String provider,
        List<Line> logins) {

    public SecurityPage {
        fields = List.copyOf(fields);
        logins = List.copyOf(logins);
    }

    /**
     * One login at a provider.
     *
     * @param action where it is unlinked; empty when it was, or is the last way in
     */
    public record Line(String provider, String when, String action, boolean lastWay) {}
}
