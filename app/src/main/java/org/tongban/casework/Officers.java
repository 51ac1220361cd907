package org.tongban.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.directory.Agency;
import org.tongban.directory.Place;
import org.tongban.directory.StaffMember;
import org.tongban.web.Texts;

/**
 * Officers as somebody wrote them down, found in the directory: by work number, or by name where
 * only one who works here bears it. Nobody else goes to a visit in an office's name.
 *
 * @param found each once, in the order in which they were written
 * @param unknown what fits nobody who works here
 * @param ambiguous what fits several
 */
public record Officers(List<Officer> found, List<String> unknown, List<Ambiguous> ambiguous) {

    /** Names are short; what is longer is no name. */
    private static final int LONGEST = 30;

    /** One name that several bear. */
    public record Ambiguous(String written, List<Officer> could) {
        public Ambiguous {
            could = List.copyOf(could);
        }
    }

    public Officers {
        found = List.copyOf(found);
        unknown = List.copyOf(unknown);
        ambiguous = List.copyOf(ambiguous);
    }

    /** Reads what stands in one box, separated as people separate names. */
    public static Officers read(String written, Place place) {
        var found = new ArrayList<Officer>();
        var unknown = new ArrayList<String>();
        var ambiguous = new ArrayList<Ambiguous>();
        for (var one : written.split("[、，,；;\\s]+", -1)) {
            if (one.isEmpty()) continue;
            var could = bearing(one, place).map(member -> officer(member, place)).toList();
            if (could.size() == 1) {
                found.add(could.getFirst());
            } else if (could.isEmpty()) {
                unknown.add(one.substring(0, Math.min(LONGEST, one.length())));
            } else {
                ambiguous.add(new Ambiguous(one, could));
            }
        }
        return new Officers(found.stream().distinct().toList(), unknown, ambiguous);
    }

    /** Whether everybody who was written down is somebody, and one somebody only. */
    public boolean areClear() {
        return unknown.isEmpty() && ambiguous.isEmpty();
    }

    /** What is wrong with what was written, with the way out; empty when all were found. */
    public Optional<String> fault(Texts texts) {
        if (!unknown.isEmpty()) {
            return Optional.of(texts.localize("words.officers.unknown", String.join("、", unknown)));
        }
        return ambiguous.stream()
                .findFirst()
                .map(
                        one ->
                                texts.localize(
                                        "words.officers.several",
                                        one.written(),
                                        one.could().stream()
                                                .map(Officer::said)
                                                .collect(Collectors.joining("、"))));
    }

    /** A number is one's own and goes before a name. */
    private static Stream<StaffMember> bearing(String written, Place place) {
        var active = place.staff().stream().filter(StaffMember::active).toList();
        var numbered =
                active.stream().filter(one -> one.staffNo().equalsIgnoreCase(written)).toList();
        return numbered.isEmpty()
                ? active.stream().filter(one -> one.name().equals(written))
                : numbered.stream();
    }

    private static Officer officer(StaffMember member, Place place) {
        var office =
                place.postsHeldBy(member)
                        .flatMap(post -> post.agency().stream())
                        .findFirst()
                        .flatMap(place::agency);
        return new Officer(
                member.id().toString(),
                member.name(),
                member.staffNo(),
                office.map(Agency::key).orElse(""),
                office.map(Agency::shortName).orElse(""));
    }
}
