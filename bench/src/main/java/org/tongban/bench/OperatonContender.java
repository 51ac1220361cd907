package org.tongban.bench;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.persistence.StrongUuidGenerator;

/**
 * Operaton as its standalone configuration comes, but with UUIDs, as its Spring Boot starter sets
 * it: the plain default draws blocks of ids from a table over a second connection, and with as many
 * callers as connections each caller then waits for another, and the run ends in timeouts.
 *
 * <p>Finding the task, the comment and the completion share one command and so one transaction,
 * which is what an Operaton user gets from Spring's transactions; as three calls they would cost it
 * two commits an act.
 */
final class OperatonContender implements Contender {

    private static final String MODEL = "bpmn/operaton-case.bpmn";
    private static final String PROCESS = "administrativeCase";

    private final Clock clock;
    private @Nullable ProcessEngine engine;

    OperatonContender(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "Operaton 1.0.3";
    }

    @Override
    public void prepare(DataSource database) {
        var beans = new HashMap<Object, Object>();
        beans.put("deadlines", new Deadlines(clock));
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("operaton-bench");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans);
        var started = configuration.buildProcessEngine();
        started.getRepositoryService().createDeployment().addClasspathResource(MODEL).deploy();
        engine = started;
    }

    @Override
    public String settings() {
        var configuration = configuration();
        return "history level %s, ids by %s, job executor %s"
                .formatted(
                        configuration.getHistoryLevel().getName(),
                        configuration.getIdGenerator().getClass().getSimpleName(),
                        configuration.isJobExecutorActivate() ? "on" : "off");
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
        configuration()
                .getCommandExecutorTxRequired()
                .execute(
                        _ -> {
                            var task =
                                    tasks.createTaskQuery()
                                            .processInstanceId(instanceId)
                                            .taskDefinitionKey(act.label())
                                            .singleResult();
                            tasks.createComment(task.getId(), instanceId, application.opinion(act));
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

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) running().getProcessEngineConfiguration();
    }

    private ProcessEngine running() {
        var running = engine;
        if (running == null) {
            throw new IllegalStateException("prepare() comes first");
        }
        return running;
    }
}
