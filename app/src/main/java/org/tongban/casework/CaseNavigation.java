package org.tongban.casework;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The lists of cases a post may open, in the order of a case's way. */
@Component
@Order(10)
class CaseNavigation implements StaffNavigation {

    private static final String DELIVER = "/staff/desk/deliver";

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        var items = new ArrayList<NavItem>();
        if (staff.has("accept")) {
            items.add(item("desk", "/staff/desk", frame, texts));
            items.add(item("owed", "/staff/owed", frame, texts));
            items.add(item("identity", "/staff/identity", frame, texts));
        }
        if (staff.has("review") || staff.has("decide")) {
            items.add(item("todo", "/staff/todo", frame, texts));
            items.add(item("done", "/staff/done", frame, texts));
            items.add(item("checks", "/staff/checks", frame, texts));
            items.add(item("automatic", "/staff/automatic", frame, texts));
        }
        if (staff.has("accept") || staff.has("decide") || staff.has("supervise")) {
            items.add(item("kinds", "/staff/kinds", frame, texts));
        }
        if (staff.has("deliver")) {
            items.add(item("deliver", DELIVER, frame, texts));
        }
        if (staff.has("supervise")) {
            items.add(item("late", "/staff/late", frame, texts));
            items.add(item("promises", "/staff/promises", frame, texts));
        }
        if (staff.has("administer")) {
            items.add(item("names", "/staff/name-corrections", frame, texts));
        }
        if (staff.has("merge-persons")) {
            items.add(item("merges", "/staff/person-merges", frame, texts));
        }
        return items;
    }

    /** The list of results lies below the desk, and only one entry may say that one is here. */
    private static boolean isHere(String href, Frame frame) {
        return frame.isIn(href) && (href.equals(DELIVER) || !frame.isIn(DELIVER));
    }

    private static NavItem item(String key, String href, Frame frame, Texts texts) {
        return new NavItem(texts.localize("staff.nav." + key), href, 0, isHere(href, frame));
    }
}
