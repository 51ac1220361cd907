package org.tongban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.directory.Directory;

class PeoplePagesTests extends PeopleHouse {

    private static final String PASSWORD = "tongban-2026";

    @Autowired private Directory directory;

    @BeforeEach
    void anAdministrator() {
        directory.replaceWith(county("shiyan"), Optional.of(PASSWORD));
    }

    @Test
    void aDemonstrationShowsWhomOneMayPlay() throws Exception {
        assertThat(page(get("/staff/sign-in"))).contains("系统管理员", "石某燕", PASSWORD);
    }

    @Test
    void aFailedSignInKeepsTheLoginAndNeverThePassword() throws Exception {
        var failed =
                answer(
                        post("/sign-in")
                                .with(csrf())
                                .param("login", "somebody")
                                .param("password", "secret typed"));
        var session = Objects.requireNonNull(failed.getCookie("tongban"));

        assertThat(page(get("/sign-in?failed").cookie(session)))
                .contains("账号或密码不对", "value=\"somebody\"")
                .doesNotContain("secret typed");
    }

    @Test
    void aWrongRegistrationSaysAtTheFieldWhatToPutRight() throws Exception {
        var answer =
                answer(
                        registration("990101199001010018")
                                .param("name", "吴某珍")
                                .param("password", "wuzhen-wuzhen"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("身份证号有一位或几位不对", "密码里不要包含账号", "value=\"吴某珍\"")
                .doesNotContain("wuzhen-wuzhen");
    }

    @Test
    void somebodyRegistersSignsInAndSeesWhoLooked() throws Exception {
        var registered =
                page(
                        registration("990101197609170281")
                                .param("name", "吴某珍")
                                .param("password", "a quiet river"));
        assertThat(registered).contains("注册好了");

        var session = signedIn("/sign-in", "wuzhen", "a quiet river");

        assertThat(page(get("/my/looks").cookie(session))).contains("还没有人看过", "吴某珍");
    }

    @Test
    void anAdministratorReadsTheDirectoryAndRenewsAPassword() throws Exception {
        var session = signedIn("/staff/sign-in", "shiyan", PASSWORD);

        assertThat(page(get("/staff/directory").cookie(session))).contains("来源文件所列合计", "118");
        assertThat(page(get("/staff/directory/regions").cookie(session))).contains("某县");
        assertThat(page(get("/staff/directory/people?query=石").cookie(session)))
                .contains("石某燕", "管理岗");
        assertThat(page(get("/staff/accounts").cookie(session))).contains("没有账号被锁");

        var id = directory.current().staff().iterator().next().id();
        var renewed =
                post("/staff/accounts").cookie(session).with(csrf()).param("staff", id.toString());

        assertThat(page(renewed)).contains("石某燕的新密码");
    }

    private static MockHttpServletRequestBuilder registration(String number) {
        return post("/register")
                .with(csrf())
                .param("idNumber", number)
                .param("mobile", "13800003469")
                .param("login", "wuzhen");
    }
}
