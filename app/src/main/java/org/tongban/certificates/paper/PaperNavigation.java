package org.tongban.certificates.paper;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The way to old paper, for the offices that have some and for overseers. */
@Component
@Order(23)
final class PaperNavigation implements StaffNavigation {

    private final PaperDoor door;

    PaperNavigation(PaperDoor door) {
        this.door = door;
    }

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return staff.has("supervise") || !door.own(staff).isEmpty()
                ? List.of(
                        new NavItem(
                                texts.localize("paper.title"),
                                PaperDoor.PATH,
                                0,
                                frame.isIn(PaperDoor.PATH)))
                : List.of();
    }
}
