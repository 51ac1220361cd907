package org.tongban.casework.kept;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is offered what is kept.
 *
 * @param name as the holder will read it
 * @param account of theirs; empty: a clerk
 * @param checked whether somebody has checked who they are
 */
public record Asker(Kind kind, String name, Optional<UUID> account, boolean checked) {

    /** In what part somebody comes to the materials of an applicant. */
    public enum Kind {
        /** Whose they are. */
        SELF,
        /** By a mandate, for a firm, or as guardian. */
        AGENT,
        /** At a window, with the applicant. */
        STAFF;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whoever applies, for themselves or for somebody else. */
    public static Asker applying(
            boolean forThemselves, String name, UUID account, boolean checked) {
        return new Asker(
                forThemselves ? Kind.SELF : Kind.AGENT, name, Optional.of(account), checked);
    }

    /** A clerk, who has the applicant's card before them. */
    public static Asker atWindow(String name) {
        return new Asker(Kind.STAFF, name, Optional.empty(), true);
    }

    /** Whether somebody else than the holder looks. */
    boolean isAnother() {
        return kind != Kind.SELF;
    }
}
