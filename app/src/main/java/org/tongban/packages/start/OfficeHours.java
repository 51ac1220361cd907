package org.tongban.packages.start;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tongban.packages.course.PartsReady;

/** Keeps {@link PartsOffice} at work on a node that serves. */
@Component
class OfficeHours implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OfficeHours.class);

    /** What another node has nudged is seen after this at the latest. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PartsOffice office;
    private final boolean serving;
    private final Semaphore nudge = new Semaphore(0);
    private volatile boolean running;

    OfficeHours(PartsOffice office, @Value("${tongban.followers:true}") boolean serving) {
        this.office = office;
        this.serving = serving;
    }

    @Override
    public void start() {
        running = true;
        if (serving) Thread.ofVirtual().name("package-parts").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        nudge.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PartsReady ignored) {
        nudge.release();
    }

    private void work() {
        while (running) {
            try {
                office.work();
            } catch (RuntimeException fault) {
                LOG.error("parts of applications stand still: {}", fault.getMessage(), fault);
            }
            await();
        }
    }

    private void await() {
        try {
            if (nudge.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) nudge.drainPermits();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
