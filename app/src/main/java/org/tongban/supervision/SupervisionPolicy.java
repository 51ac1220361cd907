package org.tongban.supervision;

import org.springframework.stereotype.Component;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import tools.jackson.databind.json.JsonMapper;

/** What the place has settled for supervision, from its pack. */
@Component
class SupervisionPolicy {

    /** Working days to answer a card where the pack says nothing. */
    private static final int USUAL_ANSWER_DAYS = 3;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Directory directory;

    SupervisionPolicy(Directory directory) {
        this.directory = directory;
    }

    /** Working days that an office has to answer a card. */
    int answerDays() {
        return directory
                .current()
                .identity()
                .map(SupervisionPolicy::read)
                .orElse(USUAL_ANSWER_DAYS);
    }

    private static int read(Place.Identity place) {
        var tree = JSON.readTree(place.policies());
        var policies = tree.has("policies") ? tree.get("policies") : tree;
        return policies.path("findingAnswerDays").asInt(USUAL_ANSWER_DAYS);
    }
}
