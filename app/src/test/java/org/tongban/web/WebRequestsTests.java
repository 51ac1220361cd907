package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** From the request to the bytes of the page. */
class WebRequestsTests {

    @Controller
    static class Door {

        @GetMapping("/door")
        Rendered open() {
            return Rendered.of("web/error").with("code", 404).status(HttpStatus.NOT_FOUND);
        }

        @GetMapping("/broken")
        Rendered broken() {
            return Rendered.of("web/facts").header("X-Half", "yes");
        }
    }

    private final TextBundles bundles = new TextBundles();
    private final Frames frames =
            new Frames(
                    new StaticListableBeanFactory().getBeanProvider(Surroundings.class),
                    new Assets());
    private final FetchKeptPage kept =
            new FetchKeptPage(
                    new StaticListableBeanFactory().getBeanProvider(KeptPages.class),
                    new StaticListableBeanFactory()
                            .getBeanProvider(RequestMappingHandlerMapping.class));
    private final RenderedPages rendered = new RenderedPages(new Pages(), frames, bundles, kept);
    private final MockMvc browser =
            MockMvcBuilders.standaloneSetup(
                            new Door(),
                            new PreferencesPage(bundles),
                            new ErrorPages(rendered, frames))
                    .setCustomReturnValueHandlers(rendered)
                    .addFilters(new SecurityHeaders())
                    .build();

    @Test
    void aControllersAnswerBecomesAPage() throws Exception {
        browser.perform(get("/door"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(content().string(Matchers.containsString("没有找到这个页面")))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void aPageThatCannotBeMadeLeavesNoHalf() {
        var fault =
                org.assertj.core.api.Assertions.catchThrowable(
                        () -> browser.perform(get("/broken")));

        assertThat(fault).hasRootCauseInstanceOf(NullPointerException.class);
        assertThat(fault.getCause()).isInstanceOf(PageFault.class);
    }

    @Test
    void aPublicPageOpensNoSession() throws Exception {
        var answer = browser.perform(get("/door")).andReturn();

        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        browser.perform(get("/door"))
                .andExpect(
                        header().string(
                                        "Content-Security-Policy",
                                        SecurityHeaders.CONTENT_SECURITY_POLICY))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().doesNotExist("Strict-Transport-Security"));
        browser.perform(get("/door").secure(true))
                .andExpect(header().exists("Strict-Transport-Security"));
    }

    @Test
    void theCookiesChooseLanguageAndElderVersion() throws Exception {
        var cookies =
                new Cookie[] {
                    new Cookie(Preferences.LANGUAGE_COOKIE, "en"),
                    new Cookie(Preferences.ELDER_COOKIE, "on")
                };

        browser.perform(get("/door").cookie(cookies))
                .andExpect(content().string(Matchers.containsString("<html lang=\"en\"")))
                .andExpect(content().string(Matchers.containsString("citizen elder")));
    }

    @Test
    void aPreferenceIsKeptAndTheReaderReturns() throws Exception {
        browser.perform(
                        get("/preferences")
                                .param("elder", "on")
                                .param("back", "/guide/food?step=2"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/guide/food?step=2"))
                .andExpect(header().string("Set-Cookie", Matchers.startsWith("tongban-elder=on")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)",
                "evil", "", "/a\r\nSet-Cookie: x=1", "/a b"
            })
    void aReturnAddressElsewhereLeadsHome(String back) {
        assertThat(PreferencesPage.local(back)).isEqualTo("/");
    }

    @Test
    void aProgramIsToldTheProblemInJson() throws Exception {
        browser.perform(
                        get("/error")
                                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 503)
                                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/cases"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().contentType("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 429, 500, 502, 503})
    void everyErrorHasItsPage(int code) throws Exception {
        browser.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code))
                .andExpect(status().is(code))
                .andExpect(content().string(Matchers.containsString("12345")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("error."))));
    }
}
