package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every template of the house must keep. */
class TemplatesTests {

    private static final String HOSTILE = "\"><script>alert('x')</script><b title='";
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern KEY =
            Pattern.compile("texts\\.(?:localize|count)\\(\"([a-z0-9.-]+)\"\\s*[,)]");

    private final Pages pages = new Pages();
    private final TextBundles bundles = new TextBundles();
    private final Texts chinese = bundles.in(Preferences.CHINESE);

    @ParameterizedTest
    @EnumSource
    void hostileTextStaysText(FieldKind kind) {
        var field =
                FieldView.of(kind, "answer", HOSTILE)
                        .hint(HOSTILE)
                        .value(HOSTILE)
                        .options(List.of(new Option(HOSTILE, HOSTILE, HOSTILE)))
                        .source(HOSTILE)
                        .unit(HOSTILE)
                        .error(HOSTILE);

        var page = pages.render("web/field", Map.of("field", field, "texts", chinese));

        // An empty value closes with the same three characters; broken out of, a tag follows them.
        assertThat(page).doesNotContain("<script", "<b title", "\"\"><");
    }

    @Test
    void hostileTextStaysTextInEveryComponent() {
        var given =
                new HashMap<>(
                        GallerySamples.components(
                                GallerySamples.frame(false, Preferences.CHINESE), chinese));
        given.put("sample", HOSTILE);
        given.put("link", new Link(HOSTILE, HOSTILE));
        given.put("facts", List.of(new Fact(HOSTILE, HOSTILE, HOSTILE)));
        given.put("tags", List.of(Tag.got(HOSTILE)));

        var page = pages.render("web/gallery", given);

        assertThat(page).doesNotContain("<script>", "<b title").contains("&lt;script>");
    }

    @Test
    void everyErrorLinksToAFieldOfThePage() {
        var page = components();

        for (var error : GallerySamples.errors().errors()) {
            assertThat(page).contains("href=\"#" + error.field() + "\"", "id=\"" + error.field());
        }
    }

    @Test
    void noIdStandsTwiceOnAPage() {
        assertThat(matches("\\sid=\"([^\"]+)\"", components())).doesNotHaveDuplicates();
    }

    @Test
    void everyDescriptionOfAFieldExists() {
        var page = components();
        var ids = matches("\\sid=\"([^\"]+)\"", page);

        for (var described : matches("aria-describedby=\"([^\"]+)\"", page)) {
            assertThat(ids).contains(described.split(" "));
        }
    }

    @Test
    void aFormWithoutErrorsHasNoSummary() {
        var given = Map.<String, Object>of("errors", ErrorSummary.none(), "texts", chinese);

        assertThat(pages.render("web/errorSummary", given)).isBlank();
    }

    @Test
    void whatWasTypedStaysInAWrongField() {
        assertThat(components()).contains("value=\"八十多\"", "aria-invalid=\"true\"");
    }

    @Test
    void aPasswordIsNeverSentBack() {
        var field = FieldView.of(FieldKind.PASSWORD, "password", "密码").value("secret");

        assertThat(pages.render("web/field", Map.of("field", field, "texts", chinese)))
                .doesNotContain("secret");
    }

    @Test
    void moreThanSevenAnswersBecomeAList() {
        var page = components();

        assertThat(page).contains("<select class=\"input\" id=\"town\"");
        assertThat(page).contains("type=\"radio\" id=\"kind\"");
    }

    @Test
    void aParameterThatTheTemplateLacksIsRefused() {
        assertThatThrownBy(() -> pages.render("web/errorSummary", Map.of("pgae", 1)))
                .isInstanceOf(PageFault.class)
                .hasMessageContaining("pgae");
    }

    @Test
    void aParameterThatWasForgottenIsNamed() {
        assertThatThrownBy(() -> pages.render("web/errorSummary", Map.of("texts", chinese)))
                .isInstanceOf(PageFault.class)
                .hasMessageContaining("errors");
    }

    @Test
    void everyTextThatATemplateAsksForExists() throws IOException {
        var missing = new TreeSet<String>();
        for (var template : templates()) {
            for (var key : matches(KEY.pattern(), Files.readString(template))) {
                if (!chinese.has(key)) {
                    missing.add(template + ": " + key);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextThatIsChosenByAValueExists() {
        for (var role : DayRole.values()) {
            assertThat(chinese.has("days." + role.css())).as(role.css()).isTrue();
        }
        for (var state : TimelineEntry.State.values()) {
            assertThat(chinese.has("timeline." + state.css())).as(state.css()).isTrue();
        }
        for (var code : List.of(403, 404, 409, 413, 429, 500, 503)) {
            for (var part : List.of("title", "text", "way")) {
                assertThat(chinese.has("error." + code + "." + part)).as(code + part).isTrue();
            }
        }
    }

    @Test
    void englishSaysEverythingThatChineseSays() throws IOException {
        var texts = keysOf("web_zh_CN");
        var english = keysOf("web_en");
        english.removeIf(key -> key.endsWith(".one"));

        assertThat(english).isEqualTo(texts);
        assertThat(bundles.keys(Locale.ENGLISH)).containsAll(texts);
    }

    @Test
    void noTemplateCarriesAStyleOrAScriptOfItsOwn() throws IOException {
        for (var template : templates()) {
            assertThat(Files.readString(template))
                    .as(template.toString())
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContainPattern("\\son[a-z]+=\"")
                    .doesNotContainPattern("<script>")
                    .doesNotContain("<style");
        }
    }

    @Test
    void noTemplateCarriesRawChinese() throws IOException {
        for (var template : templates()) {
            assertThat(Files.readString(template))
                    .as(template.toString())
                    .doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    void everyTemplateSaysInItsFirstLineWhatItIs() throws IOException {
        for (var template : templates()) {
            assertThat(Files.readString(template)).as(template.toString()).startsWith("<%-- ");
        }
    }

    @Test
    void theStyleSheetAndTheScriptKeepTheirBudget() throws IOException {
        assertThat(Files.size(Path.of("src/main/resources/static/web/tongban.css")))
                .isLessThan(20_480);
        assertThat(Files.size(Path.of("src/main/resources/static/web/tongban.js")))
                .isLessThan(8_192);
    }

    private String components() {
        return pages.render(
                "web/gallery",
                GallerySamples.components(
                        GallerySamples.frame(false, Preferences.CHINESE), chinese));
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }

    private static SortedSet<String> keysOf(String bundle) throws IOException {
        var read = new java.util.Properties();
        try (var file =
                Files.newBufferedReader(
                        Path.of("src/main/resources/messages", bundle + ".properties"))) {
            read.load(file);
        }
        return new TreeSet<>(read.stringPropertyNames());
    }
}
