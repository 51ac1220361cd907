package org.tongban.bench;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
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

    private static final String MODEL = "bpmn/flowable-case.bpmn20.xml";
    private static final String PROCESS = "administrativeCase";

    private final Clock clock;
    private @Nullable ProcessEngine engine;

    FlowableContender(Clock clock) {
        this.clock = clock;
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
        started.getRepositoryService().createDeployment().addClasspathResource(MODEL).deploy();
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
        acts.time(Act.REVIEW, () -> complete(Act.REVIEW, instanceId, application));
        acts.time(Act.APPROVE, () -> complete(Act.APPROVE, instanceId, application));
        acts.time(Act.ISSUE, () -> complete(Act.ISSUE, instanceId, application));
        acts.time(Act.DELIVER, () -> complete(Act.DELIVER, instanceId, application));
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
        running().getIdentityService().setAuthenticatedUserId("officer-" + act.label());
        var tasks = running().getTaskService();
        running()
                .getManagementService()
                .executeCommand(
                        _ -> {
                            var task =
                                    tasks.createTaskQuery()
                                            .processInstanceId(instanceId)
                                            .taskDefinitionKey(act.label())
                                            .singleResult();
                            tasks.addComment(task.getId(), instanceId, application.opinion(act));
                            tasks.complete(task.getId(), Map.of(act.label() + "Result", "granted"));
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
