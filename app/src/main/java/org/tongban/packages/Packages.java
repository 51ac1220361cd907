package org.tongban.packages;

import static org.tongban.schema.Tables.PACKAGE;
import static org.tongban.schema.Tables.PACKAGE_VERSION;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The packages of the place. Every version is kept: what was sent stays what it was. */
@Component
public class Packages {

    /** A place has some dozens; the national list of 2025 names 153. */
    static final int MOST = 500;

    private final DSLContext db;
    private final Clock clock;

    Packages(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The version that people can apply under. */
    public Optional<PublishedPackage> current(String key) {
        return read(
                        PACKAGE.PACKAGE_KEY
                                .eq(key)
                                .and(PACKAGE.IN_USE.isTrue())
                                .and(PACKAGE_VERSION.VERSION.eq(PACKAGE.CURRENT_VERSION)))
                .stream()
                .findFirst();
    }

    /** The last version, also of a package that nobody can apply for any more. */
    public Optional<PublishedPackage> latest(String key) {
        return read(
                        PACKAGE.PACKAGE_KEY
                                .eq(key)
                                .and(PACKAGE_VERSION.VERSION.eq(PACKAGE.CURRENT_VERSION)))
                .stream()
                .findFirst();
    }

    /** A version that was published once. */
    public Optional<PublishedPackage> version(String key, int version) {
        return read(PACKAGE.PACKAGE_KEY.eq(key).and(PACKAGE_VERSION.VERSION.eq(version))).stream()
                .findFirst();
    }

    /** All in use, in the place's order. */
    public List<PublishedPackage> all() {
        return read(
                PACKAGE.IN_USE.isTrue().and(PACKAGE_VERSION.VERSION.eq(PACKAGE.CURRENT_VERSION)));
    }

    private List<PublishedPackage> read(Condition which) {
        return db.select(
                        PACKAGE_VERSION.VERSION,
                        PACKAGE_VERSION.PUBLISHED_AT,
                        PACKAGE_VERSION.DEFINITION)
                .from(PACKAGE)
                .join(PACKAGE_VERSION)
                .on(PACKAGE_VERSION.PACKAGE_KEY.eq(PACKAGE.PACKAGE_KEY))
                .where(which)
                .orderBy(PACKAGE.PLACE_IN_LIST, PACKAGE.PACKAGE_KEY)
                .limit(MOST)
                .fetch(
                        row ->
                                new PublishedPackage(
                                        row.value1(),
                                        row.value2().toInstant(),
                                        PackageJson.read(row.value3().data())));
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
