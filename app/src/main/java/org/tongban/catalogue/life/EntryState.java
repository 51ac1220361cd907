package org.tongban.catalogue.life;

import static org.tongban.schema.Tables.ITEM;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.ItemPublished;

/**
 * Whether a published entry takes new cases: in use, paused, cancelled. Cases under way stay on
 * their version and are finished, whatever happens to the entry.
 */
@Component
public class EntryState {

    private final DSLContext db;
    private final DraftStore acts;
    private final ApplicationEventPublisher events;

    public EntryState(DSLContext db, DraftStore acts, ApplicationEventPublisher events) {
        this.db = db;
        this.acts = acts;
        this.events = events;
    }

    /** What the staffing office does to an entry; where from, where to. */
    public enum Act {
        PAUSE(Set.of("in_use"), "paused"),
        RESUME(Set.of("paused"), "in_use"),
        /** For ever: an entry that is cancelled comes back only as a new version. */
        CANCEL(Set.of("in_use", "paused"), "cancelled");

        private final Set<String> from;
        private final String to;

        Act(Set<String> from, String to) {
            this.from = from;
            this.to = to;
        }

        /** In forms and keys of words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The act of that word. */
        public static Optional<Act> of(String word) {
            return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
        }

        /** The acts that a state allows. */
        public static List<Act> from(String state) {
            return Arrays.stream(values()).filter(act -> act.from.contains(state)).toList();
        }
    }

    /** The state as stored; empty for an entry that was never published. */
    public Optional<String> of(String itemKey) {
        return db.select(ITEM.STATE)
                .from(ITEM)
                .where(ITEM.ITEM_KEY.eq(itemKey))
                .fetchOptional(ITEM.STATE);
    }

    /**
     * Carries out an act of the staffing office.
     *
     * @return whether it was done: the state allows it, the right is there, a reason is given
     */
    @Transactional
    public boolean act(String itemKey, Act act, String reason, StaffPrincipal by) {
        if (!by.has(Office.STAFFING.right()) || reason.isBlank()) return false;
        var moved =
                db.update(ITEM)
                        .set(ITEM.STATE, act.to)
                        .where(ITEM.ITEM_KEY.eq(itemKey))
                        .and(ITEM.STATE.in(act.from))
                        .execute();
        if (moved == 0) return false;
        acts.record(itemKey, Optional.empty(), by, act.word(), reason);
        events.publishEvent(new ItemPublished(itemKey, 0));
        return true;
    }
}
