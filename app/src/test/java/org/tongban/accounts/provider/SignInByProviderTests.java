package org.tongban.accounts.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tongban.access.PeopleHouse;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.PrivatePart;
import org.tongban.accounts.RealName;
import org.tongban.codes.CitizenId;

/** People come by a real provider, page by page. */
@Tag("D1")
class SignInByProviderTests extends PeopleHouse {

    private static final String LAN = "990101199001010019";
    private static final String NEW = "990101199505050030";
    private static final String PASSWORD = "a quiet river";

    @Autowired private Accounts accounts;

    @BeforeEach
    void peopleHereAndThere() {
        accounts.register("weilan2", PASSWORD, "韦某兰", new PrivatePart(LAN, "13800003210", ""));
        OtherHouse.theOnly().tells(OtherHouse.Lie.NONE);
        OtherHouse.theOnly().knows("lan", claims("韦某兰", LAN, "L3"));
        OtherHouse.theOnly().knows("new", claims("石某新", NEW, "L3"));
        OtherHouse.theOnly().knows("unsure", claims("石某疑", "990101199505050057", "L1"));
        OtherHouse.theOnly().knows("wrong-name", claims("韦某蓝", LAN, "L3"));
    }

    @Test
    void theSignInPageNamesTheProvider() throws Exception {
        assertThat(page(get("/sign-in?next=/my/looks")))
                .contains("用省统一身份认证登录", "/sign-in/provider?next=%2Fmy%2Flooks");
        assertThat(page(get("/staff/sign-in"))).doesNotContain("省统一身份认证");
    }

    @Test
    void somebodyNewGetsAnAccountAfterConfirmingAndComesBackDirectly() throws Exception {
        var arrived = visit("new", "/my/identity");
        assertThat(arrived.getRedirectedUrl()).isEqualTo("/sign-in/provider/first");
        var waiting = session(arrived);
        assertThat(page(get("/sign-in/provider/first").cookie(waiting)))
                .contains("第一次用这种方式登录", "石某新")
                .doesNotContain(NEW);

        var in = answer(post("/sign-in/provider/first").cookie(waiting).with(csrf()));
        assertThat(in.getRedirectedUrl()).isEqualTo("/my/identity");
        assertThat(session(in).getValue()).isNotEqualTo(waiting.getValue());
        assertThat(page(get("/my/identity").cookie(session(in))))
                .contains("平台核验", "省统一身份认证", "石某新");

        var again = visit("new", "");
        assertThat(again.getRedirectedUrl()).isEqualTo("/my");
        var security = page(get("/my/security").cookie(session(again)));
        assertThat(security).contains("省统一身份认证", "唯一的登录方式", "还没有设置密码");

        setsAPasswordAndUnlinks(session(again), security);
    }

    private void setsAPasswordAndUnlinks(Cookie session, String security) throws Exception {
        assertThat(security).doesNotContain("/unlink");
        var taken =
                answer(
                        post("/my/security")
                                .cookie(session)
                                .with(csrf())
                                .param("login", "weilan2")
                                .param("fresh", PASSWORD));
        assertThat(taken.getStatus()).isEqualTo(422);
        assertThat(text(taken)).contains("已经有人用了", "value=\"weilan2\"");

        var set =
                answer(
                        post("/my/security")
                                .cookie(session)
                                .with(csrf())
                                .param("login", "Shixin-1")
                                .param("fresh", PASSWORD));
        assertThat(set.getRedirectedUrl()).isEqualTo("/my/security?done=password");
        var own = signedIn("/sign-in", "shixin-1", PASSWORD);
        var unlink = unlinkAction(page(get("/my/security").cookie(own)));

        assertThat(answer(post(unlink).cookie(own).with(csrf())).getRedirectedUrl())
                .isEqualTo("/my/security?done=unlinked");
        assertThat(visit("new", "").getRedirectedUrl()).isEqualTo("/sign-in/provider/first");
    }

    @Test
    void whoHasAnAccountIsJoinedAfterItsPasswordOnly() throws Exception {
        var arrived = visit("lan", "");
        var waiting = session(arrived);
        assertThat(page(get("/sign-in/provider/first").cookie(waiting))).contains("您已经有账号了");

        var empty = answer(post("/sign-in/provider/first").cookie(waiting).with(csrf()));
        assertThat(empty.getStatus()).isEqualTo(422);

        accounts.register(
                "another",
                PASSWORD,
                "石某旁",
                new PrivatePart("990101198803120063", "13800003211", ""));
        var others = join(waiting, "another", PASSWORD);
        assertThat(others.getStatus()).isEqualTo(422);
        assertThat(text(others)).contains("不是您本人的账号", "value=\"another\"");

        var in = join(waiting, "weilan2", PASSWORD);
        assertThat(in.getRedirectedUrl()).isEqualTo("/my");
        assertThat(accounts.personWith(CitizenId.of(LAN)).orElseThrow().realName())
                .isEqualTo(RealName.PROVIDER);
        assertThat(visit("lan", "").getRedirectedUrl()).isEqualTo("/my");

        linksNobodyElse(signedIn("/sign-in", "weilan2", PASSWORD));
    }

