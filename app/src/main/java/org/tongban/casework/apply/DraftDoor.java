package org.tongban.casework.apply;

import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.casework.Casework;
import org.tongban.casework.EvidenceDesk;
import org.tongban.casework.draft.Drafts;
import org.tongban.directory.Directory;
import org.tongban.web.SeeOther;

/**
 * The one way to a draft: it is the caller's own, or it does not exist. One that was sent leads to
 * its receipt, so that going back never sends twice.
 */
@Component
class DraftDoor {

    private final Drafts drafts;
    private final Casework casework;
    private final Directory directory;

    private final EvidenceDesk evidence;
    private final Wanted wanted;

    DraftDoor(
            Drafts drafts,
            Casework casework,
            Directory directory,
            EvidenceDesk evidence,
            Wanted wanted) {
        this.wanted = wanted;
        this.directory = directory;
        this.evidence = evidence;
        this.drafts = drafts;
        this.casework = casework;
    }

    Object open(UUID id, ApplicantPrincipal caller, Function<OpenDraft, Object> answer) {
        var draft = drafts.find(id, caller.accountId()).orElseThrow(DraftDoor::notFound);
        if (draft.sent()) {
            return receipt(id);
        }
        var item = wanted.of(draft).orElseThrow(DraftDoor::notFound);
        return answer.apply(
                OpenDraft.of(
                        draft,
                        item,
                        drafts.files(id),
                        directory.current(),
                        evidence.look(draft.applicant(), item.definition())));
    }

    Object receipt(UUID caseId) {
        return casework.find(caseId)
                .map(file -> "/my/cases/" + file.caseNo() + "/receipt")
                .or(() -> wanted.address(caseId))
                .<Object>map(SeeOther::to)
                .orElseThrow(DraftDoor::notFound);
    }

    /** Whether the guide has changed since the draft was begun; it is held to the new one. */
    static boolean isHeldToANewerGuide(OpenDraft open) {
        // What combines several items follows them by itself and was begun under no version.
        return !open.draft().isCombined() && open.item().version() > open.draft().itemVersion();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
