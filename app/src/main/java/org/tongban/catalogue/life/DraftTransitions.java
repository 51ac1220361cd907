package org.tongban.catalogue.life;

import static org.tongban.catalogue.life.DraftState.AGREED;
import static org.tongban.catalogue.life.DraftState.DISCARDED;
import static org.tongban.catalogue.life.DraftState.DRAFTING;
import static org.tongban.catalogue.life.DraftState.PUBLISHED;
import static org.tongban.catalogue.life.DraftState.REVIEWING;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can happen to a draft. The engine answers from it and a test walks all of it:
 * what does not stand here cannot happen.
 */
public final class DraftTransitions {

    /** The right to draft entries of one's own agency. */
    public static final String DRAFT = "draft-entries";

    private static final String STAFFING = Office.STAFFING.right();
    private static final String LAW = Office.LAW.right();

    public static final List<DraftTransition> TABLE =
            List.of(
                    row(
                            DraftAct.Submit.class,
                            Set.of(DRAFTING),
                            Set.of(DRAFT),
                            Set.of(REVIEWING),
                            "谁编制谁维护: the agency that uses an entry drafts it"),
                    row(
                            DraftAct.Agree.class,
                            Set.of(REVIEWING),
                            Set.of(STAFFING, LAW),
                            Set.of(REVIEWING, AGREED),
                            "both offices review every entry"),
                    row(
                            DraftAct.SendBack.class,
                            Set.of(REVIEWING),
                            Set.of(STAFFING, LAW),
                            Set.of(DRAFTING),
                            "one office is enough to send it back"),
                    row(
                            DraftAct.CallBack.class,
                            Set.of(REVIEWING, AGREED),
                            Set.of(DRAFT),
                            Set.of(DRAFTING),
                            "what was reviewed is not changed behind the reviewers"),
                    row(
                            DraftAct.Publish.class,
                            Set.of(AGREED),
                            Set.of(DRAFT, STAFFING),
                            Set.of(PUBLISHED),
                            "public within one working day of the change"),
                    row(
                            DraftAct.Discard.class,
                            Set.of(DRAFTING),
                            Set.of(DRAFT),
                            Set.of(DISCARDED),
                            "the agency's own will"));

    private DraftTransitions() {}

    /** The row for an act in a state, if there is one. */
    public static Optional<DraftTransition> of(DraftState state, DraftAct act) {
        return TABLE.stream()
                .filter(row -> row.act() == act.getClass() && row.from().contains(state))
                .findFirst();
    }

    private static DraftTransition row(
            Class<? extends DraftAct> act,
            Set<DraftState> from,
            Set<String> rights,
            Set<DraftState> to,
            String reason) {
        return new DraftTransition(from, act, rights, to, reason);
    }
}
