package org.tongban.certificates.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongban.casework.Applicant;
import org.tongban.certificates.CertificateContent.Holder;
import org.tongban.certificates.CertificateContent.Line;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.CertificateType.Face;
import org.tongban.certificates.claim.ClaimFault.Kind;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CreditCode;
import org.tongban.codes.Mobile;
import org.tongban.law.LegalBasis;
import org.tongban.web.Typed;

/**
 * Reads what a row or a form says of a certificate and holds it to the rules of its type. Knows
 * nothing of the register: what it finds is found in the words alone.
 */
@LegalBasis("practice/old-paper/quality")
public final class ClaimCheck {

    /** No office of today issued anything before. */
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 100;
    private static final Set<String> NOTHING =
            Set.of("无", "不详", "未知", "待定", "测试", "/", "-", "--", "—", "——", "*", "null", "NULL");
    private static final Pattern GARBLED =
            Pattern.compile("[\\uFFFD\\p{Cc}&&[^\\n\\r\\t]]|[?？]{2,}|锟斤拷|烫烫|#N/A|#REF!|#VALUE!");
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}()（）〔〕\\[\\]【】\\-—_./·]+");

    /**
     * Written like a citizen's number, right or wrong: fifteen digits, or a day of birth inside.
     */
    private static final Pattern PERSON =
            Pattern.compile("\\d{15}|\\d{6}(18|19|20)\\d{2}[01]\\d[0-3]\\d{4}[\\dX]");

    private static final Pattern WITHOUT_END = Pattern.compile("长期|长期有效|9999[-/.年]?12[-/.月]?31日?");

    private final CertificateType type;
    private final Map<String, String> cells;
    private final LocalDate today;
    private final List<ClaimFault> faults = new ArrayList<>();

    /**
     * What reading came to.
     *
     * @param claim there exactly when nothing is the matter
     */
    public record Checked(Optional<Claim> claim, List<ClaimFault> faults) {
        public Checked {
            faults = List.copyOf(faults);
        }
    }

    private ClaimCheck(CertificateType type, Map<String, String> cells, LocalDate today) {
        this.type = type;
        this.cells = cells;
        this.today = today;
    }

    /** Old paper: has its own number and day of issue. */
    public static Checked ofPaper(
            CertificateType type, Map<String, String> cells, LocalDate today) {
        var check = new ClaimCheck(type, cells, today);
        return check.checked(check.number(), check.issuedOn());
    }

    /** One that is issued today under a number of ours. */
    public static Checked ofToday(
            CertificateType type, Map<String, String> cells, LocalDate today) {
        return new ClaimCheck(type, cells, today).checked("", Optional.of(today));
    }

    private Checked checked(String number, Optional<LocalDate> issuedOn) {
        var holder = holder(issuedOn);
        var until = validUntil(issuedOn);
        var lines = type.fields().stream().flatMap(face -> line(face, holder).stream()).toList();
        return faults.isEmpty()
                ? new Checked(
                        Optional.of(
                                new Claim(
                                        number,
                                        holder.orElseThrow(),
                                        issuedOn.orElseThrow(),
                                        until,
                                        lines)),
                        List.of())
                : new Checked(Optional.empty(), faults);
    }

    private String number() {
        var number = Typed.tidy(cell(Parts.NUMBER)).replaceAll("\\s+", "");
        if (isThere(Parts.NUMBER, number, LONGEST_NUMBER)) {
            var form = Optional.ofNullable(type.numberForm());
            if (!NUMBER.matcher(number).matches()
                    || form.filter(regex -> !number.matches(regex)).isPresent()) {
                fault(Kind.WRONG_FORM, Parts.NUMBER);
            }
        }
        return number;
    }

    private Optional<LocalDate> issuedOn() {
        var day = day(Parts.ISSUED_ON);
        if (day.filter(today::isBefore).isPresent()) fault(Kind.IN_THE_FUTURE, Parts.ISSUED_ON);
        if (day.filter(EARLIEST::isAfter).isPresent()) fault(Kind.TOO_LONG_AGO, Parts.ISSUED_ON);
        return day;
    }

    private Optional<LocalDate> validUntil(Optional<LocalDate> issuedOn) {
        var typed = Typed.tidy(cell(Parts.VALID_UNTIL));
        if (typed.isEmpty() || WITHOUT_END.matcher(typed).matches()) {
            if (type.years().isPresent()) fault(Kind.MISSING, Parts.VALID_UNTIL);
            return Optional.empty();
        }
        var until = day(Parts.VALID_UNTIL);
        if (until.isPresent() && issuedOn.isPresent()) {
            var from = issuedOn.get();
            if (until.get().isBefore(from)) {
                fault(Kind.ENDS_BEFORE_IT_BEGINS, Parts.VALID_UNTIL);
            } else if (type.years()
                    // Some offices print the day itself, others the day before.
                    .filter(years -> until.get().isAfter(from.plusYears(years)))
                    .isPresent()) {
                fault(Kind.LONGER_THAN_THE_TYPE, Parts.VALID_UNTIL);
            }
        }
        return until;
    }

    private Optional<Holder> holder(Optional<LocalDate> issuedOn) {
        var name = cell(Parts.HOLDER).strip();
        isThere(Parts.HOLDER, name, LONGEST_NAME);
        var number = Typed.code(cell(Parts.HOLDER_NUMBER));
        if (!isThere(Parts.HOLDER_NUMBER, number, LONGEST_NUMBER)) return Optional.empty();
        var citizen = CitizenId.read(number).value();
        var firm = CreditCode.read(number).value();
        if (citizen.isPresent()) {
            if (type.holder().equals("firm")) fault(Kind.FIRM_WANTED, Parts.HOLDER_NUMBER);
            if (issuedOn.filter(citizen.get().birthDate()::isAfter).isPresent()) {
                fault(Kind.BEFORE_BIRTH, Parts.ISSUED_ON);
            }
            return Optional.of(new Holder(Applicant.Kind.PERSON, name, citizen.get().value()));
        }
        if (firm.isPresent()) {
            if (type.holder().equals("person")) fault(Kind.PERSON_WANTED, Parts.HOLDER_NUMBER);
            return Optional.of(new Holder(Applicant.Kind.FIRM, name, firm.get().value()));
        }
        var looksLikePerson = PERSON.matcher(number).matches();
        fault(
                type.holder().equals("person") || looksLikePerson
                        ? Kind.NO_CITIZEN_ID
                        : Kind.NO_CREDIT_CODE,
                Parts.HOLDER_NUMBER);
        return Optional.empty();
    }

    private Optional<Line> line(Face face, Optional<Holder> holder) {
        var part = Parts.of(face);
        var typed = cell(part).strip();
        if (typed.isEmpty() && face.mayBeLeftOut()) return Optional.empty();
        if (!isThere(part, typed, face.mostCharacters())) return Optional.empty();
        if (!face.onlyWords().isEmpty() && !face.onlyWords().contains(typed)) {
            fault(Kind.NOT_AMONG_CHOICES, part);
        }
        return written(face, part, typed, holder)
                .map(value -> new Line(face.key(), face.label(), value));
    }

    private Optional<String> written(
            Face face, String part, String typed, Optional<Holder> holder) {
        return switch (face.writtenAs()) {
            case "date" -> day(part).map(LocalDate::toString);
            case "decimal" -> {
                if (Typed.decimal(typed).isEmpty()) fault(Kind.NO_NUMBER, part);
                yield Typed.decimal(typed).map(number -> number.toPlainString());
            }
            case "mobile" -> {
                var mobile = Mobile.read(typed).value();
                if (mobile.isEmpty()) fault(Kind.NO_MOBILE, part);
                yield mobile.map(Mobile::value);
            }
            case "citizenId" -> {
                var id = CitizenId.read(typed).value();
                if (id.isEmpty()) fault(Kind.NO_CITIZEN_ID, part);
                yield id.map(CitizenId::value);
            }
            case "creditCode" -> {
                var code = CreditCode.read(typed).value();
                if (code.isEmpty()) fault(Kind.NO_CREDIT_CODE, part);
                if (isAnotherFirm(code, holder)) fault(Kind.ANOTHER_CODE_THAN_THE_HOLDER, part);
                yield code.map(CreditCode::value);
            }
            default -> Optional.of(typed);
        };
    }

    private static boolean isAnotherFirm(Optional<CreditCode> code, Optional<Holder> holder) {
        return code.isPresent()
                && holder.filter(one -> one.kind() == Applicant.Kind.FIRM)
                        .filter(one -> !one.number().equals(code.get().value()))
                        .isPresent();
    }

    private Optional<LocalDate> day(String part) {
        var typed = cell(part).strip();
        if (typed.isEmpty()) {
            fault(Kind.MISSING, part);
            return Optional.empty();
        }
        var day = Typed.date(typed);
        if (day.isEmpty()) fault(Kind.NO_DAY, part);
        return day;
    }

    /** Whether something readable stands there; says what is the matter where not. */
    private boolean isThere(String part, String text, int longest) {
        if (text.isEmpty()) {
            fault(Kind.MISSING, part);
        } else if (NOTHING.contains(text)) {
            fault(Kind.SAYS_NOTHING, part);
        } else if (GARBLED.matcher(text).find()) {
            fault(Kind.GARBLED, part);
        } else if (text.codePointCount(0, text.length()) > longest) {
            fault(Kind.TOO_LONG, part);
        } else {
            return true;
        }
        return false;
    }

    private void fault(Kind kind, String part) {
        faults.add(new ClaimFault(kind, part));
    }

    private String cell(String part) {
        return cells.getOrDefault(part, "");
    }
}
