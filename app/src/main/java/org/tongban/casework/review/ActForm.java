package org.tongban.casework.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tongban.casework.Act;
import org.tongban.casework.Consultation;
import org.tongban.casework.Notice;
import org.tongban.casework.Officers;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.directory.Place;
import org.tongban.directory.StaffMember;
import org.tongban.web.Typed;

/**
 * The one form in which every act of the page stands, so that whatever comes back keeps all that
 * was typed. Names of boxes are unique over all acts.
 */
record ActForm(Map<String, String> typed) {

    ActForm {
        typed = Map.copyOf(typed);
    }

    static ActForm empty() {
        return new ActForm(Map.of());
    }

    static ActForm of(Map<String, String[]> parameters) {
        var typed = new LinkedHashMap<String, String>();
        parameters.forEach((name, values) -> typed.put(name, values.length == 0 ? "" : values[0]));
        return new ActForm(typed);
    }

    String at(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    int number(String name) {
        return Typed.integer(at(name))
                .filter(value -> value.bitLength() < Integer.SIZE)
                .map(Number::intValue)
                .orElse(-1);
    }

    /**
     * The act whose button was pressed; empty for none.
     *
     * @param files that came with it
     * @param paper that a slip is in, where one was chosen
     */
    Optional<Act> act(Place place, ItemDefinition item, int files, Optional<Notice> paper) {
        return switch (at("act")) {
            case "consult" ->
                    chosen(Consultation.Form.class, "consultForm")
                            .map(
                                    asked ->
                                            new Act.Consult(
                                                    number("taskNo"),
                                                    asked,
                                                    chosen(Consultation.Rule.class, "rule")
                                                            .orElse(Consultation.Rule.ALL),
                                                    posts(),
                                                    at("question"),
                                                    number("days")));
            case "answer" ->
                    yesOrNo("agrees")
                            .map(
                                    yes ->
                                            new Act.GiveOpinion(
                                                    number("taskNo"), yes, at("answerOpinion")));
            case "handOver" -> Optional.of(handOver(place));
            case "visit" ->
                    chosen(Act.Visit.class, "visit")
                            .map(
                                    kind ->
                                            new Act.RecordVisit(
                                                    kind,
                                                    day("visitedOn"),
                                                    at("place"),
                                                    Officers.read(at("officers"), place).found(),
                                                    at("record"),
                                                    files));
            case "note" -> Optional.of(new Act.WriteNote(at("note")));
            case "pass" -> Optional.of(new Act.PassStep(number("taskNo"), at("opinion")));
            case "return" ->
                    Optional.of(
                            new Act.ReturnStep(number("taskNo"), at("toStep"), at("returnReason")));
            case "start" ->
                    Optional.of(
                            new Act.StartProcedure(
                                    at("procedure"),
                                    at("procedureReason"),
                                    number("expectedDays")));
            case "end" -> Optional.of(new Act.EndProcedure(at("procedureResult")));
            case "extend" -> Optional.of(new Act.Extend(at("extendReason")));
            case "tellAgain" -> Optional.of(tellAgain(item));
            case "void" -> Optional.of(new Act.VoidCase(at("voidReason")));
            case "tellHearing" ->
                    Optional.of(new Act.TellHearingRight(at("hearingReason"), names("interested")));
            case "askHearing" ->
                    Optional.of(new Act.AskForHearing(at("hearingBy"), at("hearingWords")));
            case "declineHearing" -> Optional.of(new Act.DeclineHearing(at("declineReason")));
            case "callHearing" ->
                    Optional.of(
                            new Act.CallHearing(day("hearingOn"), at("hearingPlace"), at("chair")));
            case "recordHearing" ->
                    Optional.of(new Act.RecordHearing(names("present"), at("transcript")));
            case "forward" -> Optional.of(new Act.Forward(number("taskNo"), at("forwardOpinion")));
            case "higher" ->
                    yesOrNo("higherGranted")
                            .map(
                                    yes ->
                                            new Act.RecordHigherDecision(
                                                    yes,
                                                    at("document"),
                                                    day("decidedOn"),
                                                    at("higherWords")));
            case "simulate" -> Optional.of(new Act.AcceptForSimulation(names("lacking")));
            case "makeReal" -> Optional.of(new Act.MakeReal(at("proof")));
            case "endSimulation" -> Optional.of(new Act.EndSimulation(at("endReason")));
            case "reject" ->
                    Optional.of(
                            new Act.RejectPapers(
                                    Optional.of(at("rejectMaterial"))
                                            .filter(material -> !material.isEmpty())
                                            .stream()
                                            .toList(),
                                    at("rejectReason")));
            case "grant" ->
                    Optional.of(
                            new Act.Grant(
                                    number("taskNo"),
                                    at("grantOpinion"),
                                    at("conditions"),
                                    Typed.date(at("validUntil")).orElse(null)));
            case "correctSlip" ->
                    paper.map(
                            one ->
                                    new Act.CorrectSlip(
                                            one.title() + " " + one.number(),
                                            at("slipWrong"),
                                            at("slipRight")));
            case "object" -> Optional.of(new Act.ObjectToDecision(at("objection")));
            case "answerObjection" ->
                    yesOrNo("founded")
                            .map(yes -> new Act.AnswerObjection(yes, at("objectionAnswer")));
            case "refuse" ->
                    Optional.of(
                            new Act.Refuse(
                                    number("taskNo"), at("facts"), at("reasons"), at("articles")));
            default -> Optional.empty();
        };
    }

    private Optional<Boolean> yesOrNo(String box) {
        return Optional.of(at(box))
                .filter(answer -> answer.equals("yes") || answer.equals("no"))
                .map("yes"::equals);
    }

    /** What the head lets be told once more; nothing chosen is nothing told. */
    private Act tellAgain(ItemDefinition item) {
        var corrections =
                item.material(at("againMaterial")).stream()
                        .map(m -> new Act.Correction(m.key(), m.name(), at("againWhat")))
                        .toList();
        return new Act.TellCorrectionsAgain(corrections, at("againReason"));
    }

    /** Names as people list them. */
    private List<String> names(String box) {
        return Arrays.stream(at(box).split("[、，,；;\\n]+"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * The boxes that the pressed button needs and that stand empty, in the order of the page: all
     * of them at once, where the engine names the first.
     */
    List<String> missing() {
        return needed().stream().filter(box -> at(box).isEmpty()).toList();
    }

    /** The box holds something, and no number that could be counted with. */
    boolean isNoNumber(String box) {
        return !at(box).isEmpty() && number(box) < 1;
    }

    private List<String> needed() {
        return switch (at("act")) {
            case "consult" -> List.of("consultForm", "post1", "question");
            case "answer" -> List.of("agrees", "answerOpinion");
            case "handOver" -> List.of("colleague", "handOverReason");
            case "visit" -> List.of("visit", "visitedOn", "place", "officers", "record");
            case "note" -> List.of("note");
            case "pass" -> List.of("opinion");
            case "return" -> List.of("toStep", "returnReason");
            case "start" -> List.of("procedure", "procedureReason", "expectedDays");
            case "end" -> List.of("procedureResult");
            case "extend" -> List.of("extendReason");
            case "refuse" -> List.of("facts", "reasons", "articles");
            case "tellAgain" -> List.of("againMaterial", "againWhat", "againReason");
            case "void" -> List.of("voidReason");
            case "tellHearing" -> List.of("hearingReason");
            case "askHearing" -> List.of("hearingBy");
            case "declineHearing" -> List.of("declineReason");
            case "correctSlip" -> List.of("slipPaper", "slipWrong", "slipRight");
            case "object" -> List.of("objection");
            case "answerObjection" -> List.of("founded", "objectionAnswer");
            case "callHearing" -> List.of("hearingOn", "hearingPlace", "chair");
            case "recordHearing" -> List.of("present", "transcript");
            case "forward" -> List.of("forwardOpinion");
            case "higher" -> List.of("higherGranted", "document", "decidedOn");
            case "simulate" -> List.of("lacking");
            case "makeReal" -> List.of("proof");
            case "endSimulation" -> List.of("endReason");
            case "reject" -> List.of("rejectMaterial", "rejectReason");
            default -> List.of();
        };
    }

    private Act handOver(Place place) {
        var colleague =
                place.staff().stream()
                        .filter(member -> member.id().toString().equals(at("colleague")))
                        .filter(StaffMember::active)
                        .findFirst();
        return new Act.HandOver(
                number("taskNo"),
                at("colleague"),
                colleague.map(StaffMember::name).orElse(""),
                colleague.map(member -> Set.copyOf(member.posts())).orElse(Set.of()),
                at("handOverReason"));
    }

    private List<String> posts() {
        return IntStream.rangeClosed(1, OfferedTeamwork.SEATS)
                .mapToObj(seat -> at("post" + seat))
                .filter(post -> !post.isEmpty())
                .toList();
    }

    private <E extends Enum<E>> Optional<E> chosen(Class<E> of, String name) {
        return Arrays.stream(of.getEnumConstants())
                .filter(one -> one.name().equals(at(name)))
                .findFirst();
    }

    /** A day that cannot be read lies in the far future, which the engine refuses at the box. */
    private LocalDate day(String name) {
        return Typed.date(at(name)).orElse(LocalDate.MAX);
    }
}
