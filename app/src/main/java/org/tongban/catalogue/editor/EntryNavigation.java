package org.tongban.catalogue.editor;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.life.Delegation;
import org.tongban.catalogue.life.DraftTransitions;
import org.tongban.catalogue.life.Office;
import org.tongban.directory.StaffNavigation;
import org.tongban.web.Frame;
import org.tongban.web.Link;
import org.tongban.web.NavItem;
import org.tongban.web.Texts;

/** The way to the entries, for those who draft or review them. */
@Component
@Order(40)
final class EntryNavigation implements StaffNavigation {

    static final String ENTRIES = "/staff/entries";
    static final String BASE = "/staff/base";

    private final Delegation delegation;

    EntryNavigation(Delegation delegation) {
        this.delegation = delegation;
    }

    @Override
    public List<NavItem> entries(StaffPrincipal staff, Frame frame, Texts texts) {
        return mayEnter(staff)
                ? List.of(
                        new NavItem(
                                texts.localize("entries.title"),
                                ENTRIES,
                                waiting(staff),
                                frame.isIn(ENTRIES)),
                        new NavItem(texts.localize("base.title"), BASE, 0, frame.isIn(BASE)))
                : List.of();
    }

    /** Entries that wait for being taken over. */
    private int waiting(StaffPrincipal staff) {
        return staff.has(DraftTransitions.DRAFT) && !staff.agencies().isEmpty()
                ? delegation.waiting(staff.agencies()).size()
                : 0;
    }

    /** The other pages about entries that somebody may open. */
    static List<Link> more(StaffPrincipal staff, Texts texts) {
        var more = new ArrayList<Link>();
        if (staff.has(Office.STAFFING.right())) {
            more.add(new Link(texts.localize("trips.title"), ENTRIES + "/trips"));
            more.add(new Link(texts.localize("exchange.title"), ENTRIES + "/exchange"));
        }
        more.add(new Link(texts.localize("rounds.title"), ENTRIES + "/rounds"));
        return more;
    }

    /** The other pages about one entry that somebody may open. */
    static List<Link> about(String itemKey, StaffPrincipal staff, Texts texts) {
        return staff.has(Office.STAFFING.right())
                ? List.of(
                        new Link(
                                texts.localize("delegation.open"),
                                ENTRIES + "/of/" + itemKey + "/delegation"))
                : List.of();
    }

    /** Whether somebody drafts or reviews entries. */
    static boolean mayEnter(StaffPrincipal staff) {
        return staff.has(DraftTransitions.DRAFT)
                || staff.has(Office.STAFFING.right())
                || staff.has(Office.LAW.right());
    }

    /** Keeps everybody else out. */
    static void mustEnter(StaffPrincipal staff) {
        if (!mayEnter(staff)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
