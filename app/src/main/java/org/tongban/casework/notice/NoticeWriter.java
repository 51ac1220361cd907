package org.tongban.casework.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Notice;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.Pledge;
import org.tongban.casework.engine.Known;
import org.tongban.casework.engine.Ruling;
import org.tongban.casework.notice.wording.PaperForm;
import org.tongban.casework.notice.wording.PaperWords;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.codes.CaseNumber;
import org.tongban.database.RunningNumbers;
import org.tongban.law.LegalBasis;
import org.tongban.web.Dates;
import org.tongban.web.Typed;

/**
 * Writes the paper that belongs to an act, in the words of the place. What was written once is kept
 * with the case and never made again, whatever the place says later.
 */
@Component
public class NoticeWriter {

    private final Dates dates = new Dates(Locale.SIMPLIFIED_CHINESE);
    private final OfficeName.Source offices;
    private final ToLongFunction<String> numbers;

    @Autowired
    NoticeWriter(OfficeName.Source offices, RunningNumbers numbers) {
        this(offices, numbers::next);
    }

    NoticeWriter(OfficeName.Source offices, ToLongFunction<String> numbers) {
        this.offices = offices;
        this.numbers = numbers;
    }

    /** The paper of a ruling; empty for acts that go without one. */
    public Optional<Notice> paperFor(
            Ruling.Done done, String applicantName, Known known, PlaceSettings place) {
        return draft(done.next(), done.event(), known, place)
                .map(draft -> issued(draft, done.next(), applicantName, known, place.paperWords()));
    }

    private Optional<Draft> draft(
            CaseFile file, CaseEvent event, Known known, PlaceSettings place) {
        var item = known.item();
        return switch (event) {
            case CaseEvent.Submitted it -> Optional.of(receipt(file, it, known, place));
            case CaseEvent.Accepted it -> Optional.of(acceptance(it, item, place));
            case CaseEvent.AcceptedTolerantly it ->
                    Optional.of(tolerantAcceptance(it, item, place));
            case CaseEvent.SupplementExtended it -> Optional.of(moreTime(it, item));
            case CaseEvent.PapersNeverCame it -> Optional.of(papersNeverCame(it, item, place));
            case CaseEvent.CommitmentDoubted it -> Optional.of(revocationIntent(it, item, place));
            case CaseEvent.GrantRevoked it -> Optional.of(revocation(it, item, place));
            case CaseEvent.CorrectionsTold it -> Optional.of(correction(it, item));
            case CaseEvent.AcceptanceRefused it -> Optional.of(nonAcceptance(it, item, place));
            case CaseEvent.ProcedureStarted it -> Optional.of(procedure(it, item));
            case CaseEvent.Extended it -> Optional.of(extension(it, item));
            case CaseEvent.Granted it -> Optional.of(grant(it, item));
            case CaseEvent.Refused it -> Optional.of(refusal(it, item, place));
            case CaseEvent.NotCorrected it -> Optional.of(ended(it, item));
            case CaseEvent.CorrectionsToldAgain it -> Optional.of(correctionAgain(it, item));
            case CaseEvent.PapersRejected it -> Optional.of(papersRejected(it, item));
            case CaseEvent.HearingRightTold it -> Optional.of(hearingRight(it, item, place));
            case CaseEvent.HearingCalled it -> Optional.of(hearingCall(it, item));
            case CaseEvent.Forwarded it -> Optional.of(forwarding(it, item));
            case CaseEvent.SimulationBegun it -> Optional.of(simulation(it, item, place));
            case CaseEvent.MadeReal it -> Optional.of(madeReal(it, item, place));
            case CaseEvent.SimulationEnded it ->
                    Optional.of(endedFor("simulation-ended", it.reason(), item));
            case CaseEvent.AutomaticallyGranted it -> Optional.of(automaticGrant(it, item));
            case CaseEvent.Voided it -> Optional.of(endedFor("voided", it.reason(), item));
            case CaseEvent.CorrectionsSupplied _,
                    CaseEvent.StepPassed _,
                    CaseEvent.StepReturned _,
                    CaseEvent.ProcedureEnded _,
                    CaseEvent.Withdrawn _,
                    CaseEvent.HearingAsked _,
                    CaseEvent.HearingHeld _,
                    CaseEvent.HigherDecided _,
                    CaseEvent.SimulationPassed _,
                    CaseEvent.HandedToPerson _,
                    CaseEvent.TermsRecounted _,
                    CaseEvent.Delivered _,
                    CaseEvent.Consulted _,
                    CaseEvent.OpinionGiven _,
                    CaseEvent.SilenceTaken _,
                    CaseEvent.HandedOver _,
                    CaseEvent.VisitRecorded _,
                    CaseEvent.NoteWritten _,
                    CaseEvent.PapersBrought _,
                    CaseEvent.CommitmentHeld _,
                    CaseEvent.Pleaded _,
                    CaseEvent.GrantLetStand _ ->
                    Optional.empty();
        };
    }

