package org.tongban.packages.course;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.casework.Applicant;
import org.tongban.casework.Pledge;
import org.tongban.casework.SubmittedFile;

/**
 * What a part begins with, kept encrypted until its case is made.
 *
 * @param typed by the item's own keys, as typed
 * @param found keys of the materials that the office could get itself when it was sent
 */
public record Share(
        Applicant applicant,
        Map<String, String> situation,
        Map<String, List<String>> typed,
        List<SubmittedFile> files,
        List<Pledge> pledges,
        Set<String> found) {

    public Share {
        // What was sent before this was kept has nothing under that name.
        found = found == null ? Set.of() : Set.copyOf(found);
    }

    /** The same with what was found. */
    public Share with(Set<String> keys) {
        return new Share(applicant, situation, typed, files, pledges, keys);
    }

    /** Never what was answered: this may reach a log. */
    @Override
    public String toString() {
        return "Share[" + applicant.kind() + "]";
    }
}
