package org.tongban.directory;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongban.access.Passwords;
import org.tongban.access.StaffPrincipal;
import org.tongban.database.RowIds;

/** The directory: regions, agencies, centres, windows, posts and staff. Answers from memory. */
@Component
public class Directory {

    private final DirectoryRows rows;
    private final Passwords passwords;
    private final Absences absences;
    private volatile Place current = Place.empty();

    Directory(DSLContext db, RowIds ids, Passwords passwords, Absences absences) {
        this.absences = absences;
        this.rows = new DirectoryRows(db, ids);
        this.passwords = passwords;
        reload();
    }

    /**
     * The directory as it is now. Take it once for one request, so that it does not change within.
     */
    public Place current() {
        return current;
    }

    /**
     * Puts the directory of a pack in place of the present one: all of it or nothing. Importing the
     * same again changes nothing. People whom the pack no longer names cannot sign in any more;
     * other rows that it no longer names stay, because cases may refer to them.
     *
     * @param demonstrationPassword given to people who have none, in a demonstration only; empty:
     *     they cannot sign in until {@link StaffAccounts#newPassword} gives them one
     */
    public void replaceWith(DirectoryImport pack, Optional<String> demonstrationPassword) {
        rows.replace(pack, demonstrationPassword.map(passwords::hash));
        reloadOnceStored();
    }

    /** Within a larger transaction nothing is in force before that one has ended. */
    private void reloadOnceStored() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            reload();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        // The ended transaction is still bound to this thread.
                        CompletableFuture.runAsync(Directory.this::reload).join();
                    }
                });
    }

    /** Reads the directory from the database again, after another node has changed it. */
    public void reload() {
        current = rows.read();
    }

    /** What a member of staff may do at this moment; empty for those who have left. */
    public Optional<StaffPrincipal> principal(UUID staffId) {
        var place = current();
        return place.staff(staffId)
                .filter(StaffMember::active)
                .map(member -> principal(member, place));
    }

    /** The member's own posts, and those of work on cases that they hold for somebody away. */
    private StaffPrincipal principal(StaffMember member, Place place) {
        var posts =
                Stream.concat(
                                place.postsHeldBy(member),
                                absences.coveredBy(member.id()).stream()
                                        .flatMap(away -> place.staff(away).stream())
                                        .flatMap(place::postsHeldBy)
                                        .filter(Directory::isOfCases))
                        .distinct()
                        .toList();
        Set<String> rights = new LinkedHashSet<>();
        posts.forEach(post -> rights.addAll(post.rights()));
        return new StaffPrincipal(
                member.id(),
                member.name(),
                member.login(),
                posts.stream().map(Post::key).collect(Collectors.toSet()),
                rights,
                posts.stream().flatMap(post -> post.agency().stream()).collect(Collectors.toSet()),
                posts.stream().flatMap(post -> post.window().stream()).collect(Collectors.toSet()),
                posts.stream().anyMatch(post -> post.scope() == Post.Scope.REGION));
    }

    /** Supervising, administering and reviewing entries are not handed to a deputy. */
    private static boolean isOfCases(Post post) {
        return Stream.of("accept", "review", "decide", "deliver").anyMatch(post::has);
    }
}
