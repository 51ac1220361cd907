package org.tongban.sharing.resources;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The way to the catalogue, for those who ask for rights and decide them. */
@Component
@Order(22)
final class SharingNavigation implements StaffNavigation {

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return staff.has("decide") || staff.has("supervise") || staff.has("administer")
                ? List.of(
                        new NavItem(
                                texts.localize("sharing.title"),
                                ShowResources.PATH,
                                0,
                                frame.isIn(ShowResources.PATH)))
                : List.of();
    }
}
