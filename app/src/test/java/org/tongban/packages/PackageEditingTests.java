package org.tongban.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tongban.pack.check.PackRules;
import org.tongban.pack.text.PackReader;
import org.tongban.packages.editor.TypedRows;

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
    void aPackageIsArrangedInRowsAndWhatIsWrongStandsAtItsRow() throws Exception {
        var admin = signedIn("admin1");
        var pack = packages.current("close-company").orElseThrow();
        var rows = TypedRows.of(pack.definition());
        rows.put("base", texts.written(pack.definition()));
        rows.put("seen", String.valueOf(pack.version()));

        // Whoever waits for what waits for them.
        rows.put("n3.item", "tax-cancellation");
        rows.put("n3.on", "seal-cancellation");
        rows.put("i4.item", "no-such-item");
        rows.put("act", "publish");
        var wrong = sent(admin, "/close-company", rows);
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("没有“no-such-item”", "改好以后才能公布");
        assertThat(packages.current("close-company")).contains(pack);

        rows.put("i4.item", "");
        var circle = sent(admin, "/close-company", rows);
        assertThat(text(circle)).contains("互相等结果", "还画不成图", "→ 公司注销登记");

        rows.put("n3.item", "");
        rows.put("n3.on", "");
        rows.put("limitDays", "12");
        assertThat(sent(admin, "/close-company", rows).getStatus()).isEqualTo(303);
        var now = packages.current("close-company").orElseThrow();
        assertThat(now.definition().limitDays()).isEqualTo(12);
        assertThat(now.definition().elements()).isEqualTo(pack.definition().elements());

        var overtaken = sent(admin, "/close-company", rows);
        assertThat(text(overtaken)).contains("别人已经公布了新的一版");
        assertThat(packages.publish(pack.definition(), now.version())).isTrue();
    }

    @Test
    void aNewPackageIsDrawnAsItIsChosenAndNobodyElseMayWrite() throws Exception {
        var admin = signedIn("admin1");
        assertThat(text(sent(admin, "", new LinkedHashMap<>()))).contains("请选办给谁");

        var rows = new LinkedHashMap<String, String>();
        rows.put("key", "open-shop");
        rows.put("name", "开小店一件事");
        rows.put("summary", "先登记，再办食品许可。");
        rows.put("lead", "market");
        rows.put("audience", "person");
        rows.put("limitDays", "30");
        rows.put("visits", "0");
        rows.put("handOut", "AS_READY");
        rows.put("i0.item", "individual-business-registration");
        rows.put("i1.item", "food-business-new");
        rows.put("n0.item", "food-business-new");
        rows.put("n0.on", "individual-business-registration");
        var drawn = text(sent(admin, "", rows));

        assertThat(drawn).contains("<svg class=\"graph\"", "i3.item", "n2.on", "q1.choices");
        assertThat(drawn.split("<rect", -1)).hasSize(3);

        var reviewer = signedIn("market1");
        assertThat(sent(reviewer, "", rows).getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse sent(Cookie who, String path, Map<String, String> rows)
            throws Exception {
        var request = post("/staff/packages/arrange" + path).with(csrf()).cookie(who);
        rows.forEach(request::param);
        return browser.perform(request).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
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
