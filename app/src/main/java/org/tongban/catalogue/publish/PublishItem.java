package org.tongban.catalogue.publish;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.ItemPublished;

/** Puts a definition in force as a new version, unless it says the same as the one in force. */
@Component
public class PublishItem {

    private static final String IN_USE = "in_use";

    private final DSLContext db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    public PublishItem(DSLContext db, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Publishes in the caller's transaction, or one of its own. An item that was paused or
     * cancelled is in use again afterwards.
     *
     * @param definition checked before; its agency exists
     * @param placeInList where it stands among the items of its agency
     */
    @Transactional
    public Publication publish(ItemDefinition definition, int placeInList) {
        var fingerprint = ItemJson.fingerprint(definition);
        // Locks the item's row, so that two publications at once become two versions in a row.
        var before =
                db.select(ITEM.CURRENT_VERSION, ITEM_VERSION.FINGERPRINT)
                        .from(ITEM)
                        .leftJoin(ITEM_VERSION)
                        .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                        .and(ITEM_VERSION.VERSION.eq(ITEM.CURRENT_VERSION))
                        .where(ITEM.ITEM_KEY.eq(definition.key()))
                        .forUpdate()
                        .of(ITEM)
                        .fetchOptional();
        if (before.map(Record2::value2).filter(fingerprint::equals).isPresent()) {
            return unchanged(definition, before.get().value1(), placeInList);
        }
        var version = before.map(Record2::value1).orElse(0) + 1;
        db.insertInto(ITEM)
                .set(ITEM.ITEM_KEY, definition.key())
                .set(ITEM.AGENCY_KEY, definition.agency())
                .set(ITEM.NAME, definition.name())
                .set(ITEM.STATE, IN_USE)
                .set(ITEM.CURRENT_VERSION, version)
                .set(ITEM.PLACE_IN_LIST, placeInList)
                .onConflict(ITEM.ITEM_KEY)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        db.insertInto(ITEM_VERSION)
                .set(ITEM_VERSION.ITEM_KEY, definition.key())
                .set(ITEM_VERSION.VERSION, version)
                .set(ITEM_VERSION.PUBLISHED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(ITEM_VERSION.DEFINITION, JSONB.valueOf(ItemJson.write(definition)))
                .set(ITEM_VERSION.FINGERPRINT, fingerprint)
                .execute();
        events.publishEvent(new ItemPublished(definition.key(), version));
        return before.isEmpty()
                ? new Publication.Created(version)
                : new Publication.Changed(version);
    }

    private Publication unchanged(ItemDefinition definition, int version, int placeInList) {
        db.update(ITEM)
                .set(ITEM.STATE, IN_USE)
                .set(ITEM.PLACE_IN_LIST, placeInList)
                .where(ITEM.ITEM_KEY.eq(definition.key()))
                .and(ITEM.STATE.ne(IN_USE).or(ITEM.PLACE_IN_LIST.ne(placeInList)))
                .execute();
        return new Publication.Unchanged(version);
    }
}
