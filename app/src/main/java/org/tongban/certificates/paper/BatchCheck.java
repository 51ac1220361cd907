package org.tongban.certificates.paper;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongban.casework.Casework;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.Origin;
import org.tongban.certificates.claim.Claim;
import org.tongban.certificates.claim.ClaimCheck;
import org.tongban.certificates.claim.ClaimFault;
import org.tongban.certificates.claim.ClaimFault.Kind;
import org.tongban.certificates.claim.Parts;
import org.tongban.crypto.LookupHash;
import org.tongban.law.LegalBasis;

/**
 * Judges the lines of a table: each by itself, against the others, against its scan and against the
 * library. Writes nothing.
 */
@Component
class BatchCheck {

    /** Numbers that one statement asks for. */
    private static final int AT_ONCE = 500;

    private final Certificates certificates;
    private final LookupHash lookup;
    private final Clock clock;

    BatchCheck(Certificates certificates, LookupHash lookup, Clock clock) {
        this.certificates = certificates;
        this.lookup = lookup;
        this.clock = clock;
    }

    /**
     * Every line with its verdict, in the order of the table.
     *
     * @param scans by name; empty for one that cannot be kept
     */
    @LegalBasis("practice/old-paper/judged")
    List<Judged> of(
            CertificateType type,
            String agency,
            List<PaperTable.Row> rows,
            Map<String, Optional<Scan>> scans) {
        var alone = alone(type, rows, scans);
        var judged = new ArrayList<Judged>();
        for (var from = 0; from < alone.size(); from += AT_ONCE) {
            judged.addAll(
                    besideTheLibrary(
                            type,
                            agency,
                            alone.subList(from, Math.min(alone.size(), from + AT_ONCE))));
        }
        return judged;
    }

    private List<Judged> alone(
            CertificateType type, List<PaperTable.Row> rows, Map<String, Optional<Scan>> scans) {
        var today = LocalDate.now(clock);
        var checked =
                rows.stream().map(row -> ClaimCheck.ofPaper(type, row.cells(), today)).toList();
        var claims = checked.stream().flatMap(one -> one.claim().stream()).toList();
        var numbersTwice = twice(claims, Claim::number);
        var holdersTwice =
                type.oneEach() ? twice(claims, claim -> claim.holder().number()) : Set.<String>of();
        var scansTwice =
                twice(
                        rows.stream()
                                .map(row -> ScanArchive.plain(row.cell(Parts.SCAN)))
                                .filter(name -> !name.isEmpty())
                                .toList(),
                        name -> name);
        var judged = new ArrayList<Judged>();
        for (var at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            var claim = checked.get(at).claim();
            var faults = new ArrayList<>(checked.get(at).faults());
            if (claim.map(Claim::number).filter(numbersTwice::contains).isPresent()) {
                faults.add(new ClaimFault(Kind.NUMBER_TWICE, Parts.NUMBER));
            }
            if (claim.filter(one -> holdersTwice.contains(one.holder().number())).isPresent()) {
                faults.add(new ClaimFault(Kind.HOLDER_TWICE, Parts.HOLDER_NUMBER));
            }
            var scan = scan(row, scans, scansTwice, faults);
            judged.add(
                    faults.isEmpty()
                            ? new Judged(
                                    row.line(),
                                    row.cells(),
                                    Verdict.NEW,
                                    List.of(),
                                    claim,
                                    Optional.empty(),
                                    scan)
                            : Judged.refused(row, faults, claim, scan));
        }
        return judged;
    }

    private static Optional<Scan> scan(
            PaperTable.Row row,
            Map<String, Optional<Scan>> scans,
            Set<String> twice,
            List<ClaimFault> faults) {
        var name = ScanArchive.plain(row.cell(Parts.SCAN));
        if (name.isEmpty()) return Optional.empty();
        if (twice.contains(name)) faults.add(new ClaimFault(Kind.SCAN_TWICE, Parts.SCAN));
        var scan = scans.getOrDefault(name, Optional.empty());
        if (scan.isEmpty()) {
            faults.add(
                    new ClaimFault(
                            scans.containsKey(name) ? Kind.SCAN_UNFIT : Kind.SCAN_MISSING,
                            Parts.SCAN));
        }
        return scan;
    }

    private static <T> Set<String> twice(List<T> all, Function<T, String> by) {
        var seen = new HashSet<String>();
        return all.stream().map(by).filter(one -> !seen.add(one)).collect(Collectors.toSet());
    }

    private List<Judged> besideTheLibrary(CertificateType type, String agency, List<Judged> lines) {
        var sound = lines.stream().filter(line -> line.verdict() == Verdict.NEW).toList();
        var numbers = sound.stream().map(line -> line.claim().orElseThrow().number()).toList();
        var known = new HashMap<String, Certificate>();
        certificates
                .withNumbers(type.key(), numbers)
                .forEach(found -> known.put(found.number(), found));
        var holders = new HashMap<Integer, byte[]>();
        if (type.oneEach()) {
            sound.forEach(line -> holders.put(line.line(), hash(line.claim().orElseThrow())));
        }
        var inForce =
                holders.isEmpty()
                        ? Map.<ByteBuffer, UUID>of()
                        : certificates.inForce(type.key(), holders.values());
        return lines.stream()
                .map(
                        line ->
                                line.verdict() != Verdict.NEW
                                        ? line
                                        : beside(
                                                line,
                                                agency,
                                                Optional.ofNullable(
                                                        known.get(
                                                                line.claim()
                                                                        .orElseThrow()
                                                                        .number())),
                                                Optional.ofNullable(holders.get(line.line()))
                                                        .map(ByteBuffer::wrap)
                                                        .flatMap(
                                                                hash ->
                                                                        Optional.ofNullable(
                                                                                inForce.get(
                                                                                        hash)))))
                .toList();
    }

    private Judged beside(
            Judged line, String agency, Optional<Certificate> known, Optional<UUID> held) {
        if (known.isEmpty()) {
            return held.map(other -> doubted(line, Kind.ANOTHER_IN_FORCE, other)).orElse(line);
        }
        var found = known.get();
        var content = certificates.content(found);
        var claim = line.claim().orElseThrow();
        if (claim.isSaidBy(content) && found.status() == Certificate.Status.VALID) {
            return line.as(Verdict.SAME, List.of(), Optional.of(found.id()));
        }
        if (!found.agency().equals(agency)) {
            return doubted(line, Kind.NUMBER_OF_ANOTHER_OFFICE, found.id());
        }
        if (!content.holder().number().equals(claim.holder().number())) {
            return doubted(line, Kind.NUMBER_OF_ANOTHER, found.id());
        }
        if (found.status() != Certificate.Status.VALID) {
            return doubted(line, Kind.ENDED, found.id());
        }
        return found.origin() == Origin.PAPER
                ? line.as(Verdict.CHANGED, List.of(), Optional.of(found.id()))
                : doubted(line, Kind.ISSUED_OTHERWISE, found.id());
    }

    private static Judged doubted(Judged line, Kind why, UUID against) {
        return line.as(
                Verdict.DOUBTED, List.of(new ClaimFault(why, Parts.NUMBER)), Optional.of(against));
    }

    private byte[] hash(Claim claim) {
        return lookup.of(claim.holder().number(), Casework.APPLICANT);
    }
}
