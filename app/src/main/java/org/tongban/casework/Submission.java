package org.tongban.casework;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A complete application, checked, ready to become a case.
 *
 * @param caseId of the case to be; the draft's id where there is one, so that the same draft cannot
 *     become two cases
 * @param applicable keys of the item's steps whose conditions hold
 * @param pledges what the applicant promises in place of papers
 * @param fetched keys of the materials whose files the office got itself
 */
public record Submission(
        UUID caseId,
        String itemKey,
        int itemVersion,
        Channel channel,
        PrivatePart content,
        Act.DeliveryWay delivery,
        Set<String> applicable,
        List<SubmittedFile> files,
        Optional<UUID> accountId,
        Optional<UUID> draftId,
        List<Pledge> pledges,
        List<String> fetched) {

    public Submission {
        applicable = Set.copyOf(applicable);
        files = List.copyOf(files);
        pledges = List.copyOf(pledges);
        fetched = List.copyOf(fetched);
    }

    /** Where the form of a window says which materials were handed in as originals on paper. */
    public static final String ON_PAPER = "_paper";

    /** How many papers came with it: files, and originals of which there is no file. */
    public int papers() {
        var scanned = files.stream().map(SubmittedFile::material).toList();
        var originals =
                content.form().get(ON_PAPER) instanceof Collection<?> held
                        ? held.stream().filter(material -> !scanned.contains(material)).count()
                        : 0;
        return files.size() + Math.toIntExact(originals);
    }

    /** The same with copies that the office got itself. */
    public Submission with(List<SubmittedFile> copies) {
        return new Submission(
                caseId,
                itemKey,
                itemVersion,
                channel,
                content,
                delivery,
                applicable,
                Stream.concat(files.stream(), copies.stream()).toList(),
                accountId,
                draftId,
                pledges,
                copies.stream().map(SubmittedFile::material).toList());
    }

    /** Of which the applicant has brought every paper. */
    public Submission(
            UUID caseId,
            String itemKey,
            int itemVersion,
            Channel channel,
            PrivatePart content,
            Act.DeliveryWay delivery,
            Set<String> applicable,
            List<SubmittedFile> files,
            Optional<UUID> accountId,
            Optional<UUID> draftId,
            List<Pledge> pledges) {
        this(
                caseId,
                itemKey,
                itemVersion,
                channel,
                content,
                delivery,
                applicable,
                files,
                accountId,
                draftId,
                pledges,
                List.of());
    }

    /** Without a promise: every paper is there or is asked for in the usual way. */
    public Submission(
            UUID caseId,
            String itemKey,
            int itemVersion,
            Channel channel,
            PrivatePart content,
            Act.DeliveryWay delivery,
            Set<String> applicable,
            List<SubmittedFile> files,
            Optional<UUID> accountId,
            Optional<UUID> draftId) {
        this(
                caseId,
                itemKey,
                itemVersion,
                channel,
                content,
                delivery,
                applicable,
                files,
                accountId,
                draftId,
                List.of());
    }
}
