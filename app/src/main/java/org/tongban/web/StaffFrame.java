package org.tongban.web;

import java.util.List;

/**
 * What the frame of a staff page shows beside its content.
 *
 * @param agency whose desk it is, such as 县市场监督管理局
 * @param post such as 审查岗
 * @param nav the lists and tools this post may open, in their order
 */
public record StaffFrame(Frame frame, String agency, String post, List<NavItem> nav) {

    public StaffFrame {
        nav = List.copyOf(nav);
    }
}
