package org.tongban.certificates;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.codes.CertificateTypeCode;

/**
 * A kind of certificate as the pack describes it.
 *
 * @param typeCode 证照类型代码, 21 characters
 * @param validYears absent: without end
 * @param holder {@code person}, {@code firm} or {@code either}
 * @param fields what its face shows, in order
 */
public record CertificateType(
        String key,
        String name,
        String typeCode,
        @Nullable Integer validYears,
        String holder,
        List<Face> fields) {

    /**
     * One line of the face.
     *
     * @param from CEL over {@code form}, {@code situation} and {@code applicant}
     */
    public record Face(String key, String label, String from) {}

    public CertificateType {
        fields = List.copyOf(fields);
    }

    public Optional<Integer> years() {
        return Optional.ofNullable(validYears);
    }

    public CertificateTypeCode code() {
        return CertificateTypeCode.of(typeCode);
    }
}
