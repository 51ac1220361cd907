package org.tongban.casework.mandates;

import java.util.List;
import org.tongban.web.Tag;

/**
 * Everybody somebody acts for, and who acts for them.
 *
 * @param given mandates given, for oneself or for firms
 * @param held mandates held
 * @param firms names of the firms represented
 * @param children those guarded
 */
public record MandatesPage(
        List<Line> given, List<Line> held, List<String> firms, List<Child> children) {

    public MandatesPage {
        given = List.copyOf(given);
        held = List.copyOf(held);
        firms = List.copyOf(firms);
        children = List.copyOf(children);
    }

    /** One mandate. */
    public record Line(String who, Tag state, String terms, String href) {}

    /** One child. */
    public record Child(String name, Tag state, String how) {}
}
