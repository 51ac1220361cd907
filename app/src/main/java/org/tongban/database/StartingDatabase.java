package org.tongban.database;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.tongban.home.Home;

/**
 * The embedded database while it comes up. A first start unpacks PostgreSQL and makes a cluster,
 * which takes as long as putting the application together: begun early, it costs no time of its
 * own.
 */
public final class StartingDatabase {

    private final CompletableFuture<EmbeddedDatabase> started = new CompletableFuture<>();

    private StartingDatabase() {}

    /** Begins to start the database of the folder, on a thread of its own. */
    public static StartingDatabase begin(Home home) {
        var starting = new StartingDatabase();
        Thread.ofPlatform().name("database-start").start(() -> starting.start(home));
        return starting;
    }

    private void start(Home home) {
        try {
            started.complete(EmbeddedDatabase.start(home.database(), home.binaries()));
        } catch (IOException | RuntimeException failed) {
            started.completeExceptionally(failed);
        }
    }

    /**
     * The database, once it serves.
     *
     * @throws IOException why it could not be started, for the person who started the program
     */
    EmbeddedDatabase await() throws IOException {
        try {
            return started.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof IOException reason) {
                throw reason;
            }
            throw failed;
        }
    }

    /**
     * Stops it again, for an application that could not be put together. Nothing to do when the
     * database itself did not come up, or was stopped with the application.
     *
     * @throws IOException when it does not stop; the next start in this folder stops it
     */
    public void abandon() throws IOException {
        EmbeddedDatabase database;
        try {
            database = await();
        } catch (IOException | CompletionException neverCameUp) {
            return;
        }
        database.close();
    }
}
