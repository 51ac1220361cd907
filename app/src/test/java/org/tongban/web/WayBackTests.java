package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class WayBackTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "POST, https://office.example/apply/1/materials?of=2, /apply/1/materials?of=2",
                "POST, https://office.example/apply/1, /apply/1",
                "GET,  https://office.example/my, /my",
                "GET,  https://office.example/failed, ''",
                "POST, https://office.example/failed, /failed",
                "POST, https://elsewhere.example/apply/1, ''",
                "POST, https://office.example//elsewhere.example, ''",
                "POST, javascript:alert(1), ''",
                "POST, 不是网址, ''",
                "POST, -, ''"
            })
    void theWayBackLeadsToThePageBeforeOnThisHostOnly(String method, String referer, String way) {
        var request = new MockHttpServletRequest(method, "/error");
        request.setServerName("office.example");
        if (referer != null) request.addHeader("Referer", referer);

        assertThat(WayBack.of(request, "/failed").orElse("")).isEqualTo(way);
    }
}
