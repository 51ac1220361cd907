package org.tongban.certificates.claim;

import java.util.List;
import java.util.stream.Stream;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.CertificateType.Face;
import org.tongban.web.Texts;

/** The names under which the parts of a certificate stand in a table or a form. */
public final class Parts {

    public static final String NUMBER = "c.number";
    public static final String HOLDER = "c.holder";
    public static final String HOLDER_NUMBER = "c.holderNumber";
    public static final String ISSUED_ON = "c.issuedOn";
    public static final String VALID_UNTIL = "c.validUntil";
    public static final String SCAN = "c.scan";

    private static final String LINE = "f.";
    private static final List<String> BEFORE =
            List.of(NUMBER, HOLDER, HOLDER_NUMBER, ISSUED_ON, VALID_UNTIL);

    private Parts() {}

    /** The part of a line of the face. */
    public static String of(Face face) {
        return ofLine(face.key());
    }

    /** The part of a line by its key. */
    public static String ofLine(String key) {
        return LINE + key;
    }

    /** All parts of a type, in the order of a table's columns. */
    public static List<String> of(CertificateType type) {
        return Stream.of(BEFORE.stream(), type.fields().stream().map(Parts::of), Stream.of(SCAN))
                .flatMap(part -> part)
                .toList();
    }

    /** What people call a part. */
    public static String label(String part, CertificateType type, Texts texts) {
        return type.fields().stream()
                .filter(face -> of(face).equals(part))
                .map(Face::label)
                .findFirst()
                .orElseGet(() -> texts.localize("claim." + part));
    }
}
