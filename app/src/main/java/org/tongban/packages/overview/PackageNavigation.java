package org.tongban.packages.overview;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The packages in the header of staff pages. */
@Component
@Order(25)
class PackageNavigation implements StaffNavigation {

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return OverviewPages.mayRead(staff)
                ? List.of(
                        new NavItem(
                                texts.localize("staff.nav.packages"),
                                OverviewPages.PATH,
                                0,
                                frame.isIn(OverviewPages.PATH)))
                : List.of();
    }
}
