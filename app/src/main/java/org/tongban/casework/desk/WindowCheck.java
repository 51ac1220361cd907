package org.tongban.casework.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.ProofDocument;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.Channel;
import org.tongban.casework.Evidence;
import org.tongban.casework.Pledge;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.Submission;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffDay;
import org.tongban.casework.staff.TakenFiles;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition.Material;

/** Whether what was written at the window can be handed in, and what it is then. */
@Component
class WindowCheck {

    private final Catalogue catalogue;
    private final WindowDrafts drafts;
    private final Accounts accounts;
    private final WindowPromises promises;

    WindowCheck(
            Catalogue catalogue, WindowDrafts drafts, Accounts accounts, WindowPromises promises) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.accounts = accounts;
        this.promises = promises;
    }

    /** What the check came to. */
    sealed interface Verdict {}

    /**
     * Can be handed in as it is.
     *
     * @param wanted materials that the office gets itself; their files are not in it yet
     * @param later materials that were brought because nobody could be asked
     */
    record Whole(Submission submission, List<Material> wanted, List<Material> later)
            implements Verdict {}

    /**
     * Cannot be handed in yet.
     *
     * @param faults everything that is wrong at once, in words, by box
     */
    record Faulty(Map<String, String> faults) implements Verdict {}

    Verdict check(
            WindowDraft draft,
            Map<String, Evidence> evidence,
            StaffPrincipal staff,
            StaffDay.Now now) {
        var wrong = new LinkedHashMap<String, String>();
        if (!catalogue.isOpen(draft.itemKey())) wrong.put("", now.say("desk.new.closed"));
        var applicant = new ApplicantAtWindow(wrong, now).read(draft.applicant());
        var item = catalogue.version(draft.itemKey(), draft.itemVersion());
        var pledges = promises.made(draft, item.definition(), now);
        var content = content(draft, applicant, pledges, evidence, now);
        return switch (content) {
            case ApplicationCheck.Incomplete incomplete -> {
                tell(incomplete, wrong, now);
                yield new Faulty(wrong);
            }
            case ApplicationCheck.Complete complete -> {
                if (wrong.isEmpty() && !isWhoTheySay(applicant, staff)) {
                    wrong.put(WindowBoxes.applicant("name"), now.say("desk.new.other-name"));
                }
                if (wrong.isEmpty()) wrong.putAll(promises.faults(pledges, applicant, now));
                yield wrong.isEmpty()
                        ? new Whole(
                                submission(draft, complete, pledges),
                                WindowEvidence.with(
                                                Evidence.Found.class,
                                                evidence,
                                                item.definition(),
                                                complete)
                                        .stream()
                                        .filter(material -> !isHere(draft, material))
                                        .toList(),
                                WindowEvidence.with(
                                        Evidence.OutOfReach.class,
                                        evidence,
                                        item.definition(),
                                        complete))
                        : new Faulty(wrong);
            }
        };
    }

    private ApplicationCheck.Verdict content(
            WindowDraft draft,
            Applicant applicant,
            List<Pledge> pledges,
            Map<String, Evidence> evidence,
            StaffDay.Now now) {
        // An original on paper counts like a file: the clerk holds it.
        var handedIn = new ArrayList<>(drafts.files(draft.id()));
        draft.onPaper()
                .forEach(
                        material ->
                                handedIn.add(
                                        new SubmittedFile(draft.id(), material, "", "", "", 0)));
        return ApplicationCheck.check(
                catalogue.version(draft.itemKey(), draft.itemVersion()),
                applicant,
                draft.situation(),
                draft.typed(),
                handedIn,
                pledges,
                evidence.values().stream()
                        .filter(Evidence.Found.class::isInstance)
                        .map(Evidence::material)
                        .collect(Collectors.toSet()),
                now.place().offeredRegions());
    }

    private boolean isHere(WindowDraft draft, Material material) {
        return draft.onPaper().contains(material.key())
                || drafts.files(draft.id()).stream()
                        .anyMatch(file -> file.material().equals(material.key()));
    }

    private static void tell(
            ApplicationCheck.Incomplete found, Map<String, String> wrong, StaffDay.Now now) {
        if (!found.audienceAllowed()) {
            wrong.put(WindowBoxes.applicant("kind"), now.say("desk.new.not-for"));
        }
        for (var question : found.questions()) {
            wrong.put(
                    WindowBoxes.question(question.key()),
                    now.say("desk.new.choose", question.text()));
        }
        for (var fault : found.fields()) {
            wrong.put(
                    WindowBoxes.field(fault.fieldKey()),
                    now.say(fault.messageKey(), fault.arguments().toArray()));
        }
        for (var material : found.materials()) {
            wrong.put(TakenFiles.BOX + material.key(), now.say("desk.new.bring", material.name()));
        }
    }

    /**
     * The clerk has seen the identity card, which goes on record; the same number under another
     * name is a slip.
     */
    private boolean isWhoTheySay(Applicant applicant, StaffPrincipal staff) {
        if (applicant.kind() == Applicant.Kind.FIRM) return true;
        var known =
                accounts.provedAtWindow(
                        applicant.name(),
                        new org.tongban.accounts.PrivatePart(
                                applicant.number(), applicant.mobile(), applicant.address()),
                        ProofDocument.IDENTITY_CARD,
                        staff,
                        staff.agencies().size() == 1
                                ? staff.agencies().stream().findFirst()
                                : Optional.empty());
        return switch (known) {
            case Accounts.AtWindow.Is _ -> true;
            case Accounts.AtWindow.OtherName() -> false;
        };
    }

    private Submission submission(
            WindowDraft draft, ApplicationCheck.Complete complete, List<Pledge> pledges) {
        var form = new LinkedHashMap<String, Object>(complete.content().form());
        if (!draft.onPaper().isEmpty()) form.put(SheetViews.ON_PAPER, draft.onPaper());
        return new Submission(
                draft.id(),
                draft.itemKey(),
                draft.itemVersion(),
                Channel.WINDOW,
                new PrivatePart(
                        complete.content().applicant(), complete.content().situation(), form),
                draft.delivery(),
                complete.applicable(),
                drafts.files(draft.id()),
                Optional.empty(),
                Optional.of(draft.id()),
                pledges);
    }
}
