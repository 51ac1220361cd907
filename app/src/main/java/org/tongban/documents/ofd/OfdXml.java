package org.tongban.documents.ofd;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Writes the XML of OFD: UTF-8, one namespace, everything escaped. */
final class OfdXml {

    static final String NAMESPACE = "http://www.ofdspec.org/2016";

    /** A thousandth of a millimetre is finer than any printer. */
    private static final int DECIMALS = 3;

    private final StringBuilder text =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    OfdXml root(String name, String... attributes) {
        text.append("<ofd:").append(name).append(" xmlns:ofd=\"").append(NAMESPACE).append('"');
        return attributes(attributes).raw(">");
    }

    OfdXml open(String name, String... attributes) {
        text.append("<ofd:").append(name);
        return attributes(attributes).raw(">");
    }

    OfdXml close(String name) {
        text.append("</ofd:").append(name).append('>');
        return this;
    }

    OfdXml empty(String name, String... attributes) {
        text.append("<ofd:").append(name);
        return attributes(attributes).raw("/>");
    }

    /** An element that holds text only. */
    OfdXml element(String name, String content, String... attributes) {
        return open(name, attributes).raw(escaped(content)).close(name);
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String number(double value) {
        return new BigDecimal(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String colour(int rgb) {
        return "%d %d %d".formatted((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);
    }

    private OfdXml attributes(String... pairs) {
        for (var at = 0; at < pairs.length; at += 2) {
            text.append(' ').append(pairs[at]).append("=\"").append(escaped(pairs[at + 1]));
            text.append('"');
        }
        return this;
    }

    private OfdXml raw(String part) {
        text.append(part);
        return this;
    }

    /** Characters that XML 1.0 cannot hold are left out. */
    private static String escaped(String content) {
        var escaped = new StringBuilder(content.length());
        content.codePoints()
                .forEach(
                        code -> {
                            switch (code) {
                                case '&' -> escaped.append("&amp;");
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                case '"' -> escaped.append("&quot;");
                                default -> {
                                    if (isAllowed(code)) escaped.appendCodePoint(code);
                                }
                            }
                        });
        return escaped.toString();
    }

    private static boolean isAllowed(int code) {
        return code == '\t'
                || code == '\n'
                || (code >= ' ' && code <= 0xD7FF)
                || (code >= 0xE000 && code <= 0xFFFD)
                || code >= 0x10000;
    }
}
