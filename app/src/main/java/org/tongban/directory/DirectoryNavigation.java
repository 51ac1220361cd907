package org.tongban.directory;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The directory's entries, for administrators; after the daily work of everybody else. */
@Component
@Order(900)
final class DirectoryNavigation implements StaffNavigation {

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        var absences = entry(texts.localize("absence.title"), "/staff/absences", frame);
        if (staff.has("administer")) {
            return List.of(
                    entry(texts.localize("directory.views"), "/staff/directory", frame),
                    entry(texts.localize("help.title"), "/staff/accounts", frame),
                    absences);
        }
        return staff.has("head") ? List.of(absences) : List.of();
    }

    private static NavItem entry(String text, String href, Frame frame) {
        return new NavItem(text, href, 0, frame.isIn(href));
    }
}
