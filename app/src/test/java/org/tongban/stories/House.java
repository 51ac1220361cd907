package org.tongban.stories;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.tongban.TestDatabase;
import org.tongban.Tongban;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.casework.line.Follower;
import org.tongban.casework.silence.SilenceJob;
import org.tongban.casework.takeover.TakeOverCases;
import org.tongban.catalogue.search.CatalogueIndex;
import org.tongban.certificates.TurnableClock;

/**
 * One running house for all stories: the real application with the Sandu pack, served over HTTP.
 */
final class House {

    private static final String PASSWORD = "tongban-2026";
    private static final House ONLY = open();

    private final int port;
    private final TurnableClock clock;
    private final GenericApplicationContext context;
    private Duration passed = Duration.ZERO;

    private House(int port, TurnableClock clock, GenericApplicationContext context) {
        this.port = port;
        this.clock = clock;
        this.context = context;
    }

    static House theOnly() {
        return ONLY;
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }

    String password() {
        return PASSWORD;
    }

    /**
     * Days go by for everybody in the house, and never come back: what a later story finds may be
     * older than it thinks. Who was signed in has to sign in again. What the law makes of a silence
     * is drawn at once, as the hourly job would.
     */
    void letDaysPass(int days) {
        passed = passed.plusDays(days);
        clock.turn(passed);
        part(SilenceJob.class).run();
    }

    /** So many working days go by, and whatever lies between them. */
    void letWorkingDaysPass(int days) {
        var until = WorkingCalendar.national().plusWorkingDays(today(), days);
        letDaysPass((int) ChronoUnit.DAYS.between(today(), until));
    }

    /** One part of the running application, for what no reader of pages does. */
    <T> T part(Class<T> of) {
        return context.getBean(of);
    }

    /** One of those who read the event line. */
    Follower follower(String name) {
        return context.getBeansOfType(Follower.class).values().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Running cases follow what changed hands, as the job of each minute would let them. */
    void movesCases() {
        part(TakeOverCases.class).run();
    }

    /** As the house reckons it. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static House open() {
        try {
            var clock = new TurnableClock();
            var database = TestDatabase.fresh();
            var properties = new HashMap<String, Object>();
            properties.put("server.port", "0");
            properties.put("TONGBAN_DB_URL", database.url());
            properties.put("TONGBAN_DB_USER", "postgres");
            properties.put("TONGBAN_DB_CONNECTIONS", "8");
            properties.put("TONGBAN_HOME", Files.createTempDirectory("tongban-story-").toString());
            properties.put("tongban.demo", "true");
            properties.put("tongban.fill", "true");
            properties.put("tongban.demo-cases", "40");
            properties.put(
                    "tongban.pack",
                    Path.of(System.getProperty("tongban.root", ".."), "packs", "sandu").toString());
            var application = new SpringApplication(Tongban.class);
            application.setDefaultProperties(properties);
            application.addInitializers(
                    context ->
                            context.getEnvironment()
                                    .getPropertySources()
                                    .addFirst(
                                            new org.springframework.core.env.MapPropertySource(
                                                    "house", properties)));
            application.addInitializers(
                    context ->
                            ((GenericApplicationContext) context)
                                    .registerBean(
                                            "turnableClock",
                                            Clock.class,
                                            () -> clock,
                                            bean -> bean.setPrimary(true)));
            var context = (GenericApplicationContext) application.run();
            // Nobody comes before the lists are there.
            context.getBean(CatalogueIndex.class).awaitMeaning();
            return new House(
                    ((WebServerApplicationContext) context).getWebServer().getPort(),
                    clock,
                    context);
        } catch (java.io.IOException noRoom) {
            throw new IllegalStateException("no folder for the house", noRoom);
        }
    }
}
