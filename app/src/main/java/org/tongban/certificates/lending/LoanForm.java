package org.tongban.certificates.lending;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** What a holder typed to lend a certificate, right or not. */
record LoanForm(String borrower, String purpose, String until, String times) {

    private static final String BORROWER = "borrower";
    private static final String PURPOSE = "purpose";
    private static final String UNTIL = "until";
    private static final String TIMES = "times";
    private static final BigInteger MOST_TIMES = BigInteger.valueOf(Terms.MOST_TIMES);

    static LoanForm empty() {
        return new LoanForm("", "", "", "1");
    }

    /** What is wrong, in words at each field; empty when it can be lent. */
    Map<String, String> faults(LocalDate today, Texts texts) {
        var faults = new LinkedHashMap<String, String>();
        if (!isText(borrower, Terms.LONGEST_BORROWER)) {
            faults.put(
                    BORROWER,
                    texts.localize("library.loan.borrower.wrong", Terms.LONGEST_BORROWER));
        }
        if (!isText(purpose, Terms.LONGEST_PURPOSE)) {
            faults.put(
                    PURPOSE, texts.localize("library.loan.purpose.wrong", Terms.LONGEST_PURPOSE));
        }
        if (day(today).isEmpty()) {
            faults.put(UNTIL, texts.localize("library.loan.until.wrong", Terms.MOST_DAYS));
        }
        if (count().isEmpty()) {
            faults.put(TIMES, texts.localize("library.loan.times.wrong", Terms.MOST_TIMES));
        }
        return faults;
    }

    /** The terms; empty while something is wrong. */
    Optional<Terms> terms(LocalDate today, Texts texts) {
        return faults(today, texts).isEmpty()
                ? Optional.of(
                        new Terms(
                                borrower.strip(),
                                purpose.strip(),
                                day(today).orElseThrow(),
                                count().orElseThrow()))
                : Optional.empty();
    }

    List<FieldView> fields(ErrorSummary errors, Texts texts) {
        return List.of(
                FieldView.text(BORROWER, texts.localize("library.loan.borrower"))
                        .hint(texts.localize("library.loan.borrower.hint"))
                        .maxLength(Terms.LONGEST_BORROWER)
                        .value(borrower)
                        .error(errors),
                FieldView.text(PURPOSE, texts.localize("library.loan.purpose"))
                        .hint(texts.localize("library.loan.purpose.hint"))
                        .maxLength(Terms.LONGEST_PURPOSE)
                        .value(purpose)
                        .error(errors),
                FieldView.of(FieldKind.DATE, UNTIL, texts.localize("library.loan.until"))
                        .hint(texts.localize("library.loan.until.hint", Terms.MOST_DAYS))
                        .value(until)
                        .error(errors),
                FieldView.of(FieldKind.INTEGER, TIMES, texts.localize("library.loan.times"))
                        .hint(texts.localize("library.loan.times.hint", Terms.MOST_TIMES))
                        .value(times)
                        .error(errors));
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.strip().length() <= longest;
    }

    private Optional<LocalDate> day(LocalDate today) {
        return Typed.date(until)
                .filter(day -> !day.isBefore(today))
                .filter(day -> !day.isAfter(today.plusDays(Terms.MOST_DAYS)));
    }

    private Optional<Integer> count() {
        return Typed.integer(times)
                .filter(number -> number.signum() > 0)
                .filter(number -> number.compareTo(MOST_TIMES) <= 0)
                .map(BigInteger::intValueExact);
    }
}
