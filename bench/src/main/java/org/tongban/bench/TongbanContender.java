package org.tongban.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
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
import org.tongban.database.SharedCommits;
import org.tongban.pack.PackImport;
import org.tongban.schema.Tables;

/**
 * The case core of Tongban, through the same interface that its pages use: nothing is left out that
 * a real case has. Every act counts its legal terms, writes its line with an SM3 hash and, where
 * the law wants one, its paper; issuing signs a certificate with SM2.
 */
final class TongbanContender implements Contender {

    private static final String ITEM = "food-business-new";

    /** Cases that are copied to fill the past. */
    private static final int MODELS = 50;

    private static final Set<String> SEATS =
            Set.of(
                    "market-review",
                    "health-review",
                    "environment-review",
                    "land-review",
                    "market-decide");

    private static final Actor STAFF =
            new Actor(
                    Actor.Kind.STAFF,
                    "bench",
                    "bench",
                    Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE, Right.DELIVER),
                    SEATS,
                    Optional.empty());

    /** What food-business-new goes through where four agencies review it at the same instant. */
    private static final String FOUR_AT_ONCE =
            """
            steps:
              - { key: review, name: 材料审查, post: market-review, kind: review, days: 1 }
              - { key: health, name: 卫生意见, post: health-review, kind: review, days: 1 }
              - { key: environment, name: 环保意见, post: environment-review, kind: review, days: 1 }
              - { key: land, name: 用地意见, post: land-review, kind: review, days: 1 }
              - { key: decide, name: 决定, post: market-decide, kind: decision, days: 1, after: [review, health, environment, land] }
            """;

    private final Clock clock;
    private final Shape shape;
    private final int connections;
    private final int closed;

    /** Cases are numbered as drafts are: by time, so that the newest lie together. */
    private final RowIds ids;

    private @Nullable ConfigurableApplicationContext context;
    private @Nullable Engine engine;

    /**
     * @param closed cases of the past that its tables hold before anything is measured
     */
    TongbanContender(Clock clock, Shape shape, int connections, int closed) {
        this.clock = clock;
        this.shape = shape;
        this.connections = connections;
        this.closed = closed;
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
                                            "TONGBAN_DB_CONNECTIONS", Integer.toString(connections),
                                            "TONGBAN_HOME", home.toString(),
                                            "tongban.followers", "false"))
                            .run();
            context = started;
            started.getBean(PackImport.class).run(pack(home), Optional.empty());
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
            if (closed > 0) {
                for (var number = 1; number <= MODELS; number++) runCase(-number, new Acts());
                new ManyCases(database, LocalDate.now(clock)).fill(closed, 0);
            }
        } catch (SQLException | java.io.IOException unusable) {
            throw new BenchFailed("Tongban could not be prepared: " + unusable.getMessage());
        }
    }

    @Override
    public String settings() {
        return "pool "
                + connections
                + "; one statement loads and one stores an act; more than "
                + SharedCommits.ALONE
                + " acts at once share commits; papers, clocks, hash chain and SM2 certificate on";
    }

    @Override
    public void runCase(long number, Acts acts) {
        var core = engine();
        var application = Application.of(number);
        var file =
                acts.time(Act.APPLY, () -> core.casework().submit(submission(application), STAFF));
        var accepted =
                acts.time(Act.ACCEPT, () -> act(file, new org.tongban.casework.Act.Accept()));
        var reviewed = reviewed(accepted, application, acts);
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
    public boolean sharesCommits(int callers) {
        return callers > SharedCommits.ALONE;
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

    private CaseFile reviewed(CaseFile accepted, Application application, Acts acts) {
        if (shape == Shape.SEQUENTIAL) {
            return acts.time(
                    Act.REVIEW,
                    () ->
                            act(
                                    accepted,
                                    new org.tongban.casework.Act.PassStep(
                                            taskOf(accepted), application.opinion(Act.REVIEW))));
        }
        acts.together(
                Act.REVIEW,
                shape.reviewers(),
                officer -> passed(accepted, officer, application.opinion(Act.REVIEW)));
        return engine().casework().find(accepted.caseId()).orElseThrow();
    }

    /** On no version: each officer has a task of their own, and whoever is first does not count. */
    private void passed(CaseFile accepted, int officer, String opinion) {
        var task = accepted.openTasks().get(officer - 1).no();
        var performed =
                engine().casework()
                        .perform(
                                accepted.caseId(),
                                OptionalInt.empty(),
                                UUID.randomUUID(),
                                new org.tongban.casework.Act.PassStep(task, opinion),
                                STAFF);
        if (!(performed instanceof Performed.Done)) {
            throw new BenchFailed("an act was refused: " + performed);
        }
    }

    /** The pack of the county; for four agencies at once a copy whose item has their steps. */
    private Path pack(Path home) throws java.io.IOException {
        var county = Path.of("packs", "sandu");
        if (shape == Shape.SEQUENTIAL) return county;
        var copy = home.resolve("pack");
        try (var files = Files.walk(county)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(county.relativize(file)));
            }
        }
        var item = copy.resolve(Path.of("items", "market", ITEM + ".yaml"));
        var text = Files.readString(item);
        var changed = text.replaceFirst("(?m)^steps:\\n(?:  .*\\n)+", FOUR_AT_ONCE);
        if (changed.equals(text)) throw new BenchFailed("the item has no steps to replace");
        Files.writeString(item, changed);
        return copy;
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
                shape == Shape.SEQUENTIAL
                        ? Set.of("review")
                        : Set.of("review", "health", "environment", "land"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
