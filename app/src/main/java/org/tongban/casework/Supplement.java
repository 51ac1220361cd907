package org.tongban.casework;

import java.util.List;
import java.util.Set;

/**
 * What an applicant hands in after being told what is missing: the whole content as it is now, and
 * the files that are new.
 *
 * @param applicable keys of the item's steps whose conditions hold for the new content
 */
public record Supplement(PrivatePart content, Set<String> applicable, List<SubmittedFile> files) {

    public Supplement {
        applicable = Set.copyOf(applicable);
        files = List.copyOf(files);
    }
}
