package org.tongban.certificates.direct;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The way to certificates without a case, for the offices that issue some and for overseers. */
@Component
@Order(24)
final class DirectNavigation implements StaffNavigation {

    private final DirectDoor door;

    DirectNavigation(DirectDoor door) {
        this.door = door;
    }

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return door.isOpenTo(staff)
                ? List.of(
                        new NavItem(
                                texts.localize("direct.title"),
                                DirectDoor.PATH,
                                0,
                                frame.isIn(DirectDoor.PATH)))
                : List.of();
    }
}
