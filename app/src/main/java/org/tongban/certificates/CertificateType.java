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
 * @param layout of its sealed files; absent: the plain one
 */
public record CertificateType(
        String key,
        String name,
        String typeCode,
        @Nullable Integer validYears,
        String holder,
        List<Face> fields,
        @Nullable Layout layout) {

    /**
     * Where things stand on the sheet.
     *
     * @param width in millimetres
     * @param height in millimetres
     */
    public record Layout(int width, int height, List<Place> places) {

        public Layout {
            places = List.copyOf(places);
        }
    }

    /**
     * One thing on the sheet. Lengths in millimetres, the type size in points.
     *
     * @param show {@code title}, {@code number}, {@code identifier}, {@code holder}, {@code
     *     holderNumber}, {@code issuer}, {@code issuedOn}, {@code validUntil}, {@code lines},
     *     {@code text}, {@code frame}, {@code qr}, {@code seal}, or the key of a field
     * @param height of a frame; of {@code lines}, the room in which they are set, smaller if need
     *     be
     * @param align {@code left}, {@code middle} or {@code right}: which point of it x names
     */
    public record Place(
            String show,
            int x,
            int y,
            @Nullable Integer size,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String align,
            @Nullable String text) {}

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
