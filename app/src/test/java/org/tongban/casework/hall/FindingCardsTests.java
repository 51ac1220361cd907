package org.tongban.casework.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.ClockKind;
import org.tongban.supervision.OpenFindings;

/** What supervision makes of a breach: a card, answered, judged, closed. */
class FindingCardsTests extends CountyHall {

    @Autowired private OpenFindings findings;

    @Test
    @Tag("G1")
    void aTermThatPassesOpensACardThatIsAnsweredAndClosed() throws Exception {
        var longAgo = clock.instant().minus(Duration.ofDays(60));
        var file = done(submit(FOOD, longAgo), new Act.Accept(), longAgo);

        assertThat(findings.run()).isGreaterThanOrEqualTo(2);
        assertThat(findings.run()).isZero();

        var promised = file.openClock(ClockKind.PROMISED).orElseThrow().no();
        var card = "/staff/findings/" + file.caseId() + "/late/" + promised;
        var office = atWork("market2");
        var supervisor = atWork("supervisor1");
        assertThat(page(get("/staff/findings").cookie(office))).contains("超过期限：承诺期限", card);
        assertThat(page(get("/staff/late?show=late").cookie(supervisor))).contains("食品经营许可");
        assertThat(answer(get(card).cookie(atWork("health2"))).getStatus()).isEqualTo(404);
        assertThat(answer(get("/staff/findings").cookie(atWork("counter1"))).getStatus())
                .isEqualTo(403);

        var wordless = answer(onCard(card, office, "answer", "", 0));
        assertThat(wordless.getStatus()).isEqualTo(422);
        assertThat(text(wordless)).contains("href=\"#words\"");
        assertThat(answer(onCard(card, supervisor, "uphold", "属实", 0)).getStatus()).isEqualTo(422);
        assertThat(answer(onCard(card, office, "answer", "人手不足，本周办结。", 0)).getStatus())
                .isEqualTo(302);
        var stale = answer(onCard(card, supervisor, "uphold", "还在超期", 0));
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(text(stale)).contains("还在超期");
        var early = answer(onCard(card, supervisor, "uphold", "属实", 1));
        assertThat(text(early)).contains("办件还在超期");

        carry(file, clock.instant());
        assertThat(answer(onCard(card, supervisor, "uphold", "属实", 1)).getStatus()).isEqualTo(302);
        assertThat(page(get("/staff/findings?show=upheld").cookie(supervisor))).contains(card);
        assertThat(page(get(card).cookie(office))).contains("认定属实", "人手不足，本周办结。");
    }

    @Test
    @Tag("G1")
    void silenceAndASecondNoticeAreFindingsToo() throws Exception {
        var longAgo = clock.instant().minus(Duration.ofDays(30));
        var silent = submit(FOOD, longAgo);
        silent =
                performed(
                        casework.perform(
                                silent.caseId(),
                                OptionalInt.empty(),
                                UUID.randomUUID(),
                                new Act.DeemAccepted(),
                                Actor.system()));
        var twice = submit(FOOD, clock.instant());
        var first = List.of(new Act.Correction("floor-plan", "平面图", "没有标出后厨"));
        var second = List.of(new Act.Correction("identity", "身份证明", "看不清"));
        twice = done(twice, new Act.TellCorrections(first), clock.instant());
        twice = supplied(twice, clock.instant());
        twice = done(twice, new Act.TellCorrectionsAgain(second, "经办人漏看了一页"), clock.instant());
        follow("supervision", silent, twice);

        var supervisor = atWork("supervisor1");
        var list = page(get("/staff/findings").cookie(supervisor));
        assertThat(list)
                .contains(silent.caseId() + "/silence/")
                .contains(twice.caseId() + "/second_correction/");
        var card = firstMatch(list, "(/staff/findings/" + twice.caseId() + "/[^\"]+)");
        assertThat(page(get(card).cookie(supervisor))).contains("经办人漏看了一页");
    }

    private static MockHttpServletRequestBuilder onCard(
            String card, Cookie staff, String act, String words, int version) {
        return post(card)
                .with(csrf())
                .cookie(staff)
                .param("act", act)
                .param("words", words)
                .param("version", Integer.toString(version));
    }
}
