package org.tongban.packages.project;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/**
 * Who takes a project through its approvals, as a part of its page.
 *
 * @param who the present agent and how to reach them, or that there is none
 * @param earlier those before, a sentence each
 * @param help what was done, the latest first
 * @param choose fields with which an agent is named; empty where the reader may not
 * @param say fields with which the agent writes down what was done; empty for others
 * @param action of both forms
 */
public record AgentPart(
        String who,
        List<String> earlier,
        List<String> help,
        List<FieldView> choose,
        List<FieldView> say,
        String action,
        ErrorSummary errors) {

    public AgentPart {
        earlier = List.copyOf(earlier);
        help = List.copyOf(help);
        choose = List.copyOf(choose);
        say = List.copyOf(say);
    }
}