    /** 收件凭证: says what came and when. It is not an acceptance, and says so. */
    private Draft receipt(
            CaseFile file, CaseEvent.Submitted event, Known known, PlaceSettings place) {
        var draft = new Draft(Notice.Kind.RECEIPT, "receipt");
        draft.say(
                "body",
                Map.of(
                        "day", dates.paperDay(event.receivedOn()),
                        "item", event.itemName(),
                        "files", event.files(),
                        "number", CaseNumber.of(file.caseNo()).printed()));
        var answerBy = file.openClock(ClockKind.ANSWER).flatMap(c -> c.due()).orElse(known.today());
        draft.say("next", Map.of("day", dates.fullDay(answerBy)));
        draft.say("contact", Map.of("hotline", place.hotline()));
        return draft;
    }

    @LegalBasis("licensing/32/1(5)")
    private Draft acceptance(CaseEvent.Accepted event, ItemDefinition item, PlaceSettings place) {
        var draft = new Draft(Notice.Kind.ACCEPTANCE, "acceptance");
        draft.say(
                event.deemed() ? "deemed" : item.isLicence() ? "licence" : "body",
                Map.of("item", item.name(), "day", dates.paperDay(event.acceptedOn())));
        draft.say(
                "term",
                Map.of(
                        "promised", dates.fullDay(event.promisedDue()),
                        "statutory", dates.fullDay(event.statutoryDue())));
        var stopping = stopping(item, place);
        if (!stopping.isEmpty()) {
            draft.say("procedures", Map.of("kinds", String.join("、", stopping)));
        }
        draft.say(item.isFree() ? "free" : "fee", Map.of("fees", fees(item)));
        draft.say("contact", Map.of("hotline", place.hotline()));
        return draft;
    }

    /** Only those whose time is not counted; the others change no term. */
    private static List<String> stopping(ItemDefinition item, PlaceSettings place) {
        var known = place.policy().procedures();
        return item.specialProcedures().stream()
                .filter(name -> known.find(name).filter(kind -> kind.stops()).isPresent())
                .toList();
    }

    /** 容缺受理通知书: what is owed, by which day, and what follows if it does not come. */
    @LegalBasis("practice/tolerance/acceptance")
    private Draft tolerantAcceptance(
            CaseEvent.AcceptedTolerantly event, ItemDefinition item, PlaceSettings place) {
        var draft = new Draft(Notice.Kind.TOLERANT_ACCEPTANCE, "tolerant-acceptance");
        draft.say(
                event.deemed() ? "deemed" : "body",
                Map.of("item", item.name(), "day", dates.paperDay(event.acceptedOn())));
        var number = 1;
        for (var owed : event.owed()) {
            draft.say("each", Map.of("number", number++, "material", owed.name()));
        }
        draft.say("until", Map.of("day", dates.fullDay(event.supplementBy())));
        draft.say("consequence", Map.of());
        draft.say(
                "term",
                Map.of(
                        "promised", dates.fullDay(event.promisedDue()),
                        "statutory", dates.fullDay(event.statutoryDue())));
        draft.say(item.isFree() ? "free" : "fee", Map.of("fees", fees(item)));
        draft.say("contact", Map.of("hotline", place.hotline()));
        return draft;
    }

    @LegalBasis("practice/tolerance/extension")
    private Draft moreTime(CaseEvent.SupplementExtended event, ItemDefinition item) {
        var draft = new Draft(Notice.Kind.SUPPLEMENT_EXTENSION, "supplement-extension");
        draft.say(
                "body",
                Map.of(
                        "item", item.name(),
                        "reason", Typed.clause(event.reason()),
                        "days", event.days(),
                        "day", dates.fullDay(event.newDue())));
        draft.say("once", Map.of());
        return draft;
    }

