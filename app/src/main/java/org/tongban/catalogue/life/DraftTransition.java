package org.tongban.catalogue.life;

import java.util.Set;

/**
 * One row of the table: in these states somebody with one of these rights may do this; it leads to
 * one of those states.
 *
 * @param reason why the row is there
 */
public record DraftTransition(
        Set<DraftState> from,
        Class<? extends DraftAct> act,
        Set<String> rights,
        Set<DraftState> to,
        String reason) {}
