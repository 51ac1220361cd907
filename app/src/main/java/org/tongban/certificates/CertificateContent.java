package org.tongban.certificates;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Applicant;

/**
 * What a certificate says: exactly this is signed. Kept encrypted.
 *
 * @param identifier 证照标识
 * @param number 证照编号, printed on it
 * @param name 证照名称
 * @param validUntil the last day; absent: without end
 * @param caseNo empty where no case issued it
 * @param lines of the face, in order
 * @param typeVersion of the type under which it was made; absent in those of before
 * @param origin absent in certificates that were signed before there was another than a case
 */
public record CertificateContent(
        String identifier,
        String number,
        String typeKey,
        String typeCode,
        String name,
        Holder holder,
        Issuer issuer,
        String caseNo,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        List<Line> lines,
        @Nullable Origin origin,
        @Nullable Integer typeVersion) {

    /**
     * 持证主体.
     *
     * @param number citizen ID of a person, credit code of a firm
     */
    public record Holder(Applicant.Kind kind, String name, String number) {}

    /** 颁发机构. */
    public record Issuer(String key, String name, String creditCode) {}

    /** One line of the face, in the words in which it was granted. */
    public record Line(String key, String label, String value) {}

    public CertificateContent {
        lines = List.copyOf(lines);
    }

    public Origin cameFrom() {
        return Optional.ofNullable(origin).orElse(Origin.CASE);
    }

    /** The version of its type; those of before have none and look as the type looks now. */
    public Optional<Integer> madeUnder() {
        return Optional.ofNullable(typeVersion);
    }

    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(validUntil);
    }

    CertificateContent renewed(LocalDate until) {
        return new CertificateContent(
                identifier,
                number,
                typeKey,
                typeCode,
                name,
                holder,
                issuer,
                caseNo,
                issuedOn,
                until,
                lines,
                origin,
                typeVersion);
    }

    CertificateContent changed(Map<String, String> values) {
        return new CertificateContent(
                identifier,
                number,
                typeKey,
                typeCode,
                name,
                holder,
                issuer,
                caseNo,
                issuedOn,
                validUntil,
                lines.stream()
                        .map(
                                line ->
                                        new Line(
                                                line.key(),
                                                line.label(),
                                                values.getOrDefault(line.key(), line.value())))
                        .toList(),
                origin,
                typeVersion);
    }

    /** The same under the identifier and the day of a new version. */
    CertificateContent reissued(String newIdentifier, LocalDate on) {
        return new CertificateContent(
                newIdentifier,
                number,
                typeKey,
                typeCode,
                name,
                holder,
                issuer,
                caseNo,
                on,
                validUntil,
                lines,
                origin,
                typeVersion);
    }

    /** Never the holder: this may reach a log. */
    @Override
    public String toString() {
        return "CertificateContent[" + identifier + "]";
    }
}
