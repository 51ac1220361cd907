package org.tongban.accounts.handover;

import java.util.List;

/**
 * What a person is asked before a system is told who they are.
 *
 * @param system its name
 * @param parts what it is told, in words
 * @param scopes the same, as the form sends them back
 */
public record AskPage(
        String system,
        String office,
        String purpose,
        String person,
        List<String> parts,
        List<String> scopes,
        String client,
        String state) {

    public AskPage {
        parts = List.copyOf(parts);
        scopes = List.copyOf(scopes);
    }
}
