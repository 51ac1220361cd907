package org.tongban.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.catalogue.PublishedItem;
import org.tongban.web.Tag;

/**
 * What is applied for once and becomes several cases. Written like an application for one item, and
 * handed over whole when it is sent. Declared here for the pages on which people write; carried out
 * by a module above that knows which items belong together.
 */
public interface CombinedApplications {

    /** All that may be asked, as an item; empty when nothing of that key can be applied for now. */
    Optional<PublishedItem> current(String key);

    /** What is asked of that applicant in that situation; nothing where the key means nothing. */
    Optional<PublishedItem> narrowed(
            String key, Applicant applicant, Map<String, String> situation);

    /** The items of which it can consist, whatever is chosen; empty where the key means nothing. */
    List<PublishedItem> parts(String key);

    /** The address of its guide. */
    String guide(String key);

    /** Hands over. Sent twice it is there once. */
    Sent send(Ready ready);

    /** Where what was sent as that draft is shown; empty when nothing was. */
    Optional<String> address(UUID draft);

    /** What the caller has sent and may still see, the latest first. */
    List<Line> latest(ApplicantPrincipal caller, java.util.Locale language);

    /**
     * Checked as a whole and ready to be sent.
     *
     * @param draft becomes its id
     * @param seen the version of the draft that was checked
     * @param typed as typed, by field key
     */
    record Ready(
            UUID draft,
            int seen,
            String key,
            Applicant applicant,
            Map<String, String> situation,
            Map<String, List<String>> typed,
            List<SubmittedFile> files,
            List<Pledge> pledges,
            Act.DeliveryWay delivery,
            UUID accountId,
            String callerName) {

        /** Never what was answered: this may reach a log. */
        @Override
        public String toString() {
            return "Ready[" + draft + "]";
        }
    }

    /** What came of it. */
    sealed interface Sent {

        /** It is there, under that address. */
        record Done(String address) implements Sent {}

        /** One of the items could not begin with it: what is missing, a sentence each. */
        record Missing(List<String> sentences) implements Sent {
            public Missing {
                sentences = List.copyOf(sentences);
            }
        }

        /** Somebody wrote meanwhile; nothing was sent. */
        record Changed() implements Sent {}
    }

    /** One of them in a list. */
    record Line(String name, String number, Instant sentAt, String href, Tag tag) {}
}
