package org.tongban.ratings.report;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The way to what applicants said, for those who decide or supervise. */
@Component
@Order(30)
final class RatingNavigation implements StaffNavigation {

    private static final String HREF = "/staff/ratings";

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return staff.has("decide") || staff.has("supervise")
                ? List.of(
                        new NavItem(
                                texts.localize("ratings.report.title"), HREF, 0, frame.isIn(HREF)))
                : List.of();
    }
}
