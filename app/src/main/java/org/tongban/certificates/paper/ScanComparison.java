package org.tongban.certificates.paper;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongban.certificates.claim.Claim;
import org.tongban.certificates.claim.Parts;
import org.tongban.law.LegalBasis;

/**
 * A line of a table beside what a machine has read on its scan: number, name of the holder, and the
 * days. Pure. Whatever cannot be told apart by a machine (letter O and figure 0, l and 1) counts as
 * the same: such a difference would be its own.
 */
@LegalBasis("practice/old-paper/read")
final class ScanComparison {

    /** With fewer characters on it nothing is said of a scan: it is blank, or cannot be read. */
    static final int FEWEST_CHARACTERS = 8;

    /** A word counts as another form of the same while at most so much of it differs: a third. */
    private static final int ONE_IN = 3;

    private static final Pattern DAY = Pattern.compile("(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})");

    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]+");

    private ScanComparison() {}

    /** How a part of the line compares. */
    enum Part {
        AGREES,
        DIFFERS,
        /** The scan says nothing of its kind. */
        UNREAD
    }

    /**
     * What was found of one part.
     *
     * @param read the words that come nearest; empty where there are none
     */
    record Found(Part how, String read) {}

    /** By the names of the parts, in their order; empty where the scan could not be read. */
    static Map<String, Found> of(Claim claim, List<String> lines) {
        var tidy = lines.stream().map(ScanComparison::tidy).toList();
        var found = new LinkedHashMap<String, Found>();
        var letters = tidy.stream().mapToInt(line -> folded(line).length()).sum();
        if (letters < FEWEST_CHARACTERS) return found;
        found.put(Parts.NUMBER, word(claim.number(), tidy));
        found.put(Parts.HOLDER, word(claim.holder().name(), tidy));
        var days = days(tidy);
        found.put(Parts.ISSUED_ON, day(claim.issuedOn(), days));
        claim.validUntil().ifPresent(until -> found.put(Parts.VALID_UNTIL, day(until, days)));
        return found;
    }

    /** Full-width forms become plain ones. */
    private static String tidy(String line) {
        return Normalizer.normalize(line, Normalizer.Form.NFKC);
    }

    private static String folded(String text) {
        return NOISE.matcher(tidy(text))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static Found word(String wanted, List<String> lines) {
        var sought = folded(wanted);
        var all = new ArrayList<String>();
        // A long number may be broken over two lines.
        all.add(folded(String.join("", lines)));
        lines.forEach(line -> all.add(folded(line)));
        if (all.getFirst().contains(sought)) return new Found(Part.AGREES, wanted);
        var nearest = "";
        var least = Integer.MAX_VALUE;
        for (var line : all.subList(1, all.size())) {
            for (var from = 0; from + sought.length() <= line.length(); from++) {
                var part = line.substring(from, from + sought.length());
                var distance = differing(sought, part);
                if (distance < least) {
                    least = distance;
                    nearest = part;
                }
            }
        }
        var isSimilar = least <= Math.max(1, sought.length() / ONE_IN);
        return new Found(Part.DIFFERS, isSimilar ? nearest : "");
    }

    private static int differing(String one, String other) {
        var differing = 0;
        for (var at = 0; at < one.length(); at++) {
            if (one.charAt(at) != other.charAt(at)) differing++;
        }
        return differing;
    }

    private static List<LocalDate> days(List<String> lines) {
        var days = new ArrayList<LocalDate>();
        for (var line : lines) {
            var matcher = DAY.matcher(line.replaceAll("\\s", ""));
            while (matcher.find()) {
                day(matcher.group(1), matcher.group(2), matcher.group(3)).ifPresent(days::add);
            }
        }
        return days;
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException misread) {
            return Optional.empty();
        }
    }

    private static Found day(LocalDate wanted, List<LocalDate> days) {
        if (days.contains(wanted)) return new Found(Part.AGREES, wanted.toString());
        return days.isEmpty()
                ? new Found(Part.UNREAD, "")
                : new Found(
                        Part.DIFFERS,
                        String.join("、", days.stream().map(LocalDate::toString).toList()));
    }
}
