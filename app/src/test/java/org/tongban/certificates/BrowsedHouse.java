package org.tongban.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.TestDatabase;

/**
 * A demonstration with a clock that can be turned, as a browser without scripts meets it. Classes
 * that stand on it share one start of the house.
 */
@SpringBootTest(properties = {"tongban.demo=true", "tongban.base-url=https://sandu.example"})
@AutoConfigureMockMvc
@Import({IssuedCases.class, BrowsedHouse.Turnable.class})
public abstract class BrowsedHouse {

    @Autowired private MockMvc browser;

    @TestConfiguration
    static class Turnable {
        @Bean
        @Primary
        TurnableClock turnableClock() {
            return new TurnableClock();
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    protected static MockHttpServletRequestBuilder sending(String draft, Cookie session) {
        return post(draft + "/send")
                .with(csrf())
                .cookie(session)
                .param("delivery", "electronic")
                .param("truth", "yes");
    }

    protected static UUID id(String draft) {
        return UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
    }

    protected void upload(String address, Cookie session) throws Exception {
        var written = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", written);
        answer(
                multipart(address)
                        .file(
                                new MockMultipartFile(
                                        "files", "照片.png", "image/png", written.toByteArray()))
                        .with(csrf())
                        .cookie(session));
    }

    protected Cookie signedIn(String login) throws Exception {
        return signedIn("/sign-in", login);
    }

    protected Cookie signedIn(String door, String login) throws Exception {
        var answer =
                answer(
                        post(door)
                                .with(csrf())
                                .param("login", login)
                                .param("password", IssuedCases.PASSWORD));
        return Objects.requireNonNull(answer.getCookie("tongban"), "no session began");
    }

    protected String page(MockHttpServletRequestBuilder request) throws Exception {
        var answer = answer(request);
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
        return text(answer);
    }

    protected static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    protected static String firstMatch(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    protected MockHttpServletResponse answer(RequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
