package org.tongban.bench;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Flowable as its standalone configuration comes, but with UUIDs, as its Spring Boot starter sets
 * it: the plain default draws blocks of ids from a table over a second connection, and with as many
 * callers as connections a caller can then wait for another.
 *
 * <p>Finding the task, the comment and the completion share one command and so one transaction,
 * which is what a Flowable user gets from Spring's transactions; as three calls they would cost it
 * two commits an act.
 */
final class FlowableContender implements Contender {

    private static final String PROCESS = "administrativeCase";

    private final Clock clock;
    private final Shape shape;
    private @Nullable ProcessEngine engine;

    FlowableContender(Clock clock, Shape shape) {
        this.clock = clock;
        this.shape = shape;
    }

    @Override
    public String name() {
        return "Flowable 8.0.0";
    }

    @Override
    public void prepare(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setEngineName("flowable-bench");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setAsyncExecutorActivate(false);
        configuration.setBeans(Map.of("deadlines", new Deadlines(clock)));
        var started = configuration.buildProcessEngine();
        started.getRepositoryService().createDeployment().addClasspathResource(model()).deploy();
        engine = started;
    }

    @Override
    public String settings() {
        var configuration =
                (StandaloneProcessEngineConfiguration) running().getProcessEngineConfiguration();
        return "history level %s, ids by %s, async executor %s"
                .formatted(
                        configuration.getHistoryLevel().getKey(),
                        configuration.getIdGenerator().getClass().getSimpleName(),
                        configuration.isAsyncExecutorActivate() ? "on" : "off");
    }

    @Override
    public void runCase(long number, Acts acts) {
        var application = Application.of(number);
        var instanceId = acts.time(Act.APPLY, () -> apply(application));
        acts.time(Act.ACCEPT, () -> complete(Act.ACCEPT, instanceId, application));
        if (shape == Shape.SEQUENTIAL) {
            acts.time(Act.REVIEW, () -> complete(Act.REVIEW, instanceId, application));
        } else {
            acts.together(
                    Act.REVIEW,
                    shape.reviewers(),
                    officer -> reviewUntilDone(officer, instanceId, application));
        }
        acts.time(Act.APPROVE, () -> complete(Act.APPROVE, instanceId, application));
        acts.time(Act.ISSUE, () -> complete(Act.ISSUE, instanceId, application));
        acts.time(Act.DELIVER, () -> complete(Act.DELIVER, instanceId, application));
    }

    private String model() {
        return "bpmn/flowable-" + (shape == Shape.SEQUENTIAL ? "case" : "parallel") + ".bpmn20.xml";
    }

    /** Whoever meets another at the join is told to do it over, as its users have to. */
    private void reviewUntilDone(int officer, String instanceId, Application application) {
        while (true) {
            try {
                complete(Act.REVIEW, Act.REVIEW.label() + officer, instanceId, application);
                return;
            } catch (FlowableOptimisticLockingException anotherWasFaster) {
                Thread.onSpinWait();
            }
        }
    }

    private String apply(Application application) {
        running().getIdentityService().setAuthenticatedUserId(application.idNumber());
        return running()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        PROCESS,
                        application.caseNo(),
                        Map.of(
                                "applicant", application.applicant(),
                                "idNumber", application.idNumber(),
                                "item", application.item(),
                                "form", application.form()))
                .getId();
    }

    private void complete(Act act, String instanceId, Application application) {
        complete(act, act.label(), instanceId, application);
    }

    private void complete(Act act, String task, String instanceId, Application application) {
        running().getIdentityService().setAuthenticatedUserId("officer-" + task);
        var tasks = running().getTaskService();
        running()
                .getManagementService()
                .executeCommand(
                        _ -> {
                            var found =
                                    tasks.createTaskQuery()
                                            .processInstanceId(instanceId)
                                            .taskDefinitionKey(task)
                                            .singleResult();
                            tasks.addComment(found.getId(), instanceId, application.opinion(act));
                            tasks.complete(found.getId(), Map.of(task + "Result", "granted"));
                            return act;
                        });
    }

    @Override
    public long finishedCases() {
        return running()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .finished()
                .count();
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private ProcessEngine running() {
        var running = engine;
        if (running == null) {
            throw new IllegalStateException("prepare() comes first");
        }
        return running;
    }
}
