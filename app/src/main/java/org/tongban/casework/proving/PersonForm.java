package org.tongban.casework.proving;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongban.accounts.ProofDocument;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CodeFault;
import org.tongban.codes.Mobile;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Texts;

/** Who stands at the window and what they showed, as typed. */
record PersonForm(String name, String number, String mobile, String document, String seen) {

    private static final int LONGEST_NAME = 100;

    static PersonForm empty() {
        return new PersonForm("", "", "", "", "");
    }

    Map<String, String> faults(Texts texts) {
        var faults = new LinkedHashMap<String, String>();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            faults.put("name", texts.localize("register.name.empty"));
        }
        CitizenId.read(number)
                .fault()
                .ifPresent(fault -> faults.put("number", texts.localize(key("idNumber", fault))));
        if (!mobile.isBlank()) {
            Mobile.read(mobile)
                    .fault()
                    .ifPresent(fault -> faults.put("mobile", texts.localize(key("mobile", fault))));
        }
        if (Arrays.stream(ProofDocument.values()).noneMatch(one -> one.name().equals(document))) {
            faults.put("document", texts.localize("proving.document.missing"));
        }
        if (seen.isEmpty()) faults.put("seen", texts.localize("proving.seen.missing"));
        return faults;
    }

    /** In capitals and without spaces; only of a form without faults. */
    String plainMobile() {
        return mobile.isBlank() ? "" : Mobile.read(mobile).orElseThrow().value();
    }

    List<FieldView> fields(ErrorSummary errors, Texts texts) {
        return List.of(
                // The browser of a desk must not offer the last person's data to the next.
                FieldView.of(FieldKind.NAME, "name", texts.localize("register.name"))
                        .hint(texts.localize("register.name.hint"))
                        .autocomplete("")
                        .maxLength(LONGEST_NAME)
                        .value(name)
                        .error(errors),
                FieldView.of(FieldKind.CITIZEN_ID, "number", texts.localize("register.idNumber"))
                        .autocomplete("")
                        .value(number)
                        .error(errors),
                FieldView.of(FieldKind.MOBILE, "mobile", texts.localize("register.mobile"))
                        .hint(texts.localize("proving.mobile.hint"))
                        .autocomplete("")
                        .optional()
                        .value(mobile)
                        .error(errors),
                FieldView.of(FieldKind.CHOICE, "document", texts.localize("proving.document"))
                        .options(
                                Arrays.stream(ProofDocument.values())
                                        .map(
                                                one ->
                                                        new Option(
                                                                one.name(),
                                                                texts.localize(
                                                                        "identity.document."
                                                                                + word(one))))
                                        .toList())
                        .value(document)
                        .error(errors),
                FieldView.of(FieldKind.CHOICES, "seen", texts.localize("proving.seen"))
                        .options(List.of(new Option("yes", texts.localize("proving.seen.yes"))))
                        .value(seen)
                        .error(errors));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String key(String field, CodeFault fault) {
        return "register."
                + field
                + switch (fault) {
                    case EMPTY -> ".empty";
                    case WRONG_LENGTH, FIFTEEN_DIGITS -> ".length";
                    default -> ".wrong";
                };
    }

    /** Says nothing of the number, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "PersonForm";
    }
}
