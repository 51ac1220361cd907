package org.tongban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.TestDatabase;
import org.tongban.accounts.provider.OtherHouse;
import org.tongban.directory.DirectoryImport;
import org.tongban.directory.Place;
import org.tongban.directory.Post;
import org.tongban.directory.Region;

/**
 * One house for every test of how people sign in: with an outside provider, without a pack. Who
 * extends it shares it, and makes people of its own.
 */
@SpringBootTest(properties = "tongban.demo=true")
@AutoConfigureMockMvc
public abstract class PeopleHouse {

    @Autowired protected MockMvc browser;

    @DynamicPropertySource
    static void house(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
        registry.add("tongban.provider.issuer", () -> OtherHouse.theOnly().issuer());
        registry.add("tongban.provider.name", () -> "省统一身份认证");
        registry.add("tongban.provider.client-id", () -> OtherHouse.CLIENT);
        registry.add("tongban.provider.secret", () -> OtherHouse.SECRET);
        registry.add("tongban.provider.level-claim", () -> "level");
        registry.add("tongban.provider.levels", () -> "L3");
    }

    protected final Cookie signedIn(String address, String login, String password)
            throws Exception {
        var answer =
                answer(
                        post(address)
                                .with(csrf())
                                .param("login", login)
                                .param("password", password));
        return session(answer);
    }

    protected static Cookie session(MockHttpServletResponse answer) {
        return Objects.requireNonNull(answer.getCookie("tongban"), "no session began");
    }

    protected final String page(MockHttpServletRequestBuilder request) throws Exception {
        var answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return text(answer);
    }

    protected static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    protected final MockHttpServletResponse answer(MockHttpServletRequestBuilder request)
            throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    /** A county with one administrator. */
    protected static DirectoryImport county(String administrator) {
        return new DirectoryImport(
                new Place.Identity(
                        "某县",
                        "990101000000",
                        "12345",
                        "{\"statedTotals\": {\"windows\": 118, \"front\": 118, \"back\": 84}}"),
                List.of(
                        new Region(
                                "990101000000",
                                "某县",
                                Region.Level.COUNTY,
                                Optional.empty(),
                                false)),
                List.of(),
                List.of(),
                List.of(
                        new Post(
                                "admin",
                                "管理岗",
                                Optional.empty(),
                                Optional.empty(),
                                Set.of("administer"),
                                Post.Scope.REGION)),
                List.of(
                        new DirectoryImport.Person(
                                administrator,
                                "石某燕",
                                // Classes with administrators of their own share the database.
                                "T-" + administrator,
                                List.of("admin"),
                                Optional.of("系统管理员"))));
    }
}
