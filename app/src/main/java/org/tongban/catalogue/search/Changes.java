package org.tongban.catalogue.search;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;
import static org.tongban.schema.Tables.TRIP_BATCH_ITEM;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;

/** Reads from the database which items have changed since an index saw it last. */
final class Changes {

    private static final String IN_USE = "in_use";

    /**
     * What is shown or searched; forms, materials and steps are most of a definition. Of the
     * materials only what decides to which lists the item belongs, and of the whole whether its
     * guide tells what a guide has to (told): conditions, each basis with its article, of each
     * material what is looked at, questions with answers.
     */
    private static final Field<JSONB> SHOWN =
            field(
                    "({0} - ARRAY['form', 'materials', 'steps', 'conditions', 'legalBasis',"
                            + " 'specialProcedures', 'result']) || jsonb_build_object('mayFollow',"
                            + " jsonb_path_exists({0}, '$.materials[*].tolerated ? (@ == true)'),"
                            + " 'vouched', jsonb_path_exists({0}, '$.materials[*].commitment ?"
                            + " (@ != null)'), 'fromOthers', jsonb_path_exists({0},"
                            + " '$.materials[*].source ? (@ == \"third-party\")'), 'told',"
                            + " jsonb_path_exists({0}, '$.conditions[*]') AND"
                            + " jsonb_path_exists({0}, '$.legalBasis[*]') AND"
                            + " jsonb_path_exists({0}, '$.faq[*]') AND NOT"
                            + " jsonb_path_exists({0}, '$.legalBasis[*] ? (!exists(@.article) ||"
                            + " @.article == null)') AND NOT jsonb_path_exists({0},"
                            + " '$.materials[*] ? (!exists(@.checks) || @.checks.size() == 0)'))",
                    JSONB.class, ITEM_VERSION.DEFINITION);

    private final DSLContext db;

    Changes(DSLContext db) {
        this.db = db;
    }

    /**
     * An item that has changed.
     *
     * @param batched whether it was published as handled in at most one trip
     * @param definition empty when it is no longer in use
     */
    record Change(
            long xact,
            String key,
            String agency,
            int placeInList,
            boolean batched,
            Optional<String> definition) {}

    /** The oldest transaction that is still under way: what it writes may come to light later. */
    long oldestUnderWay() {
        return db.select(
                        field(
                                "(pg_snapshot_xmin(pg_current_snapshot())::text)::bigint",
                                Long.class))
                .fetchSingle()
                .value1();
    }

    /** The next changes after the mark, in its order. */
    List<Change> after(Mark mark, int most) {
        return db.select(
                        ITEM.CHANGED_IN,
                        ITEM.ITEM_KEY,
                        ITEM.AGENCY_KEY,
                        ITEM.PLACE_IN_LIST,
                        ITEM.STATE,
                        SHOWN,
                        TRIP_BATCH_ITEM.BATCH)
                .from(ITEM)
                .leftJoin(TRIP_BATCH_ITEM)
                .on(TRIP_BATCH_ITEM.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .leftJoin(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .and(ITEM_VERSION.VERSION.eq(ITEM.CURRENT_VERSION))
                .where(row(ITEM.CHANGED_IN, ITEM.ITEM_KEY).gt(val(mark.xact()), val(mark.key())))
                .orderBy(ITEM.CHANGED_IN, ITEM.ITEM_KEY)
                .limit(most)
                .fetch(
                        row ->
                                new Change(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value7() != null,
                                        row.value5().equals(IN_USE)
                                                ? Optional.ofNullable(row.value6()).map(JSONB::data)
                                                : Optional.empty()));
    }

    /** How many changes there are after the mark; no more than that many are counted. */
    int countAfter(Mark mark, int most) {
        return db.select(count())
                .from(
                        selectOne()
                                .from(ITEM)
                                .where(
                                        row(ITEM.CHANGED_IN, ITEM.ITEM_KEY)
                                                .gt(val(mark.xact()), val(mark.key())))
                                .limit(most))
                .fetchSingle()
                .value1();
    }

    /**
     * A database that was restored elsewhere counts its transactions from a new beginning. Rows
     * that come from the old one's future are marked anew, or every look would read them again.
     */
    void leaveForeignFuture() {
        db.update(ITEM)
                .set(ITEM.STATE, ITEM.STATE)
                .where(
                        ITEM.CHANGED_IN.gt(
                                field(
                                        "(pg_snapshot_xmax(pg_current_snapshot())::text)::bigint",
                                        Long.class)))
                .execute();
    }

    /** Which database this is: another server or a restored copy has another answer. */
    String identity() {
        return db.select(
                        field(
                                "(SELECT system_identifier::text FROM pg_control_system()) || '/'"
                                        + " || (SELECT oid::text FROM pg_database WHERE datname ="
                                        + " current_database())",
                                String.class))
                .fetchSingle()
                .value1();
    }

    /** The names of these items. */
    Map<String, String> names(Set<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : db.select(ITEM.ITEM_KEY, ITEM.NAME)
                        .from(ITEM)
                        .where(ITEM.ITEM_KEY.in(keys))
                        .fetchMap(ITEM.ITEM_KEY, ITEM.NAME);
    }
}
