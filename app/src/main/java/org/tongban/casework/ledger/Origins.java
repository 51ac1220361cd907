package org.tongban.casework.ledger;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * From where an act comes: the door and the network, never the address of a single machine. So much
 * tells an auditor an office's own network from anywhere else, and no more than that is needed
 * (个人信息保护法, art. 6: the least that serves the purpose).
 */
@Component
class Origins {

    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 6;

    /** Of the request that is being answered; empty for what the platform does by itself. */
    Optional<String> current() {
        return RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes
                ? Optional.of(
                        door(attributes.getRequest().getRequestURI())
                                + " "
                                + network(attributes.getRequest().getRemoteAddr()))
                : Optional.empty();
    }

    private static String door(String path) {
        if (path.startsWith("/staff")) return "staff";
        return path.startsWith("/api/") ? "api" : "portal";
    }

    /** 10.1.2.0/24 of 10.1.2.3, and the first 48 bits of an address of the newer kind. */
    static String network(String literal) {
        try {
            var address = InetAddress.ofLiteral(literal);
            var kept = address instanceof Inet4Address ? IPV4_KEPT : IPV6_KEPT;
            var bytes = address.getAddress();
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress().toLowerCase(Locale.ROOT)
                    + "/"
                    + kept * Byte.SIZE;
        } catch (IllegalArgumentException | java.net.UnknownHostException noAddress) {
            return "?";
        }
    }
}
