package org.tongban.casework.apply;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.casework.Actor;
import org.tongban.casework.Casework;
import org.tongban.casework.OwnReach;
import org.tongban.casework.draft.Drafts;
import org.tongban.catalogue.ItemDefinition;
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

    private final Wanted wanted;
    private final Applicants applicants;

    DraftDoor(
            Drafts drafts,
            Casework casework,
            Directory directory,
            Wanted wanted,
            Applicants applicants) {
        this.applicants = applicants;
        this.wanted = wanted;
        this.directory = directory;
        this.drafts = drafts;
        this.casework = casework;
    }

    Object open(UUID id, ApplicantPrincipal caller, Function<OpenDraft, Object> answer) {
        var draft = drafts.find(id, caller.accountId()).orElseThrow(DraftDoor::notFound);
        if (draft.sent()) {
            return receipt(id);
        }
        var item = wanted.of(draft).orElseThrow(DraftDoor::notFound);
        if (applicants.bar(caller, item.definition(), draft.applicant()).isPresent()) {
            return SeeOther.to("/drafts/" + id + "/barred");
        }
        return answer.apply(
                OpenDraft.of(
                        draft,
                        item,
                        drafts.files(id),
                        directory.current(),
                        applicants.held(caller, draft.applicant(), item.definition())));
    }

    /** What keeps the caller from a draft of their own, with what it is for; empty: nothing. */
    Optional<Barred> barred(UUID id, ApplicantPrincipal caller) {
        var draft = drafts.find(id, caller.accountId()).orElseThrow(DraftDoor::notFound);
        var item = wanted.of(draft).orElseThrow(DraftDoor::notFound).definition();
        return draft.sent()
                ? Optional.empty()
                : applicants
                        .bar(caller, item, draft.applicant())
                        .map(bar -> new Barred(bar, item, draft.applicant().name()));
    }

    /** Why a draft stays shut. */
    record Barred(Applicants.Bar why, ItemDefinition item, String applicant) {}

    /** Throws a draft of the caller's away, also one that stays shut. */
    Object discard(UUID id, ApplicantPrincipal caller) {
        if (drafts.find(id, caller.accountId()).orElseThrow(DraftDoor::notFound).sent()) {
            return receipt(id);
        }
        drafts.delete(id, caller.accountId());
        return SeeOther.to("/my");
    }

    /** The caller as they will stand on the case's line. */
    Actor actor(OpenDraft open, ApplicantPrincipal caller) {
        return OwnReach.actor(
                caller,
                applicants
                        .actingFor(caller, open.definition(), open.draft().applicant())
                        .orElseThrow(DraftDoor::notFound));
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
