package org.tongban.web;

import java.util.List;

/**
 * One step of a case as the applicant meets it, drawn by {@code web/timeline}.
 *
 * @param when day and time as people write them; empty for what has not come yet
 * @param text one sentence, empty when the title says it all
 * @param links papers that belong to the step
 */
public record TimelineEntry(State state, String title, String when, String text, List<Link> links) {

    /** Where the step stands. */
    public enum State {
        DONE("done"),
        NOW("now"),
        STOPPED("stopped"),
        NEXT("next");

        private final String css;

        State(String css) {
            this.css = css;
        }

        /** The class in the style sheet, and the end of the key of its words. */
        public String css() {
            return css;
        }
    }

    public TimelineEntry {
        links = List.copyOf(links);
    }
}
