package org.tongban.catalogue.publish;

import static org.tongban.schema.Tables.BASE_ITEM;
import static org.tongban.schema.Tables.BASE_VERSION;
import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.catalogue.BaseItem;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.Inheritance;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.ItemPublished;
import org.tongban.crypto.Sm3;

/**
 * Changes an entry of the base list. The change reaches every entry below it: each gets a new
 * version, composed anew, that takes effect on the same day; what was scheduled for later is
 * composed anew as well, so that it does not bring the old wording back.
 */
@Component
public class ChangeBase {

    private final DSLContext db;
    private final BaseList bases;
    private final PublishItem items;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public ChangeBase(
            DSLContext db,
            BaseList bases,
            PublishItem items,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.bases = bases;
        this.items = items;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a change came to.
     *
     * @param version the number in force from that day
     * @param entries how many versions of entries were composed anew
     */
    public record Changed(int version, boolean isNew, int entries) {}

    /**
     * Puts an entry of the base list in force from a day.
     *
     * @param item checked before
     */
    @Transactional
    public Changed put(BaseItem item, LocalDate effectiveOn, String reason) {
        db.insertInto(BASE_ITEM)
                .set(BASE_ITEM.BASE_CODE, item.code())
                .onConflictDoNothing()
                .execute();
        db.selectOne()
                .from(BASE_ITEM)
                .where(BASE_ITEM.BASE_CODE.eq(item.code()))
                .forUpdate()
                .fetchSingle();
        var before = bases.on(item.code(), effectiveOn);
        if (before.map(BaseList.Version::item).equals(Optional.of(item))) {
            return new Changed(before.get().version(), false, 0);
        }
        var version = insert(item, effectiveOn, reason);
        return new Changed(version, true, reach(item, effectiveOn, reason));
    }

    private int insert(BaseItem item, LocalDate effectiveOn, String reason) {
        var version =
                db.select(DSL.coalesce(DSL.max(BASE_VERSION.VERSION), 0).plus(1))
                        .from(BASE_VERSION)
                        .where(BASE_VERSION.BASE_CODE.eq(item.code()))
                        .fetchSingle()
                        .value1();
        var text = ItemJson.write(item);
        db.insertInto(BASE_VERSION)
                .set(BASE_VERSION.BASE_CODE, item.code())
                .set(BASE_VERSION.VERSION, version)
                .set(BASE_VERSION.EFFECTIVE_ON, effectiveOn)
                .set(BASE_VERSION.PUBLISHED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(BASE_VERSION.DEFINITION, JSONB.valueOf(text))
                .set(BASE_VERSION.FINGERPRINT, Sm3.hex(text))
                .set(BASE_VERSION.REASON, reason)
                .execute();
        return version;
    }

    private int reach(BaseItem item, LocalDate effectiveOn, String reason) {
        var composed = 0;
        var below =
                db.select(ITEM.ITEM_KEY)
                        .from(ITEM)
                        .where(ITEM.BASE_CODE.eq(item.code()))
                        .and(ITEM.STATE.ne("cancelled"))
                        .orderBy(ITEM.ITEM_KEY)
                        .forUpdate()
                        .fetch(ITEM.ITEM_KEY);
        for (var key : below) composed += again(key, item, effectiveOn, reason);
        return composed;
    }

    private int again(String key, BaseItem item, LocalDate effectiveOn, String reason) {
        var composed = 0;
        for (var affected : affected(key, effectiveOn)) {
            var old = ItemJson.read(affected.value2().data());
            var anew = Inheritance.again(old, item);
            if (anew.equals(old)) continue;
            var from = affected.value1().isBefore(effectiveOn) ? effectiveOn : affected.value1();
            var version =
                    items.version(
                            anew,
                            new Terms(from, Terms.Cause.BASE, reason, Optional.of(effectiveOn)));
            events.publishEvent(new ItemPublished(key, version));
            composed++;
        }
        if (composed > 0) items.turn(key);
        return composed;
    }

    /** The version in force on that day, and the last one of each later day. */
    private java.util.List<org.jooq.Record2<LocalDate, JSONB>> affected(
            String key, LocalDate effectiveOn) {
        var inForce =
                db.select(DSL.max(ITEM_VERSION.EFFECTIVE_ON))
                        .from(ITEM_VERSION)
                        .where(ITEM_VERSION.ITEM_KEY.eq(key))
                        .and(ITEM_VERSION.EFFECTIVE_ON.le(effectiveOn));
        return db.select(ITEM_VERSION.EFFECTIVE_ON, ITEM_VERSION.DEFINITION)
                .distinctOn(ITEM_VERSION.EFFECTIVE_ON)
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.ITEM_KEY.eq(key))
                .and(ITEM_VERSION.EFFECTIVE_ON.ge(inForce))
                .orderBy(ITEM_VERSION.EFFECTIVE_ON, ITEM_VERSION.VERSION.desc())
                .fetch();
    }
}
