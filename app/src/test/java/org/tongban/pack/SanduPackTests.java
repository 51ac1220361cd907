package org.tongban.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackReader;

/** The pack that comes with the program. */
class SanduPackTests {

    static final Path SANDU =
            Path.of(System.getProperty("tongban.root", ".."), "packs", "sandu").normalize();

    @Test
    void hasNoErrors() throws IOException {
        var checked = PackCheck.check(PackReader.read(SANDU));

        assertThat(checked.faults().stream().filter(PackFault::isError).map(PackFault::printed))
                .isEmpty();
        assertThat(checked.content()).isPresent();
    }

    @Test
    void reportsThatTheStatedTotalsAgree() throws IOException {
        var checked = PackCheck.check(PackReader.read(SANDU));

        assertThat(checked.faults())
                .extracting(PackFault::message)
                .contains("合计相符：118 = 118", "合计相符：84 = 84");
    }
}
