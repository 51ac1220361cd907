package org.tongban.sharing.changes;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The subscriptions in the menu of those who begin or oversee them, and who admit systems. */
@Component
@Order(23)
final class SubscriptionNavigation implements StaffNavigation {

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return SubscriptionPages.maySee(staff)
                ? List.of(
                        new NavItem(
                                texts.localize("subscriptions.title"),
                                SubscriptionPages.PATH,
                                0,
                                frame.isIn(SubscriptionPages.PATH)))
                : List.of();
    }
}
