package org.tongban.certificates.issue;

import org.tongban.casework.CaseHead;

/** A granted case whose certificate cannot be made: the place's configuration lacks something. */
final class NotIssuable extends RuntimeException {

    private NotIssuable(String message) {
        super(message);
    }

    static NotIssuable noType(CaseHead granted, String typeKey) {
        return new NotIssuable(
                "case %s is owed a certificate of type %s, which no pack has brought"
                        .formatted(granted.caseNo(), typeKey));
    }

    static NotIssuable noAgency(CaseHead granted) {
        return new NotIssuable(
                "case %s is owed a certificate of agency %s, which no pack has brought"
                        .formatted(granted.caseNo(), granted.agency()));
    }
}
