package org.tongban.bench;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.OptimisticLockingException;
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

    private static final String PROCESS = "administrativeCase";

    private final Clock clock;
    private final Shape shape;
    private @Nullable ProcessEngine engine;

    OperatonContender(Clock clock, Shape shape) {
        this.clock = clock;
        this.shape = shape;
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
        started.getRepositoryService().createDeployment().addClasspathResource(model()).deploy();
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
        return "bpmn/operaton-" + (shape == Shape.SEQUENTIAL ? "case" : "parallel") + ".bpmn";
    }

    /** Whoever meets another at the join is told to do it over, as its users have to. */
    private void reviewUntilDone(int officer, String instanceId, Application application) {
        while (true) {
            try {
                complete(Act.REVIEW, Act.REVIEW.label() + officer, instanceId, application);
                return;
            } catch (OptimisticLockingException anotherWasFaster) {
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
        configuration()
                .getCommandExecutorTxRequired()
                .execute(
                        _ -> {
                            var found =
                                    tasks.createTaskQuery()
                                            .processInstanceId(instanceId)
                                            .taskDefinitionKey(task)
                                            .singleResult();
                            tasks.createComment(
                                    found.getId(), instanceId, application.opinion(act));
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