    @LegalBasis("practice/tolerance/default")
    private Draft papersNeverCame(
            CaseEvent.PapersNeverCame event, ItemDefinition item, PlaceSettings place) {
        var draft = new Draft(Notice.Kind.ENDED, "papers-never-came");
        draft.say(
                "body",
                Map.of(
                        "item", item.name(),
                        "day", dates.fullDay(event.dueOn()),
                        "materials", names(event.broken())));
        draft.say("broken", Map.of());
        remedies(draft, place);
        return draft;
    }

    /** 拟撤销告知书: before a grant is taken back the person hears why, and may answer. */
    @LegalBasis("practice/commitment/breach")
    private Draft revocationIntent(
            CaseEvent.CommitmentDoubted event, ItemDefinition item, PlaceSettings place) {
        var draft = new Draft(Notice.Kind.REVOCATION_INTENT, "revocation-intent");
        draft.say(
                "body",
                Map.of(
                        "item", item.name(),
                        "material", event.name(),
                        "findings", event.findings()));
        draft.say("right", Map.of("day", dates.fullDay(event.pleadBy())));
        draft.say("contact", Map.of("hotline", place.hotline()));
        return draft;
    }

    @LegalBasis("practice/commitment/breach")
    private Draft revocation(
            CaseEvent.GrantRevoked event, ItemDefinition item, PlaceSettings place) {
        var draft = new Draft(Notice.Kind.REVOCATION, "revocation");
        draft.say("facts", Map.of("item", item.name(), "facts", event.facts()));
        draft.say("reasons", Map.of("articles", event.articles(), "reasons", event.reasons()));
        draft.say(item.isLicence() ? "licence" : "body", Map.of());
        draft.say("broken", Map.of("materials", names(event.broken())));
        remedies(draft, place);
        return draft;
    }

    private static String names(List<Pledge> pledges) {
        return String.join("、", pledges.stream().map(pledge -> "“" + pledge.name() + "”").toList());
    }

    @LegalBasis("licensing/32/1(4)")
    private Draft correction(CaseEvent.CorrectionsTold event, ItemDefinition item) {
        var draft = new Draft(Notice.Kind.CORRECTION, "correction");
        draft.say(item.isLicence() ? "licence" : "body", Map.of("item", item.name()));
        var number = 1;
        for (var correction : event.corrections()) {
            draft.say(
                    "each",
                    Map.of(
                            "number", number++,
                            "material", correction.name(),
                            "what", correction.what()));
        }
        draft.say("until", Map.of("day", dates.fullDay(event.correctBy())));
        draft.say("once", Map.of());
        return draft;
    }

    @LegalBasis({"licensing/32/1(1)", "licensing/32/1(2)"})
    private Draft nonAcceptance(
            CaseEvent.AcceptanceRefused event, ItemDefinition item, PlaceSettings place) {
        var draft = new Draft(Notice.Kind.NON_ACCEPTANCE, "non-acceptance");
        draft.say("body", Map.of("item", item.name()));
        draft.say(
                "ground." + event.ground().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Map.of("office", event.competentOffice()));
        draft.say("reason", Map.of("reason", event.reason()));
        remedies(draft, place);
        return draft;
    }

    @LegalBasis("licensing/45")
    private Draft procedure(CaseEvent.ProcedureStarted event, ItemDefinition item) {
        var draft = new Draft(Notice.Kind.PROCEDURE, "procedure");
        draft.say(
                "body",
                Map.of(
                        "item", item.name(),
                        "kind", event.procedure(),
                        "reason", Typed.clause(event.reason()),
                        "days", event.expectedDays()));
        var basis = event.basis() == null ? "《中华人民共和国行政许可法》第四十五条" : event.basis();
        draft.say(event.stops() ? "stops" : "counted", Map.of("basis", basis));
        return draft;
    }

    @LegalBasis({"licensing/42/1/extension", "licensing/42/2/extension"})
    private Draft extension(CaseEvent.Extended event, ItemDefinition item) {
        var draft = new Draft(Notice.Kind.EXTENSION, "extension");
        draft.say(
                "body",
                Map.of(
                        "item", item.name(),
                        "days", event.days(),
                        "reason", Typed.clause(event.reason()),
                        "day", dates.fullDay(event.newDue())));
        return draft;
    }

