package org.tongban.casework.engine;

import java.util.Set;
import org.tongban.casework.Act;
import org.tongban.casework.CaseState;
import org.tongban.casework.Right;

/**
 * One row of the table: in these states somebody with one of these rights may do this; it leads to
 * one of those states.
 *
 * @param reason the article or the good order behind the row, as it stands in the diagram
 */
public record Transition(
        Set<CaseState> from,
        Class<? extends Act> act,
        Set<Right> who,
        Set<CaseState> to,
        String reason) {}
