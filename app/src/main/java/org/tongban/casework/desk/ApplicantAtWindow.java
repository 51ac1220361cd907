package org.tongban.casework.desk;

import java.util.Map;
import java.util.function.Function;
import org.tongban.casework.Applicant;
import org.tongban.casework.staff.StaffDay;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CodeFault;
import org.tongban.codes.CreditCode;
import org.tongban.codes.Mobile;
import org.tongban.codes.Parsed;

/**
 * Whether an applicant was written down in full and the numbers can be numbers of that kind.
 *
 * @param wrong takes what is wrong in words, by box
 */
record ApplicantAtWindow(Map<String, String> wrong, StaffDay.Now now) {

    /** Characters of a name: as many as a form online takes. */
    private static final int LONGEST_NAME = 100;

    private static final int LONGEST_ADDRESS = 200;

    /** The applicant with the numbers as they are stored; what is wrong of them is empty. */
    Applicant read(Applicant typed) {
        return switch (typed.kind()) {
            case PERSON -> person(typed);
            case FIRM -> firm(typed);
        };
    }

    private Applicant person(Applicant typed) {
        require("name", typed.name(), "staff.person", LONGEST_NAME);
        var number =
                number("number", CitizenId.read(typed.number()), CitizenId::value, "id-number");
        var mobile = number("mobile", Mobile.read(typed.mobile()), Mobile::value, "mobile");
        require("address", typed.address(), "staff.address", LONGEST_ADDRESS);
        return new Applicant(
                typed.kind(), typed.name(), number, typed.name(), mobile, typed.address());
    }

    private Applicant firm(Applicant typed) {
        require("name", typed.name(), "staff.firm", LONGEST_NAME);
        var number =
                number("number", CreditCode.read(typed.number()), CreditCode::value, "credit-code");
        require("contact", typed.contact(), "staff.contact", LONGEST_NAME);
        var mobile = number("mobile", Mobile.read(typed.mobile()), Mobile::value, "mobile");
        require("address", typed.address(), "staff.address", LONGEST_ADDRESS);
        return new Applicant(
                typed.kind(), typed.name(), number, typed.contact(), mobile, typed.address());
    }

    private void require(String part, String value, String label, int longest) {
        if (value.isBlank()) {
            fault(part, "desk.fault.empty", label);
        } else if (value.length() > longest) {
            wrong.put(
                    WindowBoxes.applicant(part),
                    now.say("desk.fault.too-long", now.say(label), longest, value.length()));
        }
    }

    private <T> String number(
            String part, Parsed<T> parsed, Function<T, String> value, String label) {
        return switch (parsed) {
            case Parsed.Valid<T>(var held) -> value.apply(held);
            case Parsed.Invalid<T>(var reason) -> {
                fault(part, words(reason), "staff." + label);
                yield "";
            }
        };
    }

    private void fault(String part, String words, String label) {
        wrong.put(WindowBoxes.applicant(part), now.say(words, now.say(label)));
    }

    private static String words(CodeFault fault) {
        return switch (fault) {
            case EMPTY -> "desk.fault.empty";
            case WRONG_LENGTH -> "desk.fault.length";
            case FIFTEEN_DIGITS -> "desk.fault.fifteen";
            case WRONG_CHECK, WRONG_INNER_CHECK -> "desk.fault.check";
            case WRONG_CHARACTER,
                    WRONG_PARTS,
                    IMPOSSIBLE_DATE,
                    UNKNOWN_TYPE,
                    UNKNOWN_LEVEL,
                    ISSUER_NOT_CREDIT_CODE ->
                    "desk.fault.character";
        };
    }
}
