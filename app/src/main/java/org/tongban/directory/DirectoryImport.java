package org.tongban.directory;

import java.util.List;
import java.util.Optional;

/**
 * The directory part of a pack, checked by whoever read the pack. What is missing here is kept when
 * something may still refer to it: people and posts are never deleted, people are closed.
 *
 * @param centres with their windows
 */
public record DirectoryImport(
        Place.Identity identity,
        List<Region> regions,
        List<Agency> agencies,
        List<Centre> centres,
        List<Post> posts,
        List<Person> people) {

    public DirectoryImport {
        regions = List.copyOf(regions);
        agencies = List.copyOf(agencies);
        centres = List.copyOf(centres);
        posts = List.copyOf(posts);
        people = List.copyOf(people);
    }

    /** A member of staff as a pack names them. */
    public record Person(
            String login,
            String name,
            String staffNo,
            List<String> posts,
            Optional<String> demoRole) {
        public Person {
            posts = List.copyOf(posts);
        }
    }
}
