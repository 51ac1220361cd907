package org.tongban.directory.staffing;

import java.util.List;

/**
 * Locked sign-ins, and the password just made.
 *
 * @param forWhom name of the member of staff the password is for; empty when none was made
 * @param password shown this once
 */
public record SignInHelpPage(List<Line> locked, String forWhom, String password) {

    public SignInHelpPage {
        locked = List.copyOf(locked);
    }

    /** A locked sign-in. */
    public record Line(String id, String name, String login, String until) {}

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "SignInHelpPage";
    }
}
