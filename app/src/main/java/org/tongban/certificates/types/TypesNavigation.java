package org.tongban.certificates.types;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The way to the list of who issues and who uses, for those who answer for it. */
@Component
@Order(21)
final class TypesNavigation implements StaffNavigation {

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return staff.has("decide") || staff.has("supervise") || staff.has("administer")
                ? List.of(
                        new NavItem(
                                texts.localize("library.types.title"),
                                ShowTypes.PATH,
                                0,
                                frame.isIn(ShowTypes.PATH)))
                : List.of();
    }
}
