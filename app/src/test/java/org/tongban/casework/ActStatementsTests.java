package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tongban.TestDatabase;
import org.tongban.Tongban;
import org.tongban.catalogue.Catalogue;
import org.tongban.pack.PackImport;

/** What an act costs, in statements: that is what makes it fast, on every machine. */
@SpringBootTest(
        classes = Tongban.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "tongban.followers=false")
@Import(ActStatementsTests.Counting.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("H5")
class ActStatementsTests {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();
    private static final String ITEM = "food-business-new";

    @Autowired Casework casework;
    @Autowired Catalogue catalogue;
    @Autowired PackImport packs;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.serve(registry);
    }

    @TestConfiguration
    static class Counting {
        @Bean
        static BeanPostProcessor countStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? counting(source) : bean;
                }
            };
        }

        /** Every statement is prepared, whichever library sends it. */
        private static DataSource counting(DataSource source) {
            return new DelegatingDataSource(source) {
                @Override
                public Connection getConnection() throws SQLException {
                    return counting(super.getConnection());
                }
            };
        }

        private static Connection counting(Connection connection) {
            return (Connection)
                    Proxy.newProxyInstance(
                            Connection.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (_, method, arguments) -> {
                                if (method.getName().equals("prepareStatement")) {
                                    STATEMENTS.add(
                                            String.valueOf(arguments[0])
                                                    .strip()
                                                    .toLowerCase(Locale.ROOT));
                                }
                                try {
                                    return method.invoke(connection, arguments);
                                } catch (InvocationTargetException refused) {
                                    throw refused.getCause();
                                }
                            });
        }
    }

    @BeforeAll
    void thePackIsThereAndOneCaseHasWarmedEverything() throws Exception {
        packs.run(
                Path.of(System.getProperty("tongban.root", ".."), "packs", "sandu"),
                Optional.empty());
        carry(submit());
    }

    @Test
    void handingInIsOneStatementAndAtMostTwoForNumbers() {
        STATEMENTS.clear();

        submit();

        assertThat(STATEMENTS).hasSizeLessThanOrEqualTo(3);
        assertThat(STATEMENTS.stream().filter(s -> s.startsWith("with moved"))).hasSize(1);
    }

    @Test
    void everyActInARunStoresOnceAndReadsNothing() {
        var file = submit();
        file = counted(file, new Act.Accept());
        while (!file.openTasks().isEmpty()) {
            var task = file.openTasks().getFirst();
            file =
                    counted(
                            file,
                            task.decision()
                                    ? new Act.Grant(task.no(), "")
                                    : new Act.PassStep(task.no(), "同意"));
        }
        counted(file, new Act.Deliver(Act.DeliveryWay.WINDOW, "韦某兰"));
    }

    @Test
    void actsOnAPromiseAndAmongColleaguesCostNoMore() {
        // The papers of these acts take their blocks of numbers first.
        act(submit(), new Act.AcceptTolerantly(List.of("floor-plan"), true));

        var file = cheap(submit(), new Act.AcceptTolerantly(List.of("floor-plan"), true));
        file =
                cheap(
                        file,
                        new Act.Consult(
                                1,
                                Consultation.Form.COUNTERSIGN,
                                Consultation.Rule.ALL,
                                List.of("health-review", "land-review"),
                                "请会签",
                                0));
        file = cheap(file, new Act.GiveOpinion(2, true, "同意"));
        file = cheap(file, new Act.GiveOpinion(3, true, "同意"));
        file = cheap(file, new Act.WriteNote("备注"));
        file = cheap(file, new Act.BringPapers(List.of("floor-plan"), 0));
        cheap(file, new Act.PassStep(1, "同意"));
    }

    private CaseFile cheap(CaseFile file, Act act) {
        STATEMENTS.clear();

        var next = act(file, act);

        assertThat(STATEMENTS).as(act.toString()).hasSizeLessThanOrEqualTo(3);
        assertThat(STATEMENTS.stream().filter(s -> s.startsWith("with moved")))
                .as("stores of " + act)
                .hasSize(1);
        return next;
    }

    /**
     * A store, and now and then a block of numbers for the papers; nothing is read, because this
     * node has just written the case.
     */
    private CaseFile counted(CaseFile file, Act act) {
        STATEMENTS.clear();

        var next = act(file, act);

        assertThat(STATEMENTS).as(act.toString()).hasSizeLessThanOrEqualTo(2);
        assertThat(STATEMENTS.stream().filter(s -> s.startsWith("select")))
                .as("loads of " + act)
                .isEmpty();
        assertThat(STATEMENTS.stream().filter(s -> s.startsWith("with moved")))
                .as("stores of " + act)
                .hasSize(1);
        return next;
    }

    private void carry(CaseFile submitted) {
        var file = act(submitted, new Act.Accept());
        while (!file.openTasks().isEmpty()) {
            var task = file.openTasks().getFirst();
            file =
                    act(
                            file,
                            task.decision()
                                    ? new Act.Grant(task.no(), "")
                                    : new Act.PassStep(task.no(), "同意"));
        }
    }

    private CaseFile act(CaseFile file, Act act) {
        var posts =
                file.openTasks().stream()
                        .map(CaseTask::post)
                        .collect(java.util.stream.Collectors.toSet());
        var actor =
                new Actor(
                        Actor.Kind.STAFF,
                        "all",
                        "all",
                        Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE, Right.DELIVER),
                        posts,
                        Optional.empty());
        var performed =
                casework.perform(
                        file.caseId(),
                        OptionalInt.of(file.version()),
                        UUID.randomUUID(),
                        act,
                        actor);
        assertThat(performed).isInstanceOf(Performed.Done.class);
        return ((Performed.Done) performed).file();
    }

    private CaseFile submit() {
        var applicant =
                new Applicant(
                        Applicant.Kind.PERSON,
                        "韦某兰",
                        "990101199001010019",
                        "韦某兰",
                        "13800003210",
                        "三合街道");
        var item = catalogue.current(ITEM).orElseThrow();
        return casework.submit(
                new Submission(
                        UUID.randomUUID(),
                        ITEM,
                        item.version(),
                        Channel.ONLINE,
                        new PrivatePart(applicant, Map.of(), Map.of()),
                        Act.DeliveryWay.WINDOW,
                        Set.copyOf(item.definition().steps().stream().map(s -> s.key()).toList()),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                Actor.applicant("a", "韦某兰"));
    }
}
