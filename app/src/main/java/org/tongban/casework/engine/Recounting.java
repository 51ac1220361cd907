package org.tongban.casework.engine;

import java.util.ArrayList;
import java.util.List;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Refusal;
import org.tongban.law.LegalBasis;

/** Counts the open terms of a case anew when the calendar has changed. */
final class Recounting {

    private Recounting() {}

    @LegalBasis("licensing/82")
    static Ruling recount(Change change) {
        var before = List.copyOf(change.clocks());
        var tasks = List.copyOf(change.tasks());
        change.recountAll();
        Review.recountTasks(change);
        var moved = new ArrayList<CaseEvent.TermsRecounted.Moved>();
        for (var i = 0; i < before.size(); i++) {
            var old = before.get(i).dueOn();
            var now = change.clocks().get(i).dueOn();
            if (old != null && now != null && !old.equals(now)) {
                moved.add(new CaseEvent.TermsRecounted.Moved(before.get(i).kind(), old, now));
            }
        }
        return moved.isEmpty() && tasks.equals(change.tasks())
                ? CaseEngine.refused(new Refusal.NothingMoves())
                : change.done(new CaseEvent.TermsRecounted(moved));
    }
}
