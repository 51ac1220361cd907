package org.tongban.packages.project;

import java.util.List;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * Approvals of a project that several others have become, stage by stage.
 *
 * @param announced how many the source says
 * @param note what of the list is not verified
 */
public record MergedPage(
        String name, Link back, String lead, String announced, String note, List<Stage> stages) {

    /** One stage; without any merged approval it is shown all the same. */
    public record Stage(String name, String lead, List<Approval> approvals) {
        public Stage {
            approvals = List.copyOf(approvals);
        }
    }

    /**
     * One approval in place of several.
     *
     * @param here where it is applied for; no address: not here
     * @param of names of those that it has taken the place of
     */
    public record Approval(
            String name, String agency, Tag tag, Link here, String counted, List<String> of) {
        public Approval {
            of = List.copyOf(of);
        }
    }

    public MergedPage {
        stages = List.copyOf(stages);
    }
}
