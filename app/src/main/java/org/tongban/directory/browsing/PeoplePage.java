package org.tongban.directory.browsing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tongban.directory.Agency;
import org.tongban.directory.Place;
import org.tongban.directory.Post;
import org.tongban.directory.StaffMember;

/**
 * People found by a part of their name, login or number.
 *
 * @param more whether there are more than are shown
 */
public record PeoplePage(String query, List<Row> people, boolean more) {

    private static final int MOST_SHOWN = 100;

    public PeoplePage {
        people = List.copyOf(people);
    }

    /** Someone who works here. */
    public record Row(
            String id, String name, String staffNo, String login, String posts, boolean active) {}

    static PeoplePage of(Place place, String query) {
        var asked = query.strip().toLowerCase(Locale.ROOT);
        var found =
                place.staff().stream()
                        .filter(member -> fits(member, asked))
                        .limit(MOST_SHOWN + 1L)
                        .toList();
        return new PeoplePage(
                query.strip(),
                found.stream().limit(MOST_SHOWN).map(member -> row(member, place)).toList(),
                found.size() > MOST_SHOWN);
    }

    private static boolean fits(StaffMember member, String asked) {
        return member.name().toLowerCase(Locale.ROOT).contains(asked)
                || member.login().toLowerCase(Locale.ROOT).contains(asked)
                || member.staffNo().toLowerCase(Locale.ROOT).contains(asked);
    }

    private static Row row(StaffMember member, Place place) {
        return new Row(
                member.id().toString(),
                member.name(),
                member.staffNo(),
                member.login(),
                place.postsHeldBy(member)
                        .map(post -> named(post, place))
                        .collect(Collectors.joining("、")),
                member.active());
    }

    private static String named(Post post, Place place) {
        return post.agency()
                .flatMap(place::agency)
                .map(Agency::shortName)
                .map(agency -> agency + " " + post.name())
                .orElse(post.name());
    }
}
