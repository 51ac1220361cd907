package org.tongban.packages.project;

import java.util.List;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * The map of an investment project.
 *
 * @param code as the national platform gave it
 * @param sentence how many working days it took of those that are allowed
 * @param next what can be done now, in a sentence
 * @param act where it is done; empty text when there is nothing to do
 * @param stages in their order
 * @param lines how the days are counted
 * @param applications that were sent for it
 */
public record ProjectPage(
        String name,
        String code,
        String sentence,
        boolean isOver,
        String next,
        Link act,
        List<Stage> stages,
        List<String> lines,
        List<Link> applications) {

    /** One stage with the office that leads it. */
    public record Stage(String name, String lead, String css, List<Approval> approvals) {
        public Stage {
            approvals = List.copyOf(approvals);
        }
    }

    /** One approval of the stage. */
    public record Approval(String name, String href, String agency, Tag tag, String said) {}

    public ProjectPage {
        stages = List.copyOf(stages);
        lines = List.copyOf(lines);
        applications = List.copyOf(applications);
    }
}
