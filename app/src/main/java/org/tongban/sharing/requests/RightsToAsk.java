package org.tongban.sharing.requests;

import static org.tongban.schema.Tables.RESOURCE_REQUEST;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.CertificatesOfItems;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;
import org.tongban.schema.tables.records.ResourceRequestRecord;
import org.tongban.sharing.Resource;
import org.tongban.sharing.asking.Inquiry;
import org.tongban.sharing.requests.RightRequest.State;

/** Who may ask for what, and who wants to. */
@Component
@LegalBasis("practice/sharing/right")
public class RightsToAsk {

    /** As many as a page shows; an agency has a tenth of them. */
    static final int MOST_SHOWN = 100;

    private final DSLContext db;
    private final CertificatesOfItems items;
    private final RowIds ids;
    private final Clock clock;

    RightsToAsk(DSLContext db, CertificatesOfItems items, RowIds ids, Clock clock) {
        this.db = db;
        this.items = items;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Whether an office may ask while it handles an item. What is shared without condition needs no
     * grant where the item itself says that it needs such a certificate.
     */
    public boolean mayAsk(Resource resource, String agency, String item) {
        return switch (resource.share()) {
            case NONE -> false;
            case UNCONDITIONAL ->
                    isForGuardians(resource, item)
                            || needs(resource, item)
                            || isGranted(resource, agency, item);
            case CONDITIONAL -> isGranted(resource, agency, item);
        };
    }

    /** What says who acts for a child is asked for just that, without an item. */
    @LegalBasis("practice/guardians/register")
    private static boolean isForGuardians(Resource resource, String item) {
        return item.equals(Inquiry.GUARDIANS) && resource.saysGuardians();
    }

    private boolean needs(Resource resource, String item) {
        return resource.standsFor() != null
                && items.mayUse(item, Objects.requireNonNull(resource.standsFor()));
    }

    private boolean isGranted(Resource resource, String agency, String item) {
        var today = LocalDate.now(clock);
        return db
                .selectFrom(RESOURCE_REQUEST)
                .where(RESOURCE_REQUEST.AGENCY_KEY.eq(agency))
                .and(RESOURCE_REQUEST.ITEM_KEY.eq(item))
                .and(RESOURCE_REQUEST.RESOURCE_KEY.eq(resource.key()))
                .and(RESOURCE_REQUEST.STATE.eq(lower(State.GRANTED)))
                .fetch(RightsToAsk::request)
                .stream()
                .anyMatch(right -> right.isGranted(today));
    }

    /**
     * Asks for a right.
     *
     * @return false when it is waiting already, or stands
     */
    public boolean ask(Resource resource, String agency, String item, String purpose, String by) {
        // A right that has run out makes room for a new one.
        db.update(RESOURCE_REQUEST)
                .set(RESOURCE_REQUEST.STATE, lower(State.TAKEN_BACK))
                .set(RESOURCE_REQUEST.REASON, "")
                .where(RESOURCE_REQUEST.AGENCY_KEY.eq(agency))
                .and(RESOURCE_REQUEST.ITEM_KEY.eq(item))
                .and(RESOURCE_REQUEST.RESOURCE_KEY.eq(resource.key()))
                .and(RESOURCE_REQUEST.STATE.eq(lower(State.GRANTED)))
                .and(RESOURCE_REQUEST.UNTIL_DAY.lt(LocalDate.now(clock)))
                .execute();
        return db.insertInto(RESOURCE_REQUEST)
                        .set(RESOURCE_REQUEST.REQUEST_ID, ids.next())
                        .set(RESOURCE_REQUEST.RESOURCE_KEY, resource.key())
                        .set(RESOURCE_REQUEST.AGENCY_KEY, agency)
                        .set(RESOURCE_REQUEST.ITEM_KEY, item)
                        .set(RESOURCE_REQUEST.PURPOSE, purpose)
                        .set(RESOURCE_REQUEST.ASKED_AT, now())
                        .set(RESOURCE_REQUEST.ASKED_BY, by)
                        .set(RESOURCE_REQUEST.STATE, lower(State.WAITING))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /**
     * Grants a request that waits.
     *
     * @param until the last day on which the right holds
     * @return false when somebody was faster
     */
    public boolean grant(UUID id, LocalDate until, String by) {
        return decide(id, State.WAITING, State.GRANTED, by, Optional.empty(), Optional.of(until));
    }

    public boolean refuse(UUID id, String reason, String by) {
        return decide(id, State.WAITING, State.REFUSED, by, Optional.of(reason), Optional.empty());
    }

    public boolean takeBack(UUID id, String reason, String by) {
        return decide(
                id, State.GRANTED, State.TAKEN_BACK, by, Optional.of(reason), Optional.empty());
    }

    private boolean decide(
            UUID id,
            State from,
            State to,
            String by,
            Optional<String> reason,
            Optional<LocalDate> until) {
        var decided =
                db.update(RESOURCE_REQUEST)
                        .set(RESOURCE_REQUEST.STATE, lower(to))
                        .set(RESOURCE_REQUEST.DECIDED_AT, now())
                        .set(RESOURCE_REQUEST.DECIDED_BY, by)
                        .set(RESOURCE_REQUEST.REASON, reason.orElse(null));
        return (until.isPresent() ? decided.set(RESOURCE_REQUEST.UNTIL_DAY, until.get()) : decided)
                        .where(RESOURCE_REQUEST.REQUEST_ID.eq(id))
                        .and(RESOURCE_REQUEST.STATE.eq(lower(from)))
                        .execute()
                == 1;
    }

    public Optional<RightRequest> find(UUID id) {
        return db.selectFrom(RESOURCE_REQUEST)
                .where(RESOURCE_REQUEST.REQUEST_ID.eq(id))
                .fetchOptional(RightsToAsk::request);
    }

    /** The latest requests for a resource, the last asked first. */
    public List<RightRequest> of(String resource) {
        return list(RESOURCE_REQUEST.RESOURCE_KEY.eq(resource));
    }

    /** What waits for an answer about some resources, the last asked first. */
    public List<RightRequest> waiting(Collection<String> resources) {
        return list(
                RESOURCE_REQUEST
                        .RESOURCE_KEY
                        .in(resources)
                        .and(RESOURCE_REQUEST.STATE.eq(lower(State.WAITING))));
    }

    private List<RightRequest> list(Condition which) {
        return db.selectFrom(RESOURCE_REQUEST)
                .where(which)
                .orderBy(RESOURCE_REQUEST.REQUEST_ID.desc())
                .limit(MOST_SHOWN)
                .fetch(RightsToAsk::request);
    }

    private static RightRequest request(ResourceRequestRecord row) {
        return new RightRequest(
                row.getRequestId(),
                row.getResourceKey(),
                row.getAgencyKey(),
                row.getItemKey(),
                row.getPurpose(),
                row.getAskedAt().toInstant(),
                row.getAskedBy(),
                State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getDecidedAt()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getDecidedBy()),
                Optional.ofNullable(row.getReason()).filter(words -> !words.isEmpty()),
                Optional.ofNullable(row.getUntilDay()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String lower(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
