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
 * @param single whether a holder holds at most one that is in force
 * @param numberForm what its printed numbers look like, as a regular expression; absent: any way
 * @param issuers keys of the agencies that may issue it without a case; absent: none
 */
public record CertificateType(
        String key,
        String name,
        String typeCode,
        @Nullable Integer validYears,
        String holder,
        List<Face> fields,
        @Nullable Layout layout,
        @Nullable Boolean single,
        @Nullable String numberForm,
        @Nullable List<String> issuers) {

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
     * One line of the face, and what holds for it where no form asked for it: on old paper, and
     * where a post issues directly.
     *
     * @param from CEL over {@code form}, {@code situation} and {@code applicant}
     * @param kind {@code text}, {@code date}, {@code decimal}, {@code mobile}, {@code citizenId} or
     *     {@code creditCode}; absent: text
     * @param optional whether it may be left out
     * @param longest in characters; absent: {@value #USUAL_LENGTH}
     * @param choices the only words that may stand there; absent: any
     */
    public record Face(
            String key,
            String label,
            String from,
            @Nullable String kind,
            @Nullable Boolean optional,
            @Nullable Integer longest,
            @Nullable List<String> choices) {

        /** As much as a line of a sheet takes when it is set small. */
        static final int USUAL_LENGTH = 500;

        public Face {
            // What is not said is said in one way, so that the same type is equal however it came.
            optional = Boolean.TRUE.equals(optional) ? optional : null;
            choices = choices == null || choices.isEmpty() ? null : List.copyOf(choices);
        }

        /** How it is written; see {@link #kind}. */
        public String writtenAs() {
            return Optional.ofNullable(kind).orElse("text");
        }

        public boolean mayBeLeftOut() {
            return Boolean.TRUE.equals(optional);
        }

        public int mostCharacters() {
            return Optional.ofNullable(longest).orElse(USUAL_LENGTH);
        }

        /** The only words that may stand there; empty: any. */
        public List<String> onlyWords() {
            return Optional.ofNullable(choices).orElse(List.of());
        }
    }

    public CertificateType {
        fields = List.copyOf(fields);
        single = Boolean.TRUE.equals(single) ? single : null;
        issuers = issuers == null || issuers.isEmpty() ? null : List.copyOf(issuers);
    }

    /** Whether a holder holds at most one that is in force. */
    public boolean oneEach() {
        return Boolean.TRUE.equals(single);
    }

    /** Whether an agency may issue it without a case. */
    public boolean mayBeIssuedBy(String agency) {
        return issuers != null && issuers.contains(agency);
    }

    public Optional<Integer> years() {
        return Optional.ofNullable(validYears);
    }

    public CertificateTypeCode code() {
        return CertificateTypeCode.of(typeCode);
    }
}
