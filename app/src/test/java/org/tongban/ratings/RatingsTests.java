package org.tongban.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.TestDatabase;
import org.tongban.casework.Act;
import org.tongban.casework.CaseFile;
import org.tongban.certificates.IssuedCases;

@SpringBootTest(properties = "tongban.demo=true")
@AutoConfigureMockMvc
@Import(IssuedCases.class)
@Tag("F2")
class RatingsTests {

    @Autowired private IssuedCases cases;
    @Autowired private Ratings ratings;
    @Autowired private MockMvc browser;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @Test
    void starsCountTheOtherWayThanCodes() {
        assertThat(Satisfaction.VERY_SATISFIED.code()).isEqualTo(1);
        assertThat(Satisfaction.VERY_SATISFIED.stars()).isEqualTo(5);
        assertThat(Satisfaction.VERY_DISSATISFIED.stars()).isEqualTo(1);
        assertThat(Satisfaction.FAIRLY_SATISFIED.isBad()).isFalse();
        assertThat(Satisfaction.DISSATISFIED.isBad()).isTrue();
        assertThat(Satisfaction.of(6)).isEmpty();
    }

    @Test
    void aCaseIsRatedOnceAndWordsMayFollowOnce() throws Exception {
        var file = closed();
        var applicant = signIn("/sign-in", "weilan");

        assertThat(text(get(address(file)), applicant)).contains("这次办事，您满意吗？", "非常不满意");
        answer(post(address(file)).with(csrf()).param("satisfaction", "1"), applicant);
        answer(post(address(file)).with(csrf()).param("satisfaction", "5"), applicant);
        answer(
                post(address(file) + "/words").with(csrf()).param("words", "很快，打13800003210就行"),
                applicant);
        answer(post(address(file) + "/words").with(csrf()).param("words", "改口"), applicant);

        var given = ratings.of(file.caseId()).orElseThrow();
        assertThat(given.satisfaction()).isEqualTo(Satisfaction.VERY_SATISFIED);
        assertThat(given.words()).contains("很快，打13800003210就行");
        assertThat(text(get(address(file)), applicant)).contains("谢谢您的评价", "您的评价是：非常满意", "5 星");
        assertThat(text(get("/staff/ratings"), signIn("/staff/sign-in", "market2")))
                .contains("好差评", "打*****就行")
                .doesNotContain("13800003210", "韦某兰");
    }

    @Test
    void somebodyElsesCaseIsNotThere() throws Exception {
        var file = closed();
        var stranger = signIn("/sign-in", "wangqiang");

        assertThat(answer(get(address(file)), stranger).getStatus()).isEqualTo(404);
        assertThat(
                        answer(
                                        post(address(file)).with(csrf()).param("satisfaction", "5"),
                                        stranger)
                                .getStatus())
                .isEqualTo(404);
        assertThat(ratings.of(file.caseId())).isEmpty();
    }

    @Test
    void aCaseThatIsNotOverCannotBeRated() throws Exception {
        var file = cases.grantedFoodLicence(Act.DeliveryWay.WINDOW);

        assertThat(answer(get(address(file)), signIn("/sign-in", "weilan")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void aSupervisorOfAllAgenciesComesToOneThatWasRated() throws Exception {
        var file = closed();
        var supervisor = signIn("/staff/sign-in", "supervisor1");
        answer(
                post(address(file)).with(csrf()).param("satisfaction", "5"),
                signIn("/sign-in", "weilan"));

        assertThat(text(get("/staff/ratings"), supervisor))
                .contains("<p class=\"kicker\">三都水族自治县市场监督管理局</p>", "好评率")
                .doesNotContain("agency=forestry");
    }

    @Test
    void anAgencyOutsideOnesReachIsNotShown() throws Exception {
        var officer = signIn("/staff/sign-in", "market2");

        assertThat(answer(get("/staff/ratings?agency=forestry"), officer).getStatus())
                .isEqualTo(404);
    }

    private CaseFile closed() {
        var file = cases.grantedFoodLicence(Act.DeliveryWay.ELECTRONIC);
        cases.follow("certificates", file);
        return cases.now(file);
    }

    private static String address(CaseFile file) {
        return "/my/cases/" + file.caseNo() + "/rate";
    }

    private Cookie signIn(String door, String login) throws Exception {
        var answer =
                answer(
                        post(door)
                                .with(csrf())
                                .param("login", login)
                                .param("password", IssuedCases.PASSWORD));
        return Objects.requireNonNull(answer.getCookie("tongban"));
    }

    private String text(MockHttpServletRequestBuilder request, Cookie session) throws Exception {
        return answer(request, session).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Cookie session)
            throws Exception {
        return answer(request.cookie(session));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
