package org.tongban.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.DSLContext;

/**
 * Puts the pack of Sandu in force for a test. An import takes seconds and changes nothing when
 * nothing has changed: it is left out while the items of the database are those of the import
 * before.
 */
public final class SanduInForce {

    private static final Path SANDU =
            Path.of(System.getProperty("tongban.root", ".."), "packs", "sandu");

    private static final String PASSWORD = "tongban-2026";

    /** What the items of a database came to after the import, by the name of the database. */
    private static final ConcurrentMap<String, String> IMPORTED = new ConcurrentHashMap<>();

    private SanduInForce() {}

    /** With the staff and applicants of a demonstration, whose password is tongban-2026. */
    public static void in(PackImport packs, DSLContext db) throws IOException {
        var database = answer(db, "SELECT current_database()");
        if (items(db).equals(IMPORTED.get(database))) {
            return;
        }
        var imported = packs.run(SANDU, Optional.of(PASSWORD));
        if (!imported.isDone()) {
            throw new IllegalStateException(imported.errors().toString());
        }
        IMPORTED.put(database, items(db));
    }

    private static String items(DSLContext db) {
        return answer(
                db,
                "SELECT (SELECT md5(string_agg(md5(i::text), '' ORDER BY md5(i::text))) FROM item i)"
                        + " || (SELECT md5(string_agg(md5(v::text), '' ORDER BY md5(v::text)))"
                        + " FROM item_version v)");
    }

    private static String answer(DSLContext db, String question) {
        var answered = db.fetchSingle(question).get(0, String.class);
        // Without items there is nothing to join.
        return Objects.requireNonNullElse(answered, "");
    }
}
