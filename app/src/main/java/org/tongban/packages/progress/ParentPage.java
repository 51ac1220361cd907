package org.tongban.packages.progress;

import java.util.List;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * One application with its parts.
 *
 * @param sentence where it stands and what comes, in a sentence
 * @param turns what waits for the applicant
 * @param gathering that corrections are kept until all offices have looked; may be empty
 * @param stages what runs side by side, in the order in which it can begin
 * @param results of what was granted
 * @param withdraw where it can be taken back; empty when nothing can be
 * @param saved what was asked once, in a sentence
 * @param project the map of the investment project, if it is one
 */
public record ParentPage(
        String name,
        String number,
        Tag tag,
        String sentence,
        List<Turn> turns,
        String gathering,
        List<Stage> stages,
        List<Link> results,
        String withdraw,
        String saved,
        List<Link> project) {

    /** Something to do. */
    public record Turn(String title, String text, Link act) {}

    /** What runs side by side. */
    public record Stage(String title, String css, List<Branch> branches) {}

    /** One part: where it is now, and why. */
    public record Branch(String name, String href, Tag tag, String agency, List<String> said) {
        public Branch {
            said = List.copyOf(said);
        }
    }

    public ParentPage {
        turns = List.copyOf(turns);
        stages = List.copyOf(stages);
        results = List.copyOf(results);
        project = List.copyOf(project);
    }
}
