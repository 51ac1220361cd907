package org.tongban.casework.progress;

import java.util.List;
import org.tongban.catalogue.WaitsForYou;
import org.tongban.web.DayCell;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/**
 * Everything of one's own.
 *
 * @param waiting what the person has to do, before everything else
 * @param combined applications that became several cases, which stand among the cases as well
 */
public record MyPage(
        String name,
        List<WaitsForYou.Waiting> waiting,
        List<DraftRow> drafts,
        List<CaseRow> combined,
        List<CaseRow> cases,
        Pager pager) {

    /** An application that has not been sent. */
    public record DraftRow(String item, String saved, String href) {}

    /** One case. */
    public record CaseRow(
            String item, String number, String sent, String href, List<DayCell> days, Tag tag) {}

    public MyPage {
        waiting = List.copyOf(waiting);
        drafts = List.copyOf(drafts);
        combined = List.copyOf(combined);
        cases = List.copyOf(cases);
    }
}
