package org.tongban.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tongban.directory.Directory;
import org.tongban.directory.StaffMember;

/** Who takes a project through its approvals: named by the leading office, and by nobody else. */
@Tag("C5")
class ProjectAgentTests extends PackageHouse {

    private static final String PROJECTS = "/staff/packages/projects";

    @Autowired private Directory directory;

    @Test
    void theLeadingOfficeNamesOneOfItsOwnAndAnotherOneEndsTheFirst() throws Exception {
        var code = sentProject(21);
        var head = signedIn("development2");
        var agent = signedIn("development1");

        assertThat(page(agent, PROJECTS)).doesNotContain(code);
        assertThat(help(agent, code, "还没有被指定").getStatus()).isEqualTo(403);
        assertThat(name(head, code, "development1").getStatus()).isEqualTo(303);
        assertThat(page(agent, PROJECTS)).contains(code);
        assertThat(help(agent, code, "问清楚了要交哪些材料").getStatus()).isEqualTo(303);
        assertThat(help(agent, code, " ").getStatus()).isEqualTo(422);

        assertThat(name(head, code, "development2").getStatus()).isEqualTo(303);
        assertThat(page(agent, PROJECTS)).doesNotContain(code);
        assertThat(help(agent, code, "已经换人").getStatus()).isEqualTo(403);
        assertThat(page(head, PROJECTS + "/" + code)).contains("莫某玲", "石某国", "问清楚了要交哪些材料");
    }

    @Test
    void nobodyElseNamesAnAgentAndNobodyOutsideTheOfficeBecomesOne() throws Exception {
        var code = sentProject(22);

        assertThat(name(signedIn("land2"), code, "land1").getStatus()).isEqualTo(403);
        assertThat(name(signedIn("development1"), code, "development1").getStatus()).isEqualTo(403);
        assertThat(name(signedIn("health2"), code, "development1").getStatus()).isEqualTo(404);
        var outside = name(signedIn("development2"), code, "land1");
        assertThat(outside.getStatus()).isEqualTo(422);
        assertThat(text(outside)).contains("请选牵头部门的一位同事");
    }

    private String sentProject(long seed) {
        var whole =
                send(
                        "investment-project",
                        FIRM,
                        Map.of("now", "start", "eia", "no", "earth", "no"),
                        seed);
        office.work();
        return whole.projectCode().orElseThrow();
    }

    private MockHttpServletResponse name(Cookie who, String code, String login) throws Exception {
        var chosen =
                directory.current().staff().stream()
                        .filter(one -> one.login().equals(login))
                        .map(StaffMember::id)
                        .findFirst()
                        .orElseThrow();
        return browser.perform(
                        post(PROJECTS + "/" + code + "/agent")
                                .with(csrf())
                                .cookie(who)
                                .param("agent", chosen.toString())
                                .param("phone", "0854-3920001"))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse help(Cookie who, String code, String said) throws Exception {
        return browser.perform(
                        post(PROJECTS + "/" + code + "/agent/help")
                                .with(csrf())
                                .cookie(who)
                                .param("said", said))
                .andReturn()
                .getResponse();
    }

    private String page(Cookie who, String path) throws Exception {
        var answer = browser.perform(get(path).cookie(who)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return text(answer);
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
