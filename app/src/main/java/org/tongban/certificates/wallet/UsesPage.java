package org.tongban.certificates.wallet;

import java.util.List;
import org.tongban.web.Link;
import org.tongban.web.Pager;

/** Who used a certificate, the last use first. */
public record UsesPage(String name, Link back, List<Line> lines, Pager pager) {

    /** One use. */
    public record Line(String who, String purpose, String way, String at) {}

    public UsesPage {
        lines = List.copyOf(lines);
    }
}
