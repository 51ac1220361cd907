package org.tongban.catalogue.life;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.EntryCheck;
import org.tongban.catalogue.Inheritance;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.check.GuideCheck;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.catalogue.entry.FilledTree;
import org.tongban.catalogue.publish.PublishItem;
import org.tongban.catalogue.publish.Terms;
import tools.jackson.core.JacksonException;

/** Carries out acts on drafts, one transaction each. */
@Component
public class DraftLife {

    private final DSLContext db;
    private final DraftStore drafts;
    private final BaseList bases;
    private final EntryCheck check;
    private final GuideCheck guides;
    private final PublishItem items;
    private final Clock clock;

    public DraftLife(
            DSLContext db,
            DraftStore drafts,
            BaseList bases,
            EntryCheck check,
            GuideCheck guides,
            PublishItem items,
            Clock clock) {
        this.db = db;
        this.drafts = drafts;
        this.bases = bases;
        this.check = check;
        this.guides = guides;
        this.items = items;
        this.clock = clock;
    }

    /** What a change of one page came to. */
    public sealed interface Kept {

        /** Stored. */
        record Stored(DraftFile draft) implements Kept {}

        /** Somebody else changed the same page meanwhile. */
        record Changed(DraftFile draft, DraftFile.Touch by) implements Kept {}

        /** The draft is with the offices, or published. */
        record NotOpen(DraftFile draft) implements Kept {}
    }

    /** Computes the new tree from the present one. */
    public interface Edit {
        Map<String, Object> of(Map<String, Object> content);
    }

    /**
     * Changes one page of a draft. Another page changed by somebody else meanwhile stays as they
     * left it; the same page changed by somebody else is not overwritten.
     *
     * @param seenVersion of the draft when the page was drawn
     * @param insists whether the change is to be kept although somebody changed the same page
     */
    @Transactional
    public Kept keep(
            UUID draftId,
            int seenVersion,
            String page,
            Edit edit,
            boolean insists,
            StaffPrincipal by) {
        var draft = drafts.lock(draftId).orElseThrow();
        if (draft.state() != DraftState.DRAFTING) return new Kept.NotOpen(draft);
        var touch = draft.touched().get(page);
        if (seenVersion < draft.version()
                && touch != null
                && !touch.staffId().equals(by.staffId().toString())
                && !insists) {
            return new Kept.Changed(draft, touch);
        }
        drafts.keep(draft, edit.of(draft.content()), page, by);
        return new Kept.Stored(drafts.find(draftId).orElseThrow());
    }

    /** Carries out an act, or says why not; nothing changes then. */
    @Transactional
    public DraftRuling act(
            UUID draftId, int seenVersion, DraftAct act, String words, StaffPrincipal by) {
        var draft = drafts.lock(draftId).orElseThrow();
        if (seenVersion != draft.version()) return new DraftRuling.Stale();
        var ruling =
                DraftEngine.decide(
                        seen(draft),
                        act,
                        new DraftEngine.Actor(
                                by.staffId(), by.rights(), by.reaches(draft.agency())),
                        LegalToday.of(clock));
        if (ruling instanceof DraftRuling.Done done) {
            drafts.move(draft, done, act, words, by);
            if (act instanceof DraftAct.Publish(var day)) publish(draft, day);
        }
        return ruling;
    }

    /** Adds a remark of an office at a place of a draft that is under review. */
    @Transactional
    public boolean remark(
            UUID draftId, String path, Office office, String words, StaffPrincipal by) {
        var draft = drafts.lock(draftId).orElseThrow();
        if (draft.state() != DraftState.REVIEWING || !by.has(office.right()) || words.isBlank()) {
            return false;
        }
        drafts.remark(draftId, path, office, words, by);
        return true;
    }

    /** The agency's answer to a remark. */
    @Transactional
    public boolean answer(UUID draftId, UUID remarkId, String answer, StaffPrincipal by) {
        var draft = drafts.lock(draftId).orElseThrow();
        if (draft.state() != DraftState.DRAFTING
                || !by.has(DraftTransitions.DRAFT)
                || !by.reaches(draft.agency())
                || answer.isBlank()) {
            return false;
        }
        drafts.answer(draftId, remarkId, answer);
        return true;
    }

    /** Everything that was found in a draft: what a pack would be refused for, and the guide. */
    public List<EntryCheck.Found> found(DraftFile draft) {
        var whole = whole(draft);
        var found = new ArrayList<>(check.check(draft.agency(), whole));
        if (draft.content().containsKey("name") && !Inheritance.differs(draft.content(), "name")) {
            found.add(new EntryCheck.Found("overrides.name", "写明与基本目录不同的原因", true));
        }
        bases.current(draft.baseCode())
                .map(base -> base.item().levels())
                .filter(levels -> !levels.contains(draft.content().getOrDefault("level", 0)))
                .ifPresent(_ -> found.add(new EntryCheck.Found("level", "基本目录没有这一行使层级", true)));
        definition(draft, "—").ifPresent(item -> found.addAll(guides.of(item)));
        return found.stream().distinct().toList();
    }

    /** The whole entry, with what it inherits today. */
    public Map<String, Object> whole(DraftFile draft) {
        var own = new LinkedHashMap<>(draft.content());
        own.put("key", draft.itemKey());
        return bases.current(draft.baseCode())
                .map(base -> EntryTree.stated(Inheritance.compose(own, base.item())))
                .orElse(own);
    }

    /**
     * The definition that the draft makes.
     *
     * @param missing stands where something is still to be written; a draft without stops lacks
     *     nothing
     * @return empty when what was typed cannot be shown at all
     */
    public Optional<ItemDefinition> definition(DraftFile draft, String missing) {
        var tree = new LinkedHashMap<>(FilledTree.of(whole(draft), missing));
        tree.put("agency", draft.agency());
        try {
            return Optional.of(ItemJson.of(tree));
        } catch (JacksonException notWhole) {
            // A word where a number belongs: the check names the place.
            return Optional.empty();
        }
    }

    private void publish(DraftFile draft, LocalDate day) {
        var definition = definition(draft, "").orElseThrow();
        items.publish(
                definition,
                placeInList(draft),
                new Terms(day, Terms.Cause.EDITED, draft.reason(), Optional.of(draft.changedOn())));
    }

    private int placeInList(DraftFile draft) {
        return db.select(ITEM.PLACE_IN_LIST)
                .from(ITEM)
                .where(ITEM.ITEM_KEY.eq(draft.itemKey()))
                .fetchOptional(ITEM.PLACE_IN_LIST)
                .orElseGet(
                        () ->
                                db.select(DSL.coalesce(DSL.max(ITEM.PLACE_IN_LIST), 0).plus(1))
                                        .from(ITEM)
                                        .where(ITEM.AGENCY_KEY.eq(draft.agency()))
                                        .fetchSingle()
                                        .value1());
    }

    private DraftEngine.Draft seen(DraftFile draft) {
        return new DraftEngine.Draft(
                draft.state(),
                draft.agency(),
                draft.author(),
                draft.agreed(),
                (int) drafts.remarks(draft.draftId()).stream().filter(Remark::isOpen).count(),
                (int) found(draft).stream().filter(EntryCheck.Found::stops).count(),
                lastScheduled(draft.itemKey()));
    }

    private Optional<LocalDate> lastScheduled(String itemKey) {
        return Optional.ofNullable(
                db.select(DSL.max(ITEM_VERSION.EFFECTIVE_ON))
                        .from(ITEM_VERSION)
                        .where(ITEM_VERSION.ITEM_KEY.eq(itemKey))
                        .fetchSingle()
                        .value1());
    }
}
