package org.tongban.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTests {

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("平面图.pdf", "平面图.pdf"),
                Arguments.of("C:\\Users\\韦\\平面图.pdf", "平面图.pdf"),
                Arguments.of("../../etc/passwd", "passwd"),
                Arguments.of("a\u0000b\r\nSet-Cookie: x.pdf", "abSet-Cookie x.pdf"),
                Arguments.of("\u202Egpj.exe", "gpj.exe"),
                Arguments.of("a\u200Bb\u2066c.pdf", "abc.pdf"),
                Arguments.of("a<b>\"c\"|d?.pdf", "abcd.pdf"),
                Arguments.of("  .hidden. ", "hidden"),
                Arguments.of("a   b.pdf", "a b.pdf"),
                Arguments.of("", "文件"),
                Arguments.of("...", "文件"),
                Arguments.of("dir/", "文件"),
                Arguments.of("𠮷野.jpg", "𠮷野.jpg"),
                Arguments.of("half\uD842.jpg", "half.jpg"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesAreMadeHarmless(String sent, String clean) {
        assertThat(FileName.clean(sent)).isEqualTo(clean);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        var clean = FileName.clean("𠮷".repeat(300) + ".pdf");

        assertThat(clean.codePointCount(0, clean.length())).isEqualTo(FileName.LONGEST);
        assertThat(clean).endsWith("𠮷.pdf");
    }
}
