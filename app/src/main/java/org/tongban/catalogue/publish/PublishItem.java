package org.tongban.catalogue.publish;

import static org.tongban.schema.Tables.BASE_ITEM;
import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.ItemPublished;
import org.tongban.catalogue.LegalToday;

/**
 * Puts a definition in force as a new version, today or on a day to come, unless it says the same
 * as the one in force. Many at once go through {@link PublishItems}.
 */
@Component
public class PublishItem {

    private static final String IN_USE = "in_use";

    private final DSLContext db;
    private final BaseList bases;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    public PublishItem(
            DSLContext db, BaseList bases, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.bases = bases;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Publishes in the caller's transaction, or one of its own. An item that was paused or
     * cancelled is in use again with its new version; the same text once more changes nothing.
     *
     * @param definition checked before and composed with the base list; its agency exists
     * @param placeInList where it stands among the items of its agency
     */
    @Transactional
    public Publication publish(ItemDefinition definition, int placeInList, Terms terms) {
        // Locks the item's row, so that two publications at once become two versions in a row.
        var known =
                db.selectOne()
                        .from(ITEM)
                        .where(ITEM.ITEM_KEY.eq(definition.key()))
                        .forUpdate()
                        .fetchOptional()
                        .isPresent();
        var before = inForce(definition.key(), terms.effectiveOn());
        if (before.map(Record2::value2)
                .filter(ItemJson.fingerprint(definition)::equals)
                .isPresent()) {
            return unchanged(definition, before.get().value1(), placeInList);
        }
        if (!known) create(definition, placeInList);
        var version = version(definition, terms);
        db.update(ITEM)
                .set(ITEM.AGENCY_KEY, definition.agency())
                .set(ITEM.STATE, IN_USE)
                .setNull(ITEM.ENDS_ON)
                .set(ITEM.PLACE_IN_LIST, placeInList)
                .set(ITEM.BASE_CODE, base(definition))
                .where(ITEM.ITEM_KEY.eq(definition.key()))
                .execute();
        turn(definition.key());
        events.publishEvent(new ItemPublished(definition.key(), version));
        return known ? new Publication.Changed(version) : new Publication.Created(version);
    }

    /**
     * Adds a version to an item that is there and whose row the caller has locked; leaves its state
     * as it is.
     *
     * @return its number
     */
    @Transactional
    public int version(ItemDefinition definition, Terms terms) {
        var version =
                db.select(DSL.coalesce(DSL.max(ITEM_VERSION.VERSION), 0).plus(1))
                        .from(ITEM_VERSION)
                        .where(ITEM_VERSION.ITEM_KEY.eq(definition.key()))
                        .fetchSingle()
                        .value1();
        db.insertInto(ITEM_VERSION)
                .set(ITEM_VERSION.ITEM_KEY, definition.key())
                .set(ITEM_VERSION.VERSION, version)
                .set(ITEM_VERSION.PUBLISHED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(ITEM_VERSION.DEFINITION, JSONB.valueOf(ItemJson.write(definition)))
                .set(ITEM_VERSION.FINGERPRINT, ItemJson.fingerprint(definition))
                .set(ITEM_VERSION.EFFECTIVE_ON, terms.effectiveOn())
                .set(ITEM_VERSION.CAUSE, terms.cause().stored())
                .set(ITEM_VERSION.REASON, terms.reason())
                .set(ITEM_VERSION.CHANGED_ON, terms.changedOn().orElse(null))
                .set(
                        ITEM_VERSION.BASE_VERSION,
                        bases.on(definition.catalogCode(), terms.effectiveOn())
                                .map(BaseList.Version::version)
                                .orElse(null))
                .execute();
        return version;
    }

    /** Lets lists and search show the version that is in force today. */
    @Transactional
    public void turn(String itemKey) {
        inForce(itemKey, LegalToday.of(clock))
                .ifPresent(
                        now ->
                                db.update(ITEM)
                                        .set(ITEM.CURRENT_VERSION, now.value1())
                                        .set(ITEM.NAME, name(itemKey, now.value1()))
                                        .where(ITEM.ITEM_KEY.eq(itemKey))
                                        .execute());
    }

    private Optional<Record2<Integer, String>> inForce(String itemKey, LocalDate day) {
        return db.select(ITEM_VERSION.VERSION, ITEM_VERSION.FINGERPRINT)
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.ITEM_KEY.eq(itemKey))
                .and(ITEM_VERSION.EFFECTIVE_ON.le(day))
                .orderBy(ITEM_VERSION.EFFECTIVE_ON.desc(), ITEM_VERSION.VERSION.desc())
                .limit(1)
                .fetchOptional();
    }

    private String name(String itemKey, int version) {
        return db.select(DSL.jsonbGetAttributeAsText(ITEM_VERSION.DEFINITION, "name"))
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.ITEM_KEY.eq(itemKey))
                .and(ITEM_VERSION.VERSION.eq(version))
                .fetchSingle()
                .value1();
    }

    private void create(ItemDefinition definition, int placeInList) {
        db.insertInto(ITEM)
                .set(ITEM.ITEM_KEY, definition.key())
                .set(ITEM.AGENCY_KEY, definition.agency())
                .set(ITEM.NAME, definition.name())
                .set(ITEM.STATE, IN_USE)
                .set(ITEM.PLACE_IN_LIST, placeInList)
                .execute();
    }

    /** The entry of the base list to which the item belongs; null for one that stands alone. */
    private @org.jspecify.annotations.Nullable String base(ItemDefinition definition) {
        return db.fetchExists(BASE_ITEM, BASE_ITEM.BASE_CODE.eq(definition.catalogCode()))
                ? definition.catalogCode()
                : null;
    }

    private Publication unchanged(ItemDefinition definition, int version, int placeInList) {
        db.update(ITEM)
                .set(ITEM.PLACE_IN_LIST, placeInList)
                .set(ITEM.BASE_CODE, base(definition))
                .where(ITEM.ITEM_KEY.eq(definition.key()))
                .and(
                        ITEM.PLACE_IN_LIST
                                .ne(placeInList)
                                .or(ITEM.BASE_CODE.isDistinctFrom(base(definition))))
                .execute();
        return new Publication.Unchanged(version);
    }
}
