package org.tongban.casework.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Channel;
import org.tongban.casework.Notice;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.Trust;
import org.tongban.catalogue.ItemDefinition;

/**
 * Everything a page for staff shows of one case, read at one moment.
 *
 * @param content decrypted; reading a sheet has left a look
 * @param events in the order in which they happened
 * @param grades of files that the applicant took from their own store, by number
 * @param ownIntake whether the reader took the application in at their window
 */
public record CaseSheet(
        CaseFile file,
        ItemDefinition item,
        Channel channel,
        String applicantName,
        PrivatePart content,
        Instant submittedAt,
        List<Line> events,
        List<Paper> papers,
        List<SubmittedFile> files,
        Map<UUID, Trust> grades,
        boolean ownIntake) {

    /** One line of the event line. */
    public record Line(
            int seq, Instant at, Actor.Kind actorKind, String actorName, CaseEvent event) {}

    /** One paper that was issued. */
    public record Paper(
            int no, Notice.Kind kind, String title, String number, LocalDate issuedOn) {}

    public CaseSheet {
        events = List.copyOf(events);
        papers = List.copyOf(papers);
        files = List.copyOf(files);
        grades = Map.copyOf(grades);
    }

    public UUID caseId() {
        return file.caseId();
    }

    public List<SubmittedFile> filesOf(String material) {
        return files.stream().filter(file -> file.material().equals(material)).toList();
    }

    /** The latest paper of a kind. */
    public Optional<Paper> paper(Notice.Kind kind) {
        return papers.reversed().stream().filter(paper -> paper.kind() == kind).findFirst();
    }
}