    private Draft grant(CaseEvent.Granted event, ItemDefinition item) {
        var draft = new Draft(Notice.Kind.GRANT, "grant");
        draft.say(item.isLicence() ? "licence" : "body", Map.of("item", item.name()));
        if (!event.opinion().isBlank()) {
            draft.say("opinion", Map.of("opinion", event.opinion()));
        }
        draft.say(
                item.result().kind() == ItemDefinition.ResultKind.CERTIFICATE
                        ? "certificate"
                        : "result",
                Map.of("result", item.result().name()));
        return draft;
    }

    @LegalBasis("licensing/38")
    private Draft refusal(CaseEvent.Refused event, ItemDefinition item, PlaceSettings place) {
        var draft = new Draft(Notice.Kind.REFUSAL, "refusal");
        draft.say("facts", Map.of("item", item.name(), "facts", event.facts()));
        draft.say("reasons", Map.of("articles", event.articles(), "reasons", event.reasons()));
        draft.say(item.isLicence() ? "licence" : "body", Map.of("item", item.name()));
        remedies(draft, place);
        return draft;
    }

    /** 补正材料告知书 a second time, with the leave it rests on and an apology. */
    @LegalBasis("licensing/32/1(4)")
    private Draft correctionAgain(CaseEvent.CorrectionsToldAgain event, ItemDefinition item) {
        var draft = new Draft(Notice.Kind.CORRECTION, "correction-again");
        draft.say("body", Map.of("item", item.name(), "reason", Typed.clause(event.reason())));
        var number = 1;
        for (var correction : event.corrections()) {
            draft.say(
                    "each",
                    Map.of(
                            "number", number++,
                            "material", correction.name(),
                            "what", correction.what()));
        }
        draft.say("until", Map.of("day", dates.fullDay(event.correctBy())));
        return draft;
    }

    @LegalBasis("practice/tolerance/term")
    private Draft papersRejected(CaseEvent.PapersRejected event, ItemDefinition item) {
        var draft = new Draft(Notice.Kind.SUPPLEMENT_REJECTION, "supplement-rejection");
        draft.say(
                "body",
                Map.of(
                        "item", item.name(),
                        "materials", String.join("、", event.names()),
                        "reason", Typed.clause(event.reason())));
        draft.say("until", Map.of("day", dates.fullDay(event.supplementBy())));
        return draft;
    }

    /** 听证告知书: the right, the five days, that it costs nothing. */
    @LegalBasis({"licensing/47/1", "licensing/47/2"})
    private Draft hearingRight(
            CaseEvent.HearingRightTold event, ItemDefinition item, PlaceSettings place) {
        var draft = new Draft(Notice.Kind.HEARING_RIGHT, "hearing-right");
        draft.say("body", Map.of("item", item.name(), "reason", Typed.clause(event.reason())));
        if (!event.interested().isEmpty()) {
            draft.say("interested", Map.of("names", String.join("、", event.interested())));
        }
        draft.say("right", Map.of("day", dates.fullDay(event.askBy())));
        draft.say("free", Map.of());
        draft.say("contact", Map.of("hotline", place.hotline()));
        return draft;
    }

    /** 举行听证通知书: time, place, chair, and who may ask the chair to step aside. */
    @LegalBasis("licensing/48/1(1)")
    private Draft hearingCall(CaseEvent.HearingCalled event, ItemDefinition item) {
        var draft = new Draft(Notice.Kind.HEARING_CALL, "hearing-call");
        draft.say(
                "body",
                Map.of(
                        "item", item.name(),
                        "day", dates.fullDay(event.on()),
                        "place", event.place(),
                        "chair", event.chair()));
        draft.say("challenge", Map.of());
        draft.say("stops", Map.of());
        return draft;
    }

    @LegalBasis("licensing/43")
    private Draft forwarding(CaseEvent.Forwarded event, ItemDefinition item) {
        var draft = new Draft(Notice.Kind.FORWARDING, "forwarding");
        draft.say("body", Map.of("item", item.name(), "authority", event.authority()));
        draft.say(
                "next",
                Map.of(
                        "authority", event.authority(),
                        "day", dates.fullDay(event.expectedBy())));
        return draft;
    }

    /** 模拟审批告知书: what is missing, and that nothing has an effect yet. */
    @LegalBasis("practice/simulation/begin")
    private Draft simulation(
            CaseEvent.SimulationBegun event, ItemDefinition item, PlaceSettings place) {
        var draft = new Draft(Notice.Kind.SIMULATION, "simulation");
        draft.say(
                "body", Map.of("item", item.name(), "lacking", String.join("、", event.lacking())));
        draft.say("term", Map.of("promised", dates.fullDay(event.promisedDue())));
        draft.say("effect", Map.of());
        draft.say("contact", Map.of("hotline", place.hotline()));
        return draft;
    }

