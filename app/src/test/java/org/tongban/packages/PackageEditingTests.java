package org.tongban.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.pack.check.PackRules;
import org.tongban.pack.text.PackReader;

/** What is edited in the browser is what a pack would say, and leaves without loss. */
@Tag("C1")
@Tag("C4")
class PackageEditingTests extends PackageHouse {

    @Autowired private PackageTexts texts;
    @Autowired private Packages packages;
    @Autowired private Zones zones;

    @Test
    void everyPackageIsWrittenAndReadWithoutLossAndIsSound() {
        assertThat(packages.all()).hasSizeGreaterThanOrEqualTo(17);
        for (var pack : packages.all()) {
            var read = texts.read(texts.written(pack.definition()));

            assertThat(read.faults()).as(pack.key()).isEmpty();
            assertThat(read.definition()).as(pack.key()).contains(pack.definition());
        }
    }

    @Test
    void whatIsWrongIsNamedByItsLine() {
        var text = texts.written(packages.current("retirement").orElseThrow().definition());
        var lines = text.lines().toList();
        var wrong = text.replace("item: retirement-application", "item: retirement-dream");

        var line =
                lines.indexOf(
                                lines.stream()
                                        .filter(one -> one.contains("item: retirement-application"))
                                        .findFirst()
                                        .orElseThrow())
                        + 1;
        assertThat(texts.read(wrong).faults())
                .anyMatch(
                        fault ->
                                fault.line() == line
                                        && fault.message().contains("没有“retirement-dream”"));
        assertThat(texts.read("key: [").definition()).isEmpty();
        assertThat(texts.read("").faults()).isNotEmpty();
        assertThat(texts.read("key: a\nname: b").faults()).isNotEmpty();
    }

    @Test
    void whoWasOvertakenPublishesNothing() {
        var pack = packages.current("after-death").orElseThrow();
        var changed =
                texts.read(texts.written(pack.definition()).replace("limitDays: 8", "limitDays: 9"))
                        .definition()
                        .orElseThrow();

        assertThat(packages.publish(changed, pack.version() + 1)).isFalse();
        assertThat(packages.publish(changed, pack.version())).isTrue();
        assertThat(packages.publish(changed, pack.version())).isFalse();

        var now = packages.current("after-death").orElseThrow();
        assertThat(now.version()).isEqualTo(pack.version() + 1);
        assertThat(now.definition().limitDays()).isEqualTo(9);
        assertThat(packages.publish(pack.definition(), now.version())).isTrue();
    }

    @Test
    @Tag("C6")
    void theZonesComeFromThePackAndGoBackIntoIt(@TempDir Path folder) throws Exception {
        assertThat(zones.all())
                .extracting(ServiceZone::key)
                .containsExactly("business", "elderly", "disabled", "veterans", "newcomers");

        exports.run(folder.resolve("pack"));

        var checked = PackRules.check(PackReader.read(folder.resolve("pack")));
        assertThat(checked.files()).containsKey("zones.yaml");
        assertThat(checked.faults().stream().filter(fault -> fault.file().equals("zones.yaml")))
                .isEmpty();
    }
}
