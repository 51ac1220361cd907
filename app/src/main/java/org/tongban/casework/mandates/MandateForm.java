package org.tongban.casework.mandates;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.accounts.Mandates;
import org.tongban.accounts.Scope;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CodeFault;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** What was typed to give a mandate, as typed. */
record MandateForm(
        String giver,
        String name,
        String number,
        String scope,
        String theme,
        String item,
        String until) {

    static final String GIVER = "giver";
    static final String NAME = "name";
    static final String NUMBER = "number";
    static final String SCOPE = "scope";
    static final String THEME = "theme";
    static final String ITEM = "item";
    static final String UNTIL = "until";

    static final String SELF = "self";
    private static final int LONGEST_NAME = 100;

    /** What may be chosen on the page. */
    record Offered(List<String> givers, List<String> themes, List<String> items) {}

    /** What is wrong, in words at each field, in the order of the page. */
    Map<String, String> faults(Offered offered, LocalDate today, Texts texts) {
        var faults = new LinkedHashMap<String, String>();
        if (!offered.givers().contains(giver)) {
            faults.put(GIVER, texts.localize("mandates.giver.missing"));
        }
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            faults.put(NAME, texts.localize("mandates.name.missing"));
        }
        CitizenId.read(number)
                .fault()
                .ifPresent(fault -> faults.put(NUMBER, texts.localize(key(fault))));
        switch (scope) {
            case "everything" -> {}
            case "theme" -> {
                if (!offered.themes().contains(theme)) {
                    faults.put(THEME, texts.localize("mandates.theme.missing"));
                }
            }
            case "item" -> {
                if (!offered.items().contains(item)) {
                    faults.put(SCOPE, texts.localize("mandates.item.missing"));
                }
            }
            default -> faults.put(SCOPE, texts.localize("mandates.scope.missing"));
        }
        if (day(today).isEmpty()) {
            faults.put(UNTIL, texts.localize("mandates.until.wrong", Mandates.LONGEST_YEARS));
        }
        return faults;
    }

    /** The wish; only of a form without faults. */
    Mandates.Wish wish(LocalDate today) {
        return new Mandates.Wish(
                giver.equals(SELF) ? Optional.empty() : Optional.of(UUID.fromString(giver)),
                name.strip(),
                CitizenId.read(number).orElseThrow(),
                switch (scope) {
                    case "theme" -> new Scope.OfTheme(theme);
                    case "item" -> new Scope.OfItem(item);
                    default -> new Scope.Everything();
                },
                day(today).orElseThrow());
    }

    private Optional<LocalDate> day(LocalDate today) {
        return Typed.date(until)
                .filter(day -> !day.isBefore(today))
                .filter(day -> !day.isAfter(today.plusYears(Mandates.LONGEST_YEARS)));
    }

    private static String key(CodeFault fault) {
        return switch (fault) {
            case EMPTY -> "mandates.number.missing";
            case WRONG_LENGTH, FIFTEEN_DIGITS -> "register.idNumber.length";
            default -> "register.idNumber.wrong";
        };
    }

    /** Says nothing of the number, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "MandateForm";
    }
}
