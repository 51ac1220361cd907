package org.tongban.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Someone who works here.
 *
 * @param posts keys, in the order of the directory
 * @param demoRole what the demonstration's sign-in page calls them
 * @param active false for those who have left; they stay, because old cases name them
 */
public record StaffMember(
        UUID id,
        String login,
        String name,
        String staffNo,
        List<String> posts,
        Optional<String> demoRole,
        boolean active) {

    public StaffMember {
        posts = List.copyOf(posts);
    }
}
