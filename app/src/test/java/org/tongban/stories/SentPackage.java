package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.CombinedApplications;
import org.tongban.casework.Performed;
import org.tongban.casework.Right;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.draft.Drafts;
import org.tongban.catalogue.ItemDefinition.MaterialForm;
import org.tongban.files.FileLimits;
import org.tongban.files.FileStore;
import org.tongban.files.Receipt;
import org.tongban.packages.SanduPackages;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.start.PartsOffice;
import org.tongban.schema.Tables;

/**
 * An application for a package that came in without a browser, for stories that begin later: how it
 * is filled in is looked at by others.
 *
 * @param id of the whole
 * @param path of its page
 */
record SentPackage(UUID id, String path) {

    private static final Applicant FIRM =
            new Applicant(
                    Applicant.Kind.FIRM,
                    "水乡人家餐饮店",
                    "92990101MA99010126",
                    "潘某忠",
                    "13800003247",
                    "三合街道都柳江社区28号");

    private static final int MOST_LOOKS = 1000;

    /** From the record to the construction permit, with all that has to be approved between. */
    static SentPackage investment(String projectCode) {
        var house = House.theOnly();
        var situation = Map.of("now", "start", "eia", "yes", "earth", "yes");
        var combined = house.part(CombinedApplications.class);
        var item =
                combined.narrowed("investment-project", FIRM, situation).orElseThrow().definition();
        var typed = new LinkedHashMap<>(SanduPackages.answers(item, new Random(3)));
        typed.put("projectCode", List.of(projectCode));
        var account =
                house.part(DSLContext.class)
                        .select(Tables.ACCOUNT.ACCOUNT_ID)
                        .from(Tables.ACCOUNT)
                        .where(Tables.ACCOUNT.LOGIN.eq("panzhong"))
                        .fetchSingle()
                        .value1();
        var draft =
                house.part(Drafts.class)
                        .openCombined(
                                account,
                                Optional.empty(),
                                FIRM,
                                "investment-project",
                                situation,
                                typed);
        var files =
                item.materials().stream()
                        .filter(material -> material.form() != MaterialForm.PAPER)
                        .map(material -> picture(material.key()))
                        .toList();
        var sent =
                combined.send(
                        new CombinedApplications.Ready(
                                draft,
                                1,
                                "investment-project",
                                FIRM,
                                situation,
                                typed,
                                files,
                                List.of(),
                                Act.DeliveryWay.ELECTRONIC,
                                account,
                                "潘某忠"));
        assertThat(sent).isInstanceOf(CombinedApplications.Sent.Done.class);
        house.part(PartsOffice.class).work();
        return new SentPackage(draft, ((CombinedApplications.Sent.Done) sent).address());
    }

    private static SubmittedFile picture(String material) {
        try (var content = Files.newInputStream(Scan.picture())) {
            if (House.theOnly().part(FileStore.class).put(content, FileLimits.STANDARD)
                    instanceof Receipt.Stored(var stored)) {
                return new SubmittedFile(
                        UUID.randomUUID(),
                        material,
                        "扫描件.png",
                        stored.sm3(),
                        "image/png",
                        stored.size());
            }
            throw new IllegalStateException("a picture of nothing can be kept");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
