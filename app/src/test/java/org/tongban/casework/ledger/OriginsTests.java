package org.tongban.casework.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where an act came is told of a network, never of a machine. */
@Tag("B13")
class OriginsTests {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.0/24",
        "127.0.0.1, 127.0.0.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
        "nonsense, ?"
    })
    void anAddressIsCutToItsNetwork(String address, String network) {
        assertThat(Origins.network(address)).isEqualTo(network);
    }

    @Test
    void whatThePlatformDoesByItselfComesFromNowhere() {
        assertThat(new Origins().current()).isEmpty();
    }

    @Test
    void aPressOnAStaffPageComesFromTheStaffDoor() {
        var request = new MockHttpServletRequest("POST", "/staff/cases/1");
        request.setRemoteAddr("10.1.2.3");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            assertThat(new Origins().current()).contains("staff 10.1.2.0/24");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
