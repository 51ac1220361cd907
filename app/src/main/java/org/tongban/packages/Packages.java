package org.tongban.packages;

import static org.tongban.schema.Tables.PACKAGE;
import static org.tongban.schema.Tables.PACKAGE_VERSION;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * The packages of the place. Every version is kept: what was sent stays what it was. Versions never
 * change and are kept in memory too: a place has some hundreds of them in its life.
 */
@Component
public class Packages {

    /** A place has some dozens; the national list of 2025 names 153. */
    static final int MOST = 500;

    private record Version(String key, int version) {}

    private final DSLContext db;
    private final Clock clock;
    private final ConcurrentMap<Version, PublishedPackage> versions = new ConcurrentHashMap<>();

    Packages(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The version that people can apply under. */
    public Optional<PublishedPackage> current(String key) {
        return named(PACKAGE.PACKAGE_KEY.eq(key).and(PACKAGE.IN_USE.isTrue())).stream().findFirst();
    }

    /** The last version, also of a package that nobody can apply for any more. */
    public Optional<PublishedPackage> latest(String key) {
        return named(PACKAGE.PACKAGE_KEY.eq(key)).stream().findFirst();
    }

    /** All in use, in the place's order. */
    public List<PublishedPackage> all() {
        return named(PACKAGE.IN_USE.isTrue());
    }

    private List<PublishedPackage> named(Condition which) {
        return db
                .select(PACKAGE.PACKAGE_KEY, PACKAGE.CURRENT_VERSION)
                .from(PACKAGE)
                .where(which)
                .orderBy(PACKAGE.PLACE_IN_LIST, PACKAGE.PACKAGE_KEY)
                .limit(MOST)
                .fetch()
                .stream()
                .flatMap(row -> version(row.value1(), row.value2()).stream())
                .toList();
    }

    /** A version that was published once. No statement when it was asked for before. */
    public Optional<PublishedPackage> version(String key, int version) {
        var asked = new Version(key, version);
        var kept = versions.get(asked);
        if (kept != null) return Optional.of(kept);
        var read =
                db.select(PACKAGE_VERSION.PUBLISHED_AT, PACKAGE_VERSION.DEFINITION)
                        .from(PACKAGE_VERSION)
                        .where(PACKAGE_VERSION.PACKAGE_KEY.eq(key))
                        .and(PACKAGE_VERSION.VERSION.eq(version))
                        .fetchOptional(
                                row ->
                                        new PublishedPackage(
                                                version,
                                                row.value1().toInstant(),
                                                PackageJson.read(row.value2().data())));
        read.ifPresent(there -> versions.put(asked, there));
        return read;
    }

    /**
     * Publishes the packages of a place: what is changed becomes a new version, what is not named
     * can no longer be applied for. Runs within the caller's transaction.
     *
     * @param definitions in the place's order
     */
    public void replaceWith(List<PackageDefinition> definitions) {
        for (var place = 0; place < definitions.size(); place++) {
            put(definitions.get(place), place + 1);
        }
        db.update(PACKAGE)
                .set(PACKAGE.IN_USE, false)
                .where(
                        PACKAGE.PACKAGE_KEY.notIn(
                                definitions.stream().map(PackageDefinition::key).toList()))
                .execute();
    }

    /**
     * Publishes one package beside the others: a new version, in its place in the list, or at the
     * end of it. Runs within the caller's transaction.
     *
     * @param seen the version on which it was written; 0: there is none yet
     * @return false when somebody was faster, and nothing was done
     */
    public boolean publish(PackageDefinition definition, int seen) {
        var place =
                db.select(PACKAGE.CURRENT_VERSION, PACKAGE.PLACE_IN_LIST)
                        .from(PACKAGE)
                        .where(PACKAGE.PACKAGE_KEY.eq(definition.key()))
                        .forUpdate()
                        .fetchOptional();
        if (place.map(row -> row.value1()).orElse(0) != seen) return false;
        put(
                definition,
                place.map(row -> row.value2())
                        .orElseGet(
                                () ->
                                        1
                                                + db.select(
                                                                DSL.coalesce(
                                                                        DSL.max(
                                                                                PACKAGE.PLACE_IN_LIST),
                                                                        0))
                                                        .from(PACKAGE)
                                                        .fetchSingle()
                                                        .value1()));
        return true;
    }

    private void put(PackageDefinition definition, int place) {
        var before = latest(definition.key());
        var changed = before.filter(old -> old.definition().equals(definition)).isEmpty();
        var version = before.map(PublishedPackage::version).orElse(0) + (changed ? 1 : 0);
        db.insertInto(PACKAGE)
                .set(PACKAGE.PACKAGE_KEY, definition.key())
                .set(PACKAGE.CURRENT_VERSION, version)
                .set(PACKAGE.IN_USE, true)
                .set(PACKAGE.PLACE_IN_LIST, place)
                .onConflict(PACKAGE.PACKAGE_KEY)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        if (!changed) return;
        db.insertInto(PACKAGE_VERSION)
                .set(PACKAGE_VERSION.PACKAGE_KEY, definition.key())
                .set(PACKAGE_VERSION.VERSION, version)
                .set(PACKAGE_VERSION.PUBLISHED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(PACKAGE_VERSION.DEFINITION, JSONB.valueOf(PackageJson.write(definition)))
                .execute();
    }
}
