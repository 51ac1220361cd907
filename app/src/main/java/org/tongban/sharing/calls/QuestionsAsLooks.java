package org.tongban.sharing.calls;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.accounts.LookSource;
import org.tongban.casework.ApplicantHashes;
import org.tongban.sharing.asking.Questions;
import org.tongban.sharing.resources.SharingWords;
import org.tongban.web.Texts;

/** Questions to registers, as lines of the one record that a person reads. */
@Component
class QuestionsAsLooks implements LookSource {

    private final Questions questions;
    private final ApplicantHashes hashes;
    private final SharingWords words;

    QuestionsAsLooks(Questions questions, ApplicantHashes hashes, SharingWords words) {
        this.questions = questions;
        this.hashes = hashes;
        this.words = words;
    }

    @Override
    public List<Line> about(UUID personId, Span span, Texts texts) {
        return questions
                .about(hashes.of(personId), span.from(), span.before(), span.most())
                .stream()
                .map(
                        one ->
                                new Line(
                                        one.id(),
                                        one.at(),
                                        one.staff()
                                                .orElseGet(
                                                        () ->
                                                                texts.localize(
                                                                        "sharing.asked.house")),
                                        words.agency(one.agency()),
                                        words.resource(one.resource())
                                                + " · "
                                                + words.outcome(one.outcome(), texts).text(),
                                        one.purpose(),
                                        one.caseId()))
                .toList();
    }
}