    private void linksNobodyElse(Cookie session) throws Exception {
        var unlink = unlinkAction(page(get("/my/security").cookie(session)));
        answer(post(unlink).cookie(session).with(csrf()));

        var asked = answer(get("/my/security/link").cookie(session));
        var other = comesBack(asked, "new", session);
        assertThat(other.getStatus()).isEqualTo(403);
        assertThat(text(other)).contains("身份证号和账号对不上", "/my/security");

        var again = answer(get("/my/security/link").cookie(session));
        var own = comesBack(again, "lan", session);
        assertThat(own.getRedirectedUrl()).isEqualTo("/my/security?done=linked");
        assertThat(page(get("/my/security?done=linked").cookie(session))).contains("已关联");
    }

    @Test
    void whoseNameDiffersGoesToAWindow() throws Exception {
        var refused = visit("wrong-name", "");

        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(text(refused)).contains("姓名和登记的对不上", "窗口核对后改正");
    }

    @Test
    void whomTheProviderHasNotCheckedGetsNoAccount() throws Exception {
        var refused = visit("unsure", "");

        assertThat(text(refused)).contains("还没有核验您的身份", "完成实名认证");
        assertThat(accounts.personWith(CitizenId.of("990101199505050057"))).isEmpty();
    }

    @Test
    void aTokenThatLiesIsToldInWordsAndLetsNobodyIn() throws Exception {
        OtherHouse.theOnly().tells(OtherHouse.Lie.OTHER_KEY);
        var forged = visit("lan", "");

        assertThat(forged.getStatus()).isEqualTo(403);
        assertThat(text(forged)).contains("身份信息没有通过核验", "签名不对", "再试一次");
    }

    @Test
    void whoComesBackWithoutHavingBegunIsToldSo() throws Exception {
        var lost = answer(get("/sign-in/provider/back?code=x&state=y"));

        assertThat(lost.getStatus()).isEqualTo(400);
        assertThat(text(lost)).contains("这次登录已经失效", "从头再登录一次");
        assertThat(answer(get("/sign-in/provider/first")).getStatus()).isEqualTo(400);
    }

    @Test
    void aChangedPasswordSignsOutWhoeverKnewTheOldOne() throws Exception {
        accounts.register(
                "changing",
                PASSWORD,
                "石某变",
                new PrivatePart("990101197001010036", "13800003212", ""));
        var there = signedIn("/sign-in", "changing", PASSWORD);
        var here = signedIn("/sign-in", "changing", PASSWORD);

        var wrong = change(here, "not the password", "another river 9");
        assertThat(text(wrong)).contains("现在的密码不对");
        assertThat(change(here, PASSWORD, "another river 9").getRedirectedUrl())
                .isEqualTo("/my/security?done=password");

        assertThat(answer(get("/my/security").cookie(here)).getStatus()).isEqualTo(200);
        assertThat(answer(get("/my/security").cookie(there)).getStatus()).isEqualTo(302);
        signedIn("/sign-in", "changing", "another river 9");
    }

    private MockHttpServletResponse change(Cookie session, String until, String fresh)
            throws Exception {
        return answer(
                post("/my/security")
                        .cookie(session)
                        .with(csrf())
                        .param("until", until)
                        .param("fresh", fresh));
    }

    private MockHttpServletResponse join(Cookie waiting, String login, String password)
            throws Exception {
        return answer(
                post("/sign-in/provider/first")
                        .cookie(waiting)
                        .with(csrf())
                        .param("login", login)
                        .param("password", password));
    }

    private MockHttpServletResponse visit(String login, String next) throws Exception {
        var asked = answer(get("/sign-in/provider").param("next", next));
        var back = comesBack(asked, login, session(asked));
        // The cookie of a browser that keeps its session is not sent again.
        if (back.getCookie("tongban") == null) back.addCookie(session(asked));
        return back;
    }

    private MockHttpServletResponse comesBack(
            MockHttpServletResponse asked, String login, Cookie session) throws Exception {
        var to = Objects.requireNonNull(asked.getRedirectedUrl());
        var back = OtherHouse.theOnly().visitedBy(login, to);
        return answer(get(new URI(back.getRawPath() + "?" + back.getRawQuery())).cookie(session));
    }

    private static String unlinkAction(String page) {
        var action =
                Pattern.compile("action=\"(/my/security/logins/[^\"]+/unlink)\"").matcher(page);
        assertThat(action.find()).isTrue();
        return action.group(1);
    }

    private static Map<String, Object> claims(String name, String number, String level) {
        return Map.of("name", name, "id_number", number, "level", level);
    }
}
