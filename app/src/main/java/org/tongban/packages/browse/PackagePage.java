package org.tongban.packages.browse;

import java.util.List;
import org.tongban.web.Fact;
import org.tongban.web.FieldView;
import org.tongban.web.Tag;

/**
 * What a package takes.
 *
 * @param fields the questions about the situation; empty when there are none
 * @param answered whether the lists are those of one situation
 * @param stages what runs side by side, in the order in which it can begin
 * @param saved what is asked once instead of several times, in a sentence; may be empty
 * @param apply where the application begins; empty when nothing would be left of it
 * @param source the document that names the package; may be empty
 * @param merged where the merged approvals of a project are listed; empty without any
 */
public record PackagePage(
        String name,
        String summary,
        String lead,
        List<Fact> facts,
        List<FieldView> fields,
        String action,
        boolean answered,
        List<Stage> stages,
        List<Need> needs,
        String saved,
        String apply,
        String handOut,
        String source,
        String merged) {

    /** What runs side by side. */
    public record Stage(String title, List<Part> parts) {}

    /** One item, or something that is only looked up, which has no address. */
    public record Part(String name, String href, Tag tag, String note) {}

    /** One paper. */
    public record Need(String name, Tag tag, String hint) {}

    public PackagePage {
        facts = List.copyOf(facts);
        fields = List.copyOf(fields);
        stages = List.copyOf(stages);
        needs = List.copyOf(needs);
    }
}
