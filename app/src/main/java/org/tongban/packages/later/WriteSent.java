package org.tongban.packages.later;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.casework.Actor;
import org.tongban.casework.SentApplications;
import org.tongban.packages.course.PackageCases;

/** What an application still has to be written, whichever way. */
@Component
class WriteSent implements SentApplications {

    private final PackageCases store;
    private final JointCorrections corrections;
    private final LaterAnswers answers;

    WriteSent(PackageCases store, JointCorrections corrections, LaterAnswers answers) {
        this.store = store;
        this.corrections = corrections;
        this.answers = answers;
    }

    @Override
    public Optional<Asked> asked(Kind kind, String number, UUID accountId) {
        return store.own(number, accountId)
                .flatMap(
                        whole ->
                                switch (kind) {
                                    case CORRECTIONS -> corrections.asked(whole);
                                    case ANSWERS -> answers.asked(whole);
                                });
    }

    @Override
    public List<String> take(Kind kind, Asked asked, UUID act, Written written, Actor actor) {
        var whole = store.find(asked.draft()).orElseThrow();
        return switch (kind) {
            case CORRECTIONS -> corrections.take(whole, act, written, actor);
            case ANSWERS -> answers.take(whole);
        };
    }
}
