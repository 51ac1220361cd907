package org.tongban.certificates.facts;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The way to what other systems asked, for overseers. */
@Component
@Order(22)
final class AskedNavigation implements StaffNavigation {

    private static final String HREF = "/staff/fact-checks";

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return staff.has("supervise")
                ? List.of(
                        new NavItem(
                                texts.localize("library.facts.staff"), HREF, 0, frame.isIn(HREF)))
                : List.of();
    }
}
