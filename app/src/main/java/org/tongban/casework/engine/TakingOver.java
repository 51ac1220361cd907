package org.tongban.casework.engine;

import java.util.Map;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Refusal;
import org.tongban.law.LegalBasis;

/** Another office goes on with a case that runs. */
final class TakingOver {

    private TakingOver() {}

    /**
     * Steps that wait, and those to come, sit with the new office; who was asked in stays asked. No
     * clock and no share of time moves: whom the applicant waits for is no matter of theirs.
     */
    @LegalBasis("practice/delegation/cases")
    static Ruling transfer(Change change, Act.Transfer act) {
        var from = change.before().agency();
        if (from.equals(act.to())) {
            return CaseEngine.refused(new Refusal.NothingMoves());
        }
        change.takenOver(act.to(), act.posts());
        change.replaceTasks(
                task -> task.isMain() && task.isPending() && act.posts().containsKey(task.step()),
                task -> moved(change, task, act.posts()));
        return change.done(
                new CaseEvent.Transferred(
                        from, act.fromName(), act.to(), act.toName(), act.reason()));
    }

    private static CaseTask moved(Change change, CaseTask task, Map<String, String> posts) {
        var post = posts.getOrDefault(task.step(), task.post());
        return task.at(post, change.officeOf(post));
    }
}
