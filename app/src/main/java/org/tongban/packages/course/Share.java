package org.tongban.packages.course;

import java.util.List;
import java.util.Map;
import org.tongban.casework.Applicant;
import org.tongban.casework.Pledge;
import org.tongban.casework.SubmittedFile;

/**
 * What a part begins with, kept encrypted until its case is made.
 *
 * @param typed by the item's own keys, as typed
 */
public record Share(
        Applicant applicant,
        Map<String, String> situation,
        Map<String, List<String>> typed,
        List<SubmittedFile> files,
        List<Pledge> pledges) {

    /** Never what was answered: this may reach a log. */
    @Override
    public String toString() {
        return "Share[" + applicant.kind() + "]";
    }
}
