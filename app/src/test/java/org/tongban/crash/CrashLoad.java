package org.tongban.crash;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.dao.DataAccessException;
import org.tongban.Tongban;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.Performed;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.Right;
import org.tongban.casework.Submission;
import org.tongban.catalogue.Catalogue;
import org.tongban.pack.PackImport;

/**
 * The process that the crash test kills: carries cases through the core as fast as it can and says
 * of each act, once it is acknowledged, which case it moved to which version.
 */
public final class CrashLoad {

    /** More than may write alone: some acts share a commit, and die together. */
    private static final int CALLERS = 40;

    private static final String ITEM = "food-business-new";

    private static final Actor ALL =
            new Actor(
                    Actor.Kind.STAFF,
                    "load",
                    "load",
                    Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE, Right.DELIVER),
                    Set.of(
                            "market-review",
                            "market-decide",
                            "health-review",
                            "urban-law-review",
                            "police-review",
                            "environment-review",
                            "housing-review"),
                    Optional.empty());

    private final Casework casework;
    private final int version;
    private final PrintStream acknowledged;

    private CrashLoad(Casework casework, int version, PrintStream acknowledged) {
        this.casework = casework;
        this.version = version;
        this.acknowledged = acknowledged;
    }

    /** Arguments: the pack's folder. The data folder is the system property TONGBAN_HOME. */
    public static void main(String[] arguments) throws Exception {
        var context =
                new SpringApplicationBuilder(Tongban.class)
                        .web(WebApplicationType.NONE)
                        .properties(Map.of("tongban.demo", "false"))
                        .run();
        var catalogue = context.getBean(Catalogue.class);
        if (catalogue.current(ITEM).isEmpty()) {
            context.getBean(PackImport.class).run(Path.of(arguments[0]), Optional.empty());
        }
        var load =
                new CrashLoad(
                        context.getBean(Casework.class),
                        catalogue.current(ITEM).orElseThrow().version(),
                        new PrintStream(System.out, true, StandardCharsets.UTF_8));
        for (var caller = 0; caller < CALLERS; caller++) {
            Thread.ofPlatform().name("caller-" + caller).start(load::forever);
        }
    }

    private void forever() {
        while (true) {
            try {
                oneCase();
            } catch (DataAccessException | IllegalStateException away) {
                // The database is being killed: nothing was acknowledged, so nothing is claimed.
                acknowledged.println("away");
            }
        }
    }

    private void oneCase() {
        var id = UUID.randomUUID();
        var file = say(casework.submit(submission(id), Actor.applicant("load", "韦某兰")));
        file = act(file, new Act.Accept());
        while (!file.openTasks().isEmpty()) {
            var task = file.openTasks().getFirst();
            file =
                    act(
                            file,
                            task.decision()
                                    ? new Act.Grant(task.no(), "")
                                    : new Act.PassStep(task.no(), "同意"));
        }
        act(file, new Act.Deliver(Act.DeliveryWay.WINDOW, "韦某兰"));
    }

    private CaseFile act(CaseFile file, Act act) {
        var performed =
                casework.perform(
                        file.caseId(), OptionalInt.of(file.version()), UUID.randomUUID(), act, ALL);
        if (performed instanceof Performed.Done(var next)) {
            return say(next);
        }
        if (performed instanceof Performed.Already(var now)) {
            return say(now);
        }
        throw new AssertionError("the load was refused: " + performed);
    }

    private CaseFile say(CaseFile file) {
        acknowledged.println("done " + file.caseId() + " " + file.version());
        return file;
    }

    private Submission submission(UUID id) {
        var applicant =
                new Applicant(
                        Applicant.Kind.PERSON,
                        "韦某兰",
                        "990101199001010019",
                        "韦某兰",
                        "13800003210",
                        "三合街道");
        return new Submission(
                id,
                ITEM,
                version,
                Channel.ONLINE,
                new PrivatePart(applicant, Map.of(), Map.of()),
                Act.DeliveryWay.WINDOW,
                Set.of("review", "decide"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
