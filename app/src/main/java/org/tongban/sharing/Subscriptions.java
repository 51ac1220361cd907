package org.tongban.sharing;

import static org.tongban.schema.Tables.RESOURCE_DELIVERY;
import static org.tongban.schema.Tables.RESOURCE_SUBSCRIPTION;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;
import org.tongban.schema.tables.records.ResourceSubscriptionRecord;
import org.tongban.sharing.requests.RightsToAsk;

/**
 * Who is told of changes, and every delivery. The right to ask is looked at anew each time: a right
 * that was taken back, or has run out, ends the delivery and not the subscription.
 */
@Component
@LegalBasis("practice/sharing/subscribed")
public class Subscriptions {

    /** Subscriptions and deliveries on a page. */
    public static final int MOST = 50;

    private final Resources resources;
    private final RightsToAsk rights;
    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;

    Subscriptions(Resources resources, RightsToAsk rights, DSLContext db, RowIds ids, Clock clock) {
        this.resources = resources;
        this.rights = rights;
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of reading. */
    public enum Outcome {
        DELIVERED,
        NO_RIGHT
    }

    /** One reading, as it is kept. */
    public record Delivery(Instant at, String client, int delivered, Outcome outcome) {}

    /** The system that reads. */
    public record Reader(String clientId, String name) {}

    /**
     * Whether an office may be told of changes of a resource: it may ask, and there are changes.
     */
    public boolean mayHave(String resource, String agency, String item) {
        return resources
                .find(resource)
                .filter(one -> one.standsFor() != null)
                .filter(one -> rights.mayAsk(one, agency, item))
                .isPresent();
    }

    /**
     * Begins one: what happens from now on is delivered.
     *
     * @return false when the same stands already
     */
    public boolean begin(String resource, String agency, String item, String purpose, String by) {
        return db.insertInto(RESOURCE_SUBSCRIPTION)
                        .set(RESOURCE_SUBSCRIPTION.SUBSCRIPTION_ID, ids.next())
                        .set(RESOURCE_SUBSCRIPTION.RESOURCE_KEY, resource)
                        .set(RESOURCE_SUBSCRIPTION.AGENCY_KEY, agency)
                        .set(RESOURCE_SUBSCRIPTION.ITEM_KEY, item)
                        .set(RESOURCE_SUBSCRIPTION.PURPOSE, purpose)
                        .set(RESOURCE_SUBSCRIPTION.BEGUN_AT, now())
                        .set(RESOURCE_SUBSCRIPTION.BEGUN_BY, by)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Ends one of an office; what was delivered stays on record. */
    public void end(UUID id, Collection<String> agencies, String by) {
        db.update(RESOURCE_SUBSCRIPTION)
                .set(RESOURCE_SUBSCRIPTION.ENDED_AT, now())
                .set(RESOURCE_SUBSCRIPTION.ENDED_BY, by)
                .where(RESOURCE_SUBSCRIPTION.SUBSCRIPTION_ID.eq(id))
                .and(RESOURCE_SUBSCRIPTION.AGENCY_KEY.in(agencies))
                .and(RESOURCE_SUBSCRIPTION.ENDED_AT.isNull())
                .execute();
    }

    public Optional<Subscription> find(UUID id) {
        return db.selectFrom(RESOURCE_SUBSCRIPTION)
                .where(RESOURCE_SUBSCRIPTION.SUBSCRIPTION_ID.eq(id))
                .fetchOptional(Subscriptions::subscription);
    }

    /** Of some offices, the last begun first. */
    public List<Subscription> of(Collection<String> agencies) {
        return db.selectFrom(RESOURCE_SUBSCRIPTION)
                .where(RESOURCE_SUBSCRIPTION.AGENCY_KEY.in(agencies))
                .orderBy(RESOURCE_SUBSCRIPTION.SUBSCRIPTION_ID.desc())
                .limit(MOST)
                .fetch(Subscriptions::subscription);
    }

    /** Of resources that an office provides: the provider sees who is told. */
    public List<Subscription> toResources(Collection<String> resourceKeys) {
        return db.selectFrom(RESOURCE_SUBSCRIPTION)
                .where(RESOURCE_SUBSCRIPTION.RESOURCE_KEY.in(resourceKeys))
                .orderBy(RESOURCE_SUBSCRIPTION.SUBSCRIPTION_ID.desc())
                .limit(MOST)
                .fetch(Subscriptions::subscription);
    }

    /** The last readings of one. */
    public List<Delivery> deliveries(UUID subscription, int most) {
        return db.selectFrom(RESOURCE_DELIVERY)
                .where(RESOURCE_DELIVERY.SUBSCRIPTION_ID.eq(subscription))
                .orderBy(RESOURCE_DELIVERY.DELIVERY_ID.desc())
                .limit(most)
                .fetch(
                        row ->
                                new Delivery(
                                        row.getAt().toInstant(),
                                        row.getClientName(),
                                        row.getDelivered(),
                                        Outcome.valueOf(
                                                row.getOutcome().toUpperCase(Locale.ROOT))));
    }

    /** Puts a reading on record, one that was refused as well. */
    public void record(
            Subscription of,
            Reader reader,
            String after,
            String until,
            int delivered,
            Outcome outcome) {
        db.insertInto(RESOURCE_DELIVERY)
                .set(RESOURCE_DELIVERY.DELIVERY_ID, ids.next())
                .set(RESOURCE_DELIVERY.SUBSCRIPTION_ID, of.id())
                .set(RESOURCE_DELIVERY.AT, now())
                .set(RESOURCE_DELIVERY.CLIENT_ID, reader.clientId())
                .set(RESOURCE_DELIVERY.CLIENT_NAME, reader.name())
                .set(RESOURCE_DELIVERY.PURPOSE, of.purpose())
                .set(RESOURCE_DELIVERY.AFTER_POSITION, after)
                .set(RESOURCE_DELIVERY.UNTIL_POSITION, until)
                .set(RESOURCE_DELIVERY.DELIVERED, delivered)
                .set(RESOURCE_DELIVERY.OUTCOME, outcome.name().toLowerCase(Locale.ROOT))
                .execute();
    }

    private static Subscription subscription(ResourceSubscriptionRecord row) {
        return new Subscription(
                row.getSubscriptionId(),
                row.getResourceKey(),
                row.getAgencyKey(),
                row.getItemKey(),
                row.getPurpose(),
                row.getBegunAt().toInstant(),
                row.getBegunBy(),
                Optional.ofNullable(row.getEndedAt()).map(OffsetDateTime::toInstant));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
