package org.tongban.casework.proving;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.accounts.ProofDocument;
import org.tongban.casework.staff.StaffDay;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;

/** On what a record of a person is changed: the document that was seen, and why; as typed. */
record Ground(String document, String reason) {

    static final Ground NONE = new Ground("", "");

    private static final int LONGEST_REASON = 200;
    private static final String DOCUMENT = "document";
    private static final String REASON = "reason";

    void check(Map<String, String> faults, StaffDay.Now now) {
        if (Arrays.stream(ProofDocument.values()).noneMatch(one -> one.name().equals(document))) {
            faults.put(DOCUMENT, now.say("proving.document.missing"));
        }
        if (!isReason(reason)) faults.put(REASON, missing(now));
    }

    ProofDocument shown() {
        return ProofDocument.valueOf(document);
    }

    /** Both boxes, below what the page itself asks. */
    List<FieldView> fields(String reasonLabel, String hint, ErrorSummary errors, StaffDay.Now now) {
        return List.of(
                FieldView.of(FieldKind.CHOICE, DOCUMENT, now.say("proving.document"))
                        .options(
                                Arrays.stream(ProofDocument.values())
                                        .map(one -> new Option(one.name(), words(one, now)))
                                        .toList())
                        .value(document)
                        .error(errors),
                FieldView.of(FieldKind.TEXT, REASON, reasonLabel)
                        .hint(hint)
                        .maxLength(LONGEST_REASON)
                        .value(reason)
                        .error(errors));
    }

    static String words(ProofDocument one, StaffDay.Now now) {
        return now.say("identity.document." + PersonForm.word(one));
    }

    /** Whether a reason can be kept. */
    static boolean isReason(String typed) {
        return !typed.isBlank() && typed.length() <= LONGEST_REASON;
    }

    static String missing(StaffDay.Now now) {
        return now.say("proving.end.reason.missing", LONGEST_REASON);
    }

    /** The box for why one entry of a list is taken back. */
    static FieldView undoing(UUID id, String label, ErrorSummary errors) {
        return FieldView.of(FieldKind.TEXT, REASON, label)
                .id(box(id))
                .maxLength(LONGEST_REASON)
                .error(errors);
    }

    static String box(UUID id) {
        return "reason-" + id;
    }
}