    /** The grant where the review was through, else the acceptance. */
    @LegalBasis("practice/simulation/real")
    private Draft madeReal(CaseEvent.MadeReal event, ItemDefinition item, PlaceSettings place) {
        if (event.granted()) return grant(new CaseEvent.Granted(event.proof()), item);
        var draft = new Draft(Notice.Kind.ACCEPTANCE, "acceptance");
        draft.say("real", Map.of("item", item.name(), "proof", event.proof()));
        draft.say(
                "term",
                Map.of(
                        "promised", dates.fullDay(event.promisedDue()),
                        "statutory", dates.fullDay(event.statutoryDue())));
        draft.say("contact", Map.of("hotline", place.hotline()));
        return draft;
    }

    /** The same decision as a person's, and how it was come to. */
    @LegalBasis("practice/automatic/grant")
    private Draft automaticGrant(CaseEvent.AutomaticallyGranted event, ItemDefinition item) {
        var draft = grant(new CaseEvent.Granted(""), item);
        draft.say(
                "automatic",
                Map.of(
                        "rules",
                        String.join(
                                "；", event.checked().stream().map(rule -> rule.says()).toList())));
        return draft;
    }

    private Draft endedFor(String name, String reason, ItemDefinition item) {
        var draft = new Draft(Notice.Kind.ENDED, name);
        draft.say("body", Map.of("item", item.name(), "reason", Typed.clause(reason)));
        return draft;
    }

    private Draft ended(CaseEvent.NotCorrected event, ItemDefinition item) {
        var draft = new Draft(Notice.Kind.ENDED, "ended");
        draft.say("body", Map.of("item", item.name(), "day", dates.fullDay(event.dueOn())));
        draft.say("again", Map.of());
        return draft;
    }

    /** Whoever is told no is told where to turn, and until when. */
    private void remedies(Draft draft, PlaceSettings place) {
        draft.say("remedies", Map.of("review", place.reviewBody(), "court", place.court()));
    }

    private static String fees(ItemDefinition item) {
        return String.join(
                "；",
                item.fee().stream()
                        .map(f -> f.name() + " " + f.amount() + " " + f.unit())
                        .toList());
    }

    private Notice issued(
            Draft draft, CaseFile file, String applicantName, Known known, PaperWords words) {
        var office = offices.of(file.agency());
        return new Notice(
                draft.kind,
                title(draft, known.item(), words),
                number(draft.kind, office, known.item(), known.today(), words),
                office.name(),
                applicantName,
                draft.said.stream()
                        .map(said -> words.say(draft.name, said.part(), said.values()))
                        .toList(),
                known.today());
    }

    private static String title(Draft draft, ItemDefinition item, PaperWords words) {
        return Optional.of(PaperForm.LICENCE_TITLE)
                .filter(_ -> item.isLicence())
                .flatMap(part -> words.find(draft.name, part))
                .map(title -> title.with(Map.of()))
                .orElseGet(() -> words.say(draft.name, PaperForm.TITLE, Map.of()));
    }

    /** 文号: the office's mark, what is decided, the sign of the paper, year and running number. */
    private String number(
            Notice.Kind kind,
            OfficeName office,
            ItemDefinition item,
            LocalDate today,
            PaperWords words) {
        var series = "paper:%s:%s:%d".formatted(office.mark(), kind.sign(), today.getYear());
        var numbering = PaperForm.NUMBERING.name();
        return words.say(
                numbering,
                "number",
                Map.of(
                        "mark", office.mark(),
                        "nature",
                                words.say(
                                        numbering,
                                        item.isLicence() ? "licence" : "service",
                                        Map.of()),
                        "sign", kind.sign(),
                        "year", String.valueOf(today.getYear()),
                        "number", String.valueOf(numbers.applyAsLong(series))));
    }

    /** One part of a paper, and what is put into it. */
    private record Said(String part, Map<String, ?> values) {}

    /** A paper being written. */
    private static final class Draft {
        private final Notice.Kind kind;
        private final String name;
        private final List<Said> said = new ArrayList<>();

        Draft(Notice.Kind kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        void say(String part, Map<String, ?> values) {
            said.add(new Said(part, values));
        }
    }
}
