package org.tongban.directory;

import java.util.List;
import org.tongban.access.StaffPrincipal;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/**
 * The entries of one module in the header of staff pages. Beans of this kind are asked in their
 * {@link org.springframework.core.annotation.Order order} at every staff page, so they answer fast.
 */
public interface StaffNavigation {

    /**
     * The entries this member of staff may use.
     *
     * @param frame of the page that is shown, to mark the current entry
     */
    List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts);
}
