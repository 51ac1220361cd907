package org.tongban.casework.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Outcome;

/** Decisions by rules, what a person thinks of them afterwards, and the switch. */
class AutomaticDecisionsTests extends CountyHall {

    private static final String ODD_JOBS = "flexible-employment-registration";

    @Test
    @Tag("B9")
    void whatTheSignInProvesIsGrantedWithoutPeopleUntilSomebodyStopsIt() throws Exception {
        var proven = followed(registering("990101199001010019"));
        var open = followed(registering("990101199001010027"));

        assertThat(proven.result()).contains(Outcome.GRANTED);
        assertThat(open.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(register.line(open.caseId()).getLast().event().act())
                .isEqualTo("handed_to_person");

        var head = atWork(loginOf("human-resources-decide"));
        var switching = "/staff/automatic/items/" + ODD_JOBS;
        var reasonless = answer(post(switching).with(csrf()).cookie(head).param("to", "off"));
        assertThat(reasonless.getStatus()).isEqualTo(422);
        answer(
                post(switching)
                        .with(csrf())
                        .cookie(head)
                        .param("to", "off")
                        .param("reason", "发现冒名登记"));
        assertThat(page(get("/staff/automatic").cookie(head))).contains("已停止", "发现冒名登记");

        assertThat(followed(registering("990101199001010019")).state())
                .isEqualTo(CaseState.RECEIVED);
    }

    private CaseFile followed(CaseFile file) {
        follow("automatic", file);
        return casework.find(file.caseId()).orElseThrow();
    }

    @Test
    @Tag("B9")
    @Tag("G1")
    void whoDisagreesWithASampleOpensACard() throws Exception {
        var sampled = sampled();
        var reviewer = atWork(loginOf("human-resources-review"));
        assertThat(page(get("/staff/automatic").cookie(reviewer))).contains(sampled.caseId() + "");

        var judging = "/staff/automatic/" + sampled.caseId();
        var wordless = answer(judged(judging, reviewer, ""));
        assertThat(wordless.getStatus()).isEqualTo(422);
        assertThat(text(wordless)).contains("href=\"#words-" + sampled.caseId() + "\"");
        answer(judged(judging, reviewer, "手机号是别人的。"));
        answer(judged(judging, reviewer, "又说一次。"));

        assertThat(page(get("/staff/automatic?show=disagreed").cookie(reviewer)))
                .contains("手机号是别人的。")
                .doesNotContain("又说一次。");
        var card = "/staff/findings/" + sampled.caseId() + "/automatic/1";
        assertThat(page(get(card).cookie(atWork("supervisor1"))))
                .contains("自动审批的决定经抽查有异议", "手机号是别人的。");
    }

    /** One that the draw falls on: each tenth does, so that hundreds without any are a fault. */
    private CaseFile sampled() throws Exception {
        var reviewer = atWork(loginOf("human-resources-review"));
        for (var drawn = 0; drawn < 400; drawn++) {
            var file = followed(registering("990101199001010019"));
            follow("automatic", file);
            if (page(get("/staff/automatic").cookie(reviewer)).contains(file.caseId() + "")) {
                return file;
            }
        }
        throw new AssertionError("the draw never falls on anybody");
    }

    private static MockHttpServletRequestBuilder judged(
            String address, Cookie reviewer, String words) {
        return post(address)
                .with(csrf())
                .cookie(reviewer)
                .param("verdict", "disagree")
                .param("words", words);
    }

    /** A person who has signed in with a real name registers odd jobs for that number. */
    private CaseFile registering(String workerId) {
        return submit(ODD_JOBS, Map.of("workerId", workerId, "workerName", "韦晓兰"), clock.instant());
    }
}
