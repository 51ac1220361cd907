package org.tongban.simulators;

import java.util.List;
import org.tongban.web.Tag;

/** The simulated registers, each with what it can be made to do. */
public record SimulatorsPage(List<Line> lines) {

    /** One register. */
    public record Line(String name, String action, Tag mode, List<Choice> choices) {
        public Line {
            choices = List.copyOf(choices);
        }
    }

    /** One way to behave. */
    public record Choice(String mode, String words) {}

    public SimulatorsPage {
        lines = List.copyOf(lines);
    }
}
