package org.tongban.catalogue.editor;

import java.util.List;
import org.tongban.catalogue.entry.Difference;
import org.tongban.catalogue.guide.Flow;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FormPart;
import org.tongban.web.Link;
import org.tongban.web.NavItem;

/**
 * One page of the editor.
 *
 * @param version of the draft when the page was drawn
 * @param others who has the draft open as well
 * @param told what happened to what was sent; empty on a fresh page
 * @param theirs what somebody else changed on this page meanwhile; empty otherwise
 * @param insists whether sending again overwrites that
 * @param remarks of the offices at places of this page, in words
 * @param fields the form as people will meet it; only on the page of the form
 */
public record SectionPage(
        String name,
        String title,
        String lead,
        String action,
        int version,
        List<NavItem> sections,
        List<String> others,
        String told,
        List<Difference.Change> theirs,
        boolean insists,
        List<String> remarks,
        ErrorSummary errors,
        List<Block> blocks,
        List<FormPart> fields,
        List<Flow> flow,
        Link next,
        Link overview) {

    public SectionPage {
        sections = List.copyOf(sections);
        others = List.copyOf(others);
        theirs = List.copyOf(theirs);
        remarks = List.copyOf(remarks);
        blocks = List.copyOf(blocks);
        fields = List.copyOf(fields);
        flow = List.copyOf(flow);
    }
}
