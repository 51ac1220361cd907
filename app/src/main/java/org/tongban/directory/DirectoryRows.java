package org.tongban.directory;

import static org.tongban.schema.tables.Agency.AGENCY;
import static org.tongban.schema.tables.Centre.CENTRE;
import static org.tongban.schema.tables.Place.PLACE;
import static org.tongban.schema.tables.Post.POST;
import static org.tongban.schema.tables.Region.REGION;
import static org.tongban.schema.tables.ServiceWindow.SERVICE_WINDOW;
import static org.tongban.schema.tables.Staff.STAFF;
import static org.tongban.schema.tables.StaffPost.STAFF_POST;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongban.database.RowIds;

/** The directory's rows: read whole into a snapshot, replaced whole by an import. */
final class DirectoryRows {

    private final DSLContext db;
    private final RowIds ids;

    DirectoryRows(DSLContext db, RowIds ids) {
        this.db = db;
        this.ids = ids;
    }

    /** Nothing here has a limit: all of a place's directory fits into memory by its nature. */
    Place read() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // An import reads what it has just written; its transaction cannot be changed any more.
            return read(db);
        }
        // One snapshot of the database, so that an import on another node is seen whole.
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    tx.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                    return read(tx);
                });
    }

    private static Place read(DSLContext tx) {
        var windows =
                tx.selectFrom(SERVICE_WINDOW)
                        .orderBy(SERVICE_WINDOW.WINDOW_KEY)
                        .fetchGroups(SERVICE_WINDOW.CENTRE_KEY, DirectoryRows::window);
        var held =
                tx.selectFrom(STAFF_POST)
                        .orderBy(STAFF_POST.POST_KEY)
                        .fetchGroups(STAFF_POST.STAFF_ID, STAFF_POST.POST_KEY);
        return new Place(
                tx.selectFrom(PLACE).fetchOptional(DirectoryRows::identity),
                tx.selectFrom(REGION).orderBy(REGION.REGION_CODE).fetch(DirectoryRows::region),
                tx.selectFrom(AGENCY)
                        .orderBy(AGENCY.PLACE_IN_LIST, AGENCY.AGENCY_KEY)
                        .fetch(DirectoryRows::agency),
                tx.selectFrom(CENTRE)
                        .orderBy(CENTRE.PLACE_IN_LIST, CENTRE.CENTRE_KEY)
                        .fetch(row -> centre(row, windows)),
                tx.selectFrom(POST).orderBy(POST.POST_KEY).fetch(DirectoryRows::post),
                tx.selectFrom(STAFF).orderBy(STAFF.STAFF_NO).fetch(row -> member(row, held)));
    }

    void replace(DirectoryImport pack, Optional<String> passwordHash) {
        db.transaction(
                work -> {
                    var tx = work.dsl();
                    // Two imports at once wait for each other instead of mixing.
                    tx.execute("LOCK TABLE place, staff_post IN SHARE ROW EXCLUSIVE MODE");
                    regions(tx, pack.regions());
                    identity(tx, pack.identity());
                    agencies(tx, pack.agencies());
                    centres(tx, pack.centres());
                    posts(tx, pack.posts());
                    people(tx, pack.people(), passwordHash);
                });
    }

    /** Parents first, for a child's row refers to its parent's. */
    private static void regions(DSLContext tx, List<Region> regions) {
        var fromAbove = new ArrayList<>(regions);
        fromAbove.sort(Comparator.comparing(Region::level));
        var rows = new ArrayList<Query>();
        for (var region : fromAbove) {
            var parent = region.parent().orElse(null);
            rows.add(
                    tx.insertInto(REGION)
                            .set(REGION.REGION_CODE, region.code())
                            .set(REGION.NAME, region.name())
                            .set(REGION.LEVEL, stored(region.level()))
                            .set(REGION.PARENT_CODE, parent)
                            .set(REGION.VIRTUAL, region.virtual())
                            .onConflict(REGION.REGION_CODE)
                            .doUpdate()
                            .set(REGION.NAME, region.name())
                            .set(REGION.LEVEL, stored(region.level()))
                            .set(REGION.PARENT_CODE, parent)
                            .set(REGION.VIRTUAL, region.virtual()));
        }
        tx.batch(rows).execute();
    }

    private static void identity(DSLContext tx, Place.Identity place) {
        tx.insertInto(PLACE)
                .set(PLACE.NAME, place.name())
                .set(PLACE.REGION_CODE, place.region())
                .set(PLACE.HOTLINE, place.hotline())
                .set(PLACE.POLICIES, JSONB.valueOf(place.policies()))
                .onConflict(PLACE.ONLY_ROW)
                .doUpdate()
                .set(PLACE.NAME, place.name())
                .set(PLACE.REGION_CODE, place.region())
                .set(PLACE.HOTLINE, place.hotline())
                .set(PLACE.POLICIES, JSONB.valueOf(place.policies()))
                .execute();
    }

    private static void agencies(DSLContext tx, List<Agency> agencies) {
        var rows = new ArrayList<Query>();
        for (var at = 0; at < agencies.size(); at++) {
            var values = values(agencies.get(at), at);
            rows.add(
                    tx.insertInto(AGENCY)
                            .set(values)
                            .onConflict(AGENCY.AGENCY_KEY)
                            .doUpdate()
                            .set(values));
        }
        tx.batch(rows).execute();
    }

    private static Record values(Agency agency, int at) {
        var row = AGENCY.newRecord();
        row.setAgencyKey(agency.key());
        row.setName(agency.name());
        row.setShortName(agency.shortName());
        row.setNoticeMark(agency.noticeMark());
        row.setCreditCode(agency.creditCode());
        row.setKind(stored(agency.kind()));
        row.setWindowKind(stored(agency.windowKind()));
        row.setWindows(boxed(agency.windows()));
        row.setFrontStaff(boxed(agency.front()));
        row.setBackStaff(boxed(agency.back()));
        row.setNote(agency.note().orElse(null));
        row.setPhone(agency.phone());
        row.setComplaintPhone(agency.complaintPhone());
        row.setAddress(agency.address());
        row.setRegionCode(agency.region());
        row.setPlaceInList(at);
        return row;
    }

    private static void centres(DSLContext tx, List<Centre> centres) {
        var rows = new ArrayList<Query>();
        for (var at = 0; at < centres.size(); at++) {
            var centre = centres.get(at);
            var row = CENTRE.newRecord();
            row.setCentreKey(centre.key());
            row.setName(centre.name());
            row.setRegionCode(centre.region());
            row.setAddress(centre.address());
            row.setHours(centre.hours());
            row.setPlaceInList(at);
            rows.add(
                    tx.insertInto(CENTRE)
                            .set(row)
                            .onConflict(CENTRE.CENTRE_KEY)
                            .doUpdate()
                            .set(row));
            for (var window : centre.windows()) {
                rows.add(windowRow(tx, window));
            }
        }
        tx.batch(rows).execute();
    }

    private static Query windowRow(DSLContext tx, Window window) {
        var row = SERVICE_WINDOW.newRecord();
        row.setWindowKey(window.key());
        row.setCentreKey(window.centre());
        row.setName(window.name());
        row.setKind(window.isComprehensive() ? "comprehensive" : "agency");
        row.setAgencyKey(window.agency().orElse(null));
        return tx.insertInto(SERVICE_WINDOW)
                .set(row)
                .onConflict(SERVICE_WINDOW.WINDOW_KEY)
                .doUpdate()
                .set(row);
    }

    private static void posts(DSLContext tx, List<Post> posts) {
        var rows = new ArrayList<Query>();
        for (var post : posts) {
            var row = POST.newRecord();
            row.setPostKey(post.key());
            row.setName(post.name());
            row.setAgencyKey(post.agency().orElse(null));
            row.setWindowKey(post.window().orElse(null));
            row.setRights(post.rights().stream().sorted().toArray(String[]::new));
            row.setScope(stored(post.scope()));
            rows.add(tx.insertInto(POST).set(row).onConflict(POST.POST_KEY).doUpdate().set(row));
        }
        tx.batch(rows).execute();
    }

    private void people(
            DSLContext tx, List<DirectoryImport.Person> people, Optional<String> passwordHash) {
        var logins = people.stream().map(DirectoryImport.Person::login).toList();
        tx.update(STAFF)
                .set(STAFF.ACTIVE, false)
                .where(STAFF.LOGIN.notIn(logins))
                .and(STAFF.ACTIVE)
                .execute();
        tx.deleteFrom(STAFF_POST).execute();
        for (var person : people) {
            var id = person(tx, person, passwordHash);
            for (var post : person.posts()) {
                tx.insertInto(STAFF_POST)
                        .set(STAFF_POST.STAFF_ID, id)
                        .set(STAFF_POST.POST_KEY, post)
                        .onConflictDoNothing()
                        .execute();
            }
        }
    }

    private UUID person(
            DSLContext tx, DirectoryImport.Person person, Optional<String> passwordHash) {
        var hash = passwordHash.orElse(null);
        var demoRole = person.demoRole().orElse(null);
        return tx.insertInto(STAFF)
                .set(STAFF.STAFF_ID, ids.next())
                .set(STAFF.LOGIN, person.login())
                .set(STAFF.NAME, person.name())
                .set(STAFF.STAFF_NO, person.staffNo())
                .set(STAFF.DEMO_ROLE, demoRole)
                .set(STAFF.PASSWORD_HASH, hash)
                .onConflict(STAFF.LOGIN)
                .doUpdate()
                .set(STAFF.NAME, person.name())
                .set(STAFF.STAFF_NO, person.staffNo())
                .set(STAFF.DEMO_ROLE, demoRole)
                .set(STAFF.ACTIVE, true)
                // A password that somebody has chosen outlives every import.
                .set(STAFF.PASSWORD_HASH, DSL.coalesce(STAFF.PASSWORD_HASH, DSL.val(hash)))
                .returningResult(STAFF.STAFF_ID)
                .fetchSingle(STAFF.STAFF_ID);
    }

    private static Place.Identity identity(Record row) {
        return new Place.Identity(
                row.get(PLACE.NAME),
                row.get(PLACE.REGION_CODE),
                row.get(PLACE.HOTLINE),
                row.get(PLACE.POLICIES).data());
    }

    private static Region region(Record row) {
        return new Region(
                row.get(REGION.REGION_CODE),
                row.get(REGION.NAME),
                Region.Level.valueOf(constant(row.get(REGION.LEVEL))),
                Optional.ofNullable(row.get(REGION.PARENT_CODE)),
                row.get(REGION.VIRTUAL));
    }

    private static Agency agency(Record row) {
        return new Agency(
                row.get(AGENCY.AGENCY_KEY),
                row.get(AGENCY.NAME),
                row.get(AGENCY.SHORT_NAME),
                row.get(AGENCY.NOTICE_MARK),
                row.get(AGENCY.CREDIT_CODE),
                Agency.Kind.valueOf(constant(row.get(AGENCY.KIND))),
                Agency.WindowKind.valueOf(constant(row.get(AGENCY.WINDOW_KIND))),
                optional(row.get(AGENCY.WINDOWS)),
                optional(row.get(AGENCY.FRONT_STAFF)),
                optional(row.get(AGENCY.BACK_STAFF)),
                Optional.ofNullable(row.get(AGENCY.NOTE)),
                row.get(AGENCY.PHONE),
                row.get(AGENCY.COMPLAINT_PHONE),
                row.get(AGENCY.ADDRESS),
                row.get(AGENCY.REGION_CODE));
    }

    private static Centre centre(Record row, Map<String, List<Window>> windows) {
        return new Centre(
                row.get(CENTRE.CENTRE_KEY),
                row.get(CENTRE.NAME),
                row.get(CENTRE.REGION_CODE),
                row.get(CENTRE.ADDRESS),
                row.get(CENTRE.HOURS),
                windows.getOrDefault(row.get(CENTRE.CENTRE_KEY), List.of()));
    }

    private static Window window(Record row) {
        return new Window(
                row.get(SERVICE_WINDOW.WINDOW_KEY),
                row.get(SERVICE_WINDOW.CENTRE_KEY),
                row.get(SERVICE_WINDOW.NAME),
                Optional.ofNullable(row.get(SERVICE_WINDOW.AGENCY_KEY)));
    }

    private static Post post(Record row) {
        return new Post(
                row.get(POST.POST_KEY),
                row.get(POST.NAME),
                Optional.ofNullable(row.get(POST.AGENCY_KEY)),
                Optional.ofNullable(row.get(POST.WINDOW_KEY)),
                Set.of(row.get(POST.RIGHTS)),
                Post.Scope.valueOf(constant(row.get(POST.SCOPE))));
    }

    private static StaffMember member(Record row, Map<UUID, List<String>> held) {
        return new StaffMember(
                row.get(STAFF.STAFF_ID),
                row.get(STAFF.LOGIN),
                row.get(STAFF.NAME),
                row.get(STAFF.STAFF_NO),
                held.getOrDefault(row.get(STAFF.STAFF_ID), List.of()),
                Optional.ofNullable(row.get(STAFF.DEMO_ROLE)),
                row.get(STAFF.ACTIVE));
    }

    private static String stored(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(String stored) {
        return stored.toUpperCase(Locale.ROOT);
    }

    private static @Nullable Integer boxed(OptionalInt figure) {
        return figure.isPresent() ? Integer.valueOf(figure.getAsInt()) : null;
    }

    private static OptionalInt optional(@Nullable Integer figure) {
        return figure == null ? OptionalInt.empty() : OptionalInt.of(figure);
    }
}
