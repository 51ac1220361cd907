package org.tongban.certificates.revocation;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The way to a certificate, for those who may take one back. */
@Component
@Order(20)
final class CertificateNavigation implements StaffNavigation {

    private static final String HREF = "/staff/certificates";

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return staff.has("decide") || staff.has("supervise")
                ? List.of(
                        new NavItem(
                                texts.localize("certificates.staff.title"),
                                HREF,
                                0,
                                frame.isIn(HREF)))
                : List.of();
    }
}
