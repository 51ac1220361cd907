package org.tongban.delivery;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseContents;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseHead;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.Refusal;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition.ResultKind;
import org.tongban.certificates.CertificateIssued;
import org.tongban.law.LegalBasis;

/**
 * Delivers results that were asked for electronically. A decision paper is there with the decision,
 * so it is delivered when its line is followed; a certificate is delivered in the transaction that
 * issues it. Either way the delivery and the place on the line are written together or not at all,
 * and the act's id comes from the case, so that it is carried out once whoever repeats it.
 */
@Component
class DeliverElectronically implements Follower {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverElectronically.class);

    private final Casework casework;
    private final CaseContents cases;
    private final Catalogue catalogue;

    DeliverElectronically(Casework casework, CaseContents cases, Catalogue catalogue) {
        this.casework = casework;
        this.cases = cases;
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public void follow(CaseLine line) {
        switch (line.event()) {
            case CaseEvent.Granted _, CaseEvent.AutomaticallyGranted _ -> granted(line);
            case CaseEvent.MadeReal real -> {
                if (real.granted()) granted(line);
            }
            case CaseEvent.Refused _ -> deliver(head(line.caseId()));
            case CaseEvent.Submitted _,
                    CaseEvent.Accepted _,
                    CaseEvent.CorrectionsTold _,
                    CaseEvent.CorrectionsSupplied _,
                    CaseEvent.NotCorrected _,
                    CaseEvent.AcceptanceRefused _,
                    CaseEvent.StepPassed _,
                    CaseEvent.StepReturned _,
                    CaseEvent.ProcedureStarted _,
                    CaseEvent.ProcedureEnded _,
                    CaseEvent.Extended _,
                    CaseEvent.Withdrawn _,
                    CaseEvent.CorrectionsToldAgain _,
                    CaseEvent.PapersRejected _,
                    CaseEvent.HearingRightTold _,
                    CaseEvent.HearingAsked _,
                    CaseEvent.HearingCalled _,
                    CaseEvent.HearingHeld _,
                    CaseEvent.Forwarded _,
                    // The paper of the higher authority lies at the window.
                    CaseEvent.HigherDecided _,
                    CaseEvent.SimulationBegun _,
                    CaseEvent.SimulationPassed _,
                    CaseEvent.SimulationEnded _,
                    CaseEvent.HandedToPerson _,
                    CaseEvent.TermsRecounted _,
                    CaseEvent.Transferred _,
                    CaseEvent.Voided _,
                    CaseEvent.AcceptedTolerantly _,
                    CaseEvent.Consulted _,
                    CaseEvent.OpinionGiven _,
                    CaseEvent.SilenceTaken _,
                    CaseEvent.HandedOver _,
                    CaseEvent.VisitRecorded _,
                    CaseEvent.HearingDeclined _,
                    CaseEvent.SlipCorrected _,
                    CaseEvent.ObjectionMade _,
                    CaseEvent.ObjectionAnswered _,
                    CaseEvent.NoteWritten _,
                    CaseEvent.PapersBrought _,
                    CaseEvent.SupplementExtended _,
                    CaseEvent.PapersNeverCame _,
                    CaseEvent.CommitmentHeld _,
                    CaseEvent.CommitmentDoubted _,
                    CaseEvent.Pleaded _,
                    CaseEvent.GrantRevoked _,
                    CaseEvent.GrantLetStand _,
                    CaseEvent.Delivered _ -> {
                // Nothing to hand over.
            }
        }
    }

    private void granted(CaseLine line) {
        var granted = head(line.caseId());
        if (!isOwedCertificate(granted)) deliver(granted);
    }

    @EventListener
    void on(CertificateIssued issued) {
        deliver(issued.granted());
    }

    @LegalBasis("licensing/44")
    private void deliver(CaseHead decided) {
        if (decided.delivery() != Act.DeliveryWay.ELECTRONIC) return;
        var caseId = decided.caseId();
        var act = new Act.Deliver(Act.DeliveryWay.ELECTRONIC, decided.applicantName());
        var performed =
                casework.perform(caseId, OptionalInt.empty(), actId(caseId), act, Actor.system());
        switch (performed) {
            case Performed.Done _, Performed.Already _ -> {}
            case Performed.Refused(Refusal.NotInThisState(var state, _)) ->
                    LOG.info("case {} was delivered otherwise: {}", decided.caseNo(), state);
            case Performed.Refused(var why) ->
                    LOG.error("case {} could not be delivered: {}", decided.caseNo(), why);
        }
    }

    private boolean isOwedCertificate(CaseHead granted) {
        var item = catalogue.version(granted.itemKey(), granted.itemVersion()).definition();
        return item.result().kind() == ResultKind.CERTIFICATE
                && item.result().certificate() != null;
    }

    private CaseHead head(UUID caseId) {
        return cases.head(caseId).orElseThrow();
    }

    /** The same for a case whoever asks, today or after a restart. */
    static UUID actId(UUID caseId) {
        return UUID.nameUUIDFromBytes(("delivery:" + caseId).getBytes(StandardCharsets.UTF_8));
    }
}
