package org.tongban.catalogue.editor;

import java.util.List;
import java.util.UUID;
import org.tongban.catalogue.entry.Difference;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Fact;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * One draft for those who write and those who review it.
 *
 * @param found what the check says, with the way to the place
 * @param remarkFields where a remark can be made; empty for who makes none
 */
public record DraftPage(
        String name,
        Tag state,
        String action,
        int version,
        List<String> others,
        String done,
        ErrorSummary errors,
        List<Fact> facts,
        List<SectionLine> sections,
        List<Line> found,
        List<RemarkLine> remarks,
        List<FieldView> remarkFields,
        List<Act> acts,
        List<Difference.Change> changes,
        List<Link> links,
        List<Line> history) {

    /** One page of the editor, and how it stands. */
    public record SectionLine(Link link, Tag tag) {}

    /** Something said about a place. */
    public record Line(Tag tag, String place, String words, String href) {}

    /** A remark with its answer; answerable by the agency while it drafts. */
    public record RemarkLine(
            UUID id, String who, String place, String words, String answer, boolean answerable) {}

    /** One act with its boxes. */
    public record Act(
            String title, List<FieldView> fields, String button, String value, String look) {
        public Act {
            fields = List.copyOf(fields);
        }
    }

    public DraftPage {
        others = List.copyOf(others);
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
        found = List.copyOf(found);
        remarks = List.copyOf(remarks);
        remarkFields = List.copyOf(remarkFields);
        acts = List.copyOf(acts);
        changes = List.copyOf(changes);
        links = List.copyOf(links);
        history = List.copyOf(history);
    }
}
