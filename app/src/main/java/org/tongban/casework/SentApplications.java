package org.tongban.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.catalogue.PublishedItem;

/**
 * What an application for several items still has to be written after it was sent: corrections for
 * all its offices at once, and answers that exist only after an earlier result. Declared here for
 * the pages on which people write; carried out by the module that knows what belongs together.
 */
public interface SentApplications {

    /** Why something is written. */
    enum Kind {
        /** Offices told what to correct. */
        CORRECTIONS,
        /** A result has come, and the next office asks what could not be known before. */
        ANSWERS
    }

    /** What is asked now; empty when nothing is, or the application is somebody else's. */
    Optional<Asked> asked(Kind kind, String number, UUID accountId);

    /**
     * Takes what was written and gives each office its share.
     *
     * @param act names the press of the button: repeated, it is carried out once
     * @return names of the items that do not take it any more
     */
    List<String> take(Kind kind, Asked asked, UUID act, Written written, Actor actor);

    /**
     * What is asked.
     *
     * @param draft on which it is written
     * @param cases of the application, by which it is known whether the caller may still write
     * @param path address of the application
     * @param until the first day on which it is too late for one of the offices, less one
     * @param told in the offices' words, one thing each
     * @param item with the questions and papers that are asked, each once
     */
    record Asked(
            UUID draft,
            List<UUID> cases,
            String name,
            String path,
            Optional<LocalDate> until,
            List<String> told,
            PublishedItem item) {
        public Asked {
            cases = List.copyOf(cases);
            told = List.copyOf(told);
        }
    }

    /**
     * What was written, by the keys of {@link Asked#item}.
     *
     * @param note to the offices; may be empty
     */
    record Written(String note, Map<String, List<String>> typed, List<SubmittedFile> files) {
        public Written {
            typed = Map.copyOf(typed);
            files = List.copyOf(files);
        }

        /** Never what was answered: this may reach a log. */
        @Override
        public String toString() {
            return "Written[" + files.size() + "]";
        }
    }
}
