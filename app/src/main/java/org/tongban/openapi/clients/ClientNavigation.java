package org.tongban.openapi.clients;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The way to the admitted systems, for administrators. */
@Component
@Order(910)
final class ClientNavigation implements StaffNavigation {

    private static final String HREF = "/staff/clients";
    private static final String IDENTITY = "/staff/identity-clients";

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return staff.has("administer")
                ? List.of(
                        new NavItem(
                                texts.localize("openapi.clients.title"), HREF, 0, frame.isIn(HREF)),
                        new NavItem(
                                texts.localize("identity-clients.title"),
                                IDENTITY,
                                0,
                                frame.isIn(IDENTITY)))
                : List.of();
    }
}
