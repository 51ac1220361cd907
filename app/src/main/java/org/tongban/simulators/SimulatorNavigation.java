package org.tongban.simulators;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The way to the simulated registers, in a demonstration. */
@Component
@ConditionalOnProperty(name = "tongban.demo", havingValue = "true")
@Order(60)
final class SimulatorNavigation implements StaffNavigation {

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return staff.has("administer")
                ? List.of(
                        new NavItem(
                                texts.localize("sharing.simulators"),
                                DirectSimulators.PATH,
                                0,
                                frame.isIn(DirectSimulators.PATH)))
                : List.of();
    }
}
