package org.tongban.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.Tongban;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.Performed;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.Right;
import org.tongban.casework.Submission;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.Catalogue;
import org.tongban.database.RowIds;
import org.tongban.pack.PackImport;
import org.tongban.schema.Tables;

/**
 * The case core of Tongban, through the same interface that its pages use: nothing is left out that
 * a real case has. Every act counts its legal terms, writes its line with an SM3 hash and, where
 * the law wants one, its paper; issuing signs a certificate with SM2.
 */
final class TongbanContender implements Contender {

    private static final String ITEM = "food-business-new";

    private static final Actor STAFF =
            new Actor(
                    Actor.Kind.STAFF,
                    "bench",
                    "bench",
                    Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE, Right.DELIVER),
                    Set.of("market-review", "market-decide"),
                    Optional.empty());

    private final Clock clock;

    /** Cases are numbered as drafts are: by time, so that the newest lie together. */
    private final RowIds ids;

    private @Nullable ConfigurableApplicationContext context;
    private @Nullable Engine engine;

    TongbanContender(Clock clock) {
        this.clock = clock;
        this.ids = new RowIds(clock);
    }

    /** What a running core consists of. */
    private record Engine(
            Casework casework,
            Follower certificates,
            TransactionTemplate transaction,
            DSLContext db,
            int itemVersion) {}

    @Override
    public String name() {
        return "Tongban";
    }

    @Override
    public void prepare(DataSource database) {
        try (var connection = database.getConnection()) {
            var home = Files.createTempDirectory("tongban-bench-");
            var started =
                    new SpringApplicationBuilder(Tongban.class)
                            .web(WebApplicationType.NONE)
                            .properties(
                                    Map.of(
                                            "TONGBAN_DB_URL", connection.getMetaData().getURL(),
                                            "TONGBAN_DB_USER",
                                                    connection.getMetaData().getUserName(),
                                            "TONGBAN_DB_CONNECTIONS", "16",
                                            "TONGBAN_HOME", home.toString(),
                                            "tongban.followers", "false"))
                            .run();
            context = started;
            started.getBean(PackImport.class).run(Path.of("packs", "sandu"), Optional.empty());
            engine =
                    new Engine(
                            started.getBean(Casework.class),
                            started.getBeansOfType(Follower.class).values().stream()
                                    .filter(follower -> follower.name().equals("certificates"))
                                    .findFirst()
                                    .orElseThrow(),
                            started.getBean(TransactionTemplate.class),
                            started.getBean(DSLContext.class),
                            started.getBean(Catalogue.class).current(ITEM).orElseThrow().version());
        } catch (SQLException | java.io.IOException unusable) {
            throw new BenchFailed("Tongban could not be prepared: " + unusable.getMessage());
        }
    }

    @Override
    public String settings() {
        return "pool 16; one statement loads and one stores an act; papers, clocks, hash chain and SM2 certificate on";
    }

    @Override
    public void runCase(long number, Acts acts) {
        var core = engine();
        var application = Application.of(number);
        var file =
                acts.time(Act.APPLY, () -> core.casework().submit(submission(application), STAFF));
        var accepted =
                acts.time(Act.ACCEPT, () -> act(file, new org.tongban.casework.Act.Accept()));
        var reviewed =
                acts.time(
                        Act.REVIEW,
                        () ->
                                act(
                                        accepted,
                                        new org.tongban.casework.Act.PassStep(
                                                taskOf(accepted),
                                                application.opinion(Act.REVIEW))));
        var granted =
                acts.time(
                        Act.APPROVE,
                        () ->
                                act(
                                        reviewed,
                                        new org.tongban.casework.Act.Grant(
                                                taskOf(reviewed),
                                                application.opinion(Act.APPROVE))));
        acts.time(Act.ISSUE, () -> issue(granted));
        acts.time(
                Act.DELIVER,
                () ->
                        act(
                                granted,
                                new org.tongban.casework.Act.Deliver(
                                        org.tongban.casework.Act.DeliveryWay.WINDOW,
                                        application.applicant())));
    }

    @Override
    public long finishedCases() {
        return engine().db().fetchCount(Tables.CASE_FILE, Tables.CASE_FILE.STATE.eq("closed"));
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }

    private Engine engine() {
        if (engine == null) {
            throw new IllegalStateException("not prepared");
        }
        return engine;
    }

    private void issue(CaseFile file) {
        var core = engine();
        core.transaction()
                .executeWithoutResult(
                        _ ->
                                core.certificates()
                                        .follow(
                                                new CaseLine(
                                                        file.caseId(),
                                                        file.version(),
                                                        clock.instant(),
                                                        "bench",
                                                        new CaseEvent.Granted(""))));
    }

    private CaseFile act(CaseFile file, org.tongban.casework.Act act) {
        var performed =
                engine().casework()
                        .perform(
                                file.caseId(),
                                OptionalInt.of(file.version()),
                                UUID.randomUUID(),
                                act,
                                STAFF);
        if (performed instanceof Performed.Done(var next)) {
            return next;
        }
        throw new BenchFailed("an act was refused: " + performed);
    }

    private static int taskOf(CaseFile file) {
        return file.openTasks().getFirst().no();
    }

    private Submission submission(Application application) {
        var applicant =
                new Applicant(
                        Applicant.Kind.PERSON,
                        application.applicant(),
                        application.idNumber(),
                        application.applicant(),
                        "13800003210",
                        "bench");
        return new Submission(
                ids.next(),
                ITEM,
                engine().itemVersion(),
                Channel.ONLINE,
                new PrivatePart(applicant, Map.of(), Map.of("premises", application.form())),
                org.tongban.casework.Act.DeliveryWay.WINDOW,
                Set.of("review"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
