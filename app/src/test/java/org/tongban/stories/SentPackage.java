package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.Right;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.start.PartsOffice;

/**
 * An application for a package that has come in, and what the offices do with it, without their
 * pages: other stories look at those.
 *
 * @param id of the whole
 * @param path of its page
 */
record SentPackage(UUID id, String path) {

    private static final int MOST_LOOKS = 1000;

    /** As the address of its page names it. */
    static SentPackage at(String path) {
        var whole =
                House.theOnly()
                        .part(PackageCases.class)
                        .numbered(path.replaceAll(".*/", ""))
                        .orElseThrow();
        House.theOnly().part(PartsOffice.class).work();
        return new SentPackage(whole.id(), path);
    }

    /** The case of a part that has begun. */
    String caseOf(String part) {
        return file(part).caseId().toString();
    }

    SentPackage accepted(String part) {
        perform(part, new Act.Accept());
        return follow(part);
    }

    /** Accepted if it was not yet, reviewed and granted. */
    SentPackage granted(String part) {
        reviewed(part);
        perform(part, new Act.Grant(task(part).no(), "同意"));
        return follow(part);
    }

    SentPackage refused(String part, String facts) {
        reviewed(part);
        perform(part, new Act.Refuse(task(part).no(), facts, "不符合条件", "第一条"));
        return follow(part);
    }

    private void reviewed(String part) {
        if (file(part).openTasks().isEmpty()) perform(part, new Act.Accept());
        while (!task(part).decision()) {
            perform(part, new Act.PassStep(task(part).no(), "符合"));
        }
    }

    private CaseTask task(String part) {
        return file(part).openTasks().getFirst();
    }

    private CaseFile file(String part) {
        var house = House.theOnly();
        var caseId =
                house.part(PackageCases.class)
                        .find(id)
                        .flatMap(whole -> whole.part(part))
                        .flatMap(one -> one.caseId())
                        .orElseThrow();
        for (var again = 0; again < MOST_LOOKS; again++) {
            var found = house.part(Casework.class).find(caseId);
            if (found.isPresent()) return found.get();
            // The house's own office may have it in hand at this moment.
            house.part(PartsOffice.class).work();
        }
        throw new IllegalStateException(part + " has not begun");
    }

    private void perform(String part, Act act) {
        var file = file(part);
        var everybody =
                new Actor(
                        Actor.Kind.STAFF,
                        "all",
                        "潘某忠",
                        Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE, Right.DELIVER, Right.HEAD),
                        Stream.concat(
                                        file.tasks().stream().map(CaseTask::post),
                                        Stream.of(file.agency() + "-decide"))
                                .collect(Collectors.toSet()),
                        Optional.empty());
        var done =
                House.theOnly()
                        .part(Casework.class)
                        .perform(
                                file.caseId(),
                                OptionalInt.empty(),
                                UUID.randomUUID(),
                                act,
                                everybody);
        assertThat(done).isInstanceOf(Performed.Done.class);
    }

    /** What follows for the others is drawn now and not a moment later. */
    private SentPackage follow(String part) {
        var house = House.theOnly();
        var packages = house.follower("packages");
        house.part(CaseRegister.class)
                .line(file(part).caseId())
                .forEach(
                        line ->
                                house.part(TransactionTemplate.class)
                                        .executeWithoutResult(_ -> packages.follow(line)));
        house.part(PartsOffice.class).work();
        return this;
    }
}
