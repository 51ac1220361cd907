package org.tongban.supervision.card;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The way to the findings, for offices that answer and for who supervises. */
@Component
@Order(20)
final class FindingNavigation implements StaffNavigation {

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return staff.has("decide") || staff.has("supervise")
                ? List.of(
                        new NavItem(
                                texts.localize("findings.title"),
                                FindingDoor.FINDINGS,
                                0,
                                frame.isIn(FindingDoor.FINDINGS)))
                : List.of();
    }
}
