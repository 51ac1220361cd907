package org.tongban.casework.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.calendar.CalendarDay;
import org.tongban.casework.Act;
import org.tongban.casework.ClockKind;
import org.tongban.casework.RecountTerms;
import org.tongban.directory.Absences;
import org.tongban.directory.LegalCalendar;
import org.tongban.directory.StaffMember;

/** What is done for many cases at once, or around them: a batch, a year, a deputy, publication. */
class HallPagesTests extends CountyHall {

    @Autowired private Absences absences;
    @Autowired private LegalCalendar calendar;
    @Autowired private RecountTerms recount;

    @Test
    @Tag("B7")
    void aPublishedYearMovesOpenTermsAndSaysSo() {
        var inDecember = Instant.parse("2031-12-29T02:00:00Z");
        var file = done(submit(FOOD, inDecember), new Act.Accept(), inDecember);
        var before = file.openClock(ClockKind.STATUTORY).orElseThrow().due().orElseThrow();
        assertThat(before).isAfter(LocalDate.parse("2031-12-31"));

        calendar.publish(
                Year.of(2032),
                List.of(
                        new CalendarDay(LocalDate.parse("2032-01-01"), CalendarDay.Kind.REST, "元旦"),
                        new CalendarDay(LocalDate.parse("2032-01-02"), CalendarDay.Kind.REST, "元旦"),
                        new CalendarDay(
                                LocalDate.parse("2032-01-05"), CalendarDay.Kind.REST, "元旦")));
        assertThat(recount.run()).isGreaterThanOrEqualTo(1);
        assertThat(recount.run()).isZero();

        var after = casework.find(file.caseId()).orElseThrow();
        assertThat(after.openClock(ClockKind.STATUTORY).orElseThrow().due().orElseThrow())
                .isAfter(before);
        assertThat(register.line(file.caseId()).getLast().event().act())
                .isEqualTo("terms_recounted");
    }

    @Test
    @Tag("B2")
    void manyCasesOfOneStepArePassedTogetherEachOnItsOwn() throws Exception {
        var now = clock.instant();
        var first = done(submit(TOBACCO, now), new Act.Accept(), now);
        var second = done(submit(TOBACCO, now), new Act.Accept(), now);
        var post = first.openTasks().getFirst().post();
        var reviewer = atWork(loginOf(post));
        assertThat(page(get("/staff/batch").cookie(reviewer))).contains("item=" + TOBACCO);
        var step = first.openTasks().getFirst().step();
        var form = page(get("/staff/batch?item=" + TOBACCO + "&step=" + step).cookie(reviewer));
        assertThat(form).contains(first.caseId().toString(), second.caseId().toString());
        // Somebody is faster on the second.
        done(second, new Act.PassStep(1, "已看过"), now);

        var nobody = answer(batch(reviewer, step, form, "同意"));
        assertThat(nobody.getStatus()).isEqualTo(422);
        assertThat(text(nobody)).contains("请至少选择一件", "href=\"#case-0\"");
        var done =
                answer(
                        batch(
                                reviewer,
                                step,
                                form,
                                "同意",
                                first.caseId() + "_1_" + first.version(),
                                second.caseId() + "_1_" + second.version()));

        assertThat(text(done)).contains("办理了 1 件，共 2 件", "有了新的变化");
        assertThat(casework.find(first.caseId()).orElseThrow().version())
                .isEqualTo(first.version() + 1);
    }

    @Test
    @Tag("G4")
    void aGrantedLicenceIsPublicAndAPersonIsNamedInPart() throws Exception {
        var file = carry(done(submit(FOOD, clock.instant()), new Act.Accept(), clock.instant()));
        follow("publication", file);

        var list = page(get("/permits"));
        assertThat(list).contains("食品经营许可").doesNotContain("韦晓兰");
        var answered = answer(get("/api/v1/permits?agency=market"));
        assertThat(answered.getStatus()).isEqualTo(200);
        assertThat(text(answered)).contains("\"decidedOn\"").doesNotContain("韦晓兰");
        assertThat(answer(get("/api/v1/permits?cursor=x")).getStatus()).isEqualTo(422);
    }

    @Test
    @Tag("E3")
    void aDeputyHoldsThePostsOfWhoIsAway() throws Exception {
        var head = atWork("market2");
        var away = member("market1");
        var deputy = member("market2");
        var form = page(get("/staff/absences").cookie(head));
        assertThat(form).contains(away.id().toString());

        var wrong =
                answer(
                        post("/staff/absences")
                                .with(csrf())
                                .cookie(head)
                                .param("away", away.id().toString())
                                .param("deputy", away.id().toString()));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("href=\"#deputy\"", "href=\"#from\"", "href=\"#reason\"");
        var today = absences.today();
        var noted =
                answer(
                        post("/staff/absences")
                                .with(csrf())
                                .cookie(head)
                                .param("away", away.id().toString())
                                .param("deputy", deputy.id().toString())
                                .param("from", today.toString())
                                .param("until", today.plusDays(3).toString())
                                .param("reason", "休年假"));
        assertThat(noted.getStatus()).isEqualTo(302);
        assertThat(directory.principal(deputy.id()).orElseThrow().posts())
                .containsAll(away.posts());

        var absence = absences.standing().getFirst().id().toString();
        answer(post("/staff/absences/end").with(csrf()).cookie(head).param("absence", absence));
        assertThat(directory.principal(deputy.id()).orElseThrow().posts())
                .doesNotContainAnyElementsOf(away.posts());
    }

    private StaffMember member(String login) {
        return directory.current().staff().stream()
                .filter(member -> member.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private static MockHttpServletRequestBuilder batch(
            Cookie reviewer, String step, String form, String opinion, String... cases) {
        var sent =
                post("/staff/batch")
                        .with(csrf())
                        .cookie(reviewer)
                        .param("item", TOBACCO)
                        .param("step", step)
                        .param("batchId", firstMatch(form, "name=\"batchId\" value=\"([^\"]+)\""))
                        .param("opinion", opinion);
        return cases.length == 0 ? sent : sent.param("case", cases);
    }
}
