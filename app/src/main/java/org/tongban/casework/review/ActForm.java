package org.tongban.casework.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tongban.casework.Act;
import org.tongban.casework.Refusal;
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

    /** The act whose button was pressed; empty for none. */
    Optional<Act> act() {
        return switch (at("act")) {
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
            case "grant" -> Optional.of(new Act.Grant(number("taskNo"), at("grantOpinion")));
            case "refuse" ->
                    Optional.of(
                            new Act.Refuse(
                                    number("taskNo"), at("facts"), at("reasons"), at("articles")));
            default -> Optional.empty();
        };
    }

    /** The box that a refusal is about; empty when it is about none. */
    String boxOf(Refusal why) {
        return switch (why) {
            case Refusal.WordsMissing(var field) ->
                    switch (at("act") + "." + field) {
                        case "return.reason" -> "returnReason";
                        case "start.reason" -> "procedureReason";
                        case "extend.reason" -> "extendReason";
                        case "end.result" -> "procedureResult";
                        default -> field;
                    };
            case Refusal.NotAnEarlierStep _ -> "toStep";
            case Refusal.ProcedureUnknown _ -> "procedure";
            case Refusal.NotInThisState _,
                    Refusal.NotYours _,
                    Refusal.Stale _,
                    Refusal.NoSuchCase _,
                    Refusal.NoSuchTask _,
                    Refusal.StepsStillOpen _,
                    Refusal.NothingToCorrect _,
                    Refusal.AlreadyToldOnce _,
                    Refusal.ProcedureMismatch _,
                    Refusal.AlreadyExtended _,
                    Refusal.TermAlreadyOver _,
                    Refusal.TermNotOver _,
                    Refusal.NotTolerated _,
                    Refusal.NoCommitment _,
                    Refusal.CreditLost _,
                    Refusal.PapersOwed _,
                    Refusal.NothingOwed _,
                    Refusal.NothingDoubted _ ->
                    "";
        };
    }
}
