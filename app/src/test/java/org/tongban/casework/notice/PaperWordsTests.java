package org.tongban.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.casework.notice.wording.PaperForm;
import org.tongban.casework.notice.wording.PaperWords;
import org.tongban.casework.notice.wording.Wording;
import org.tongban.web.TextBundles;

/** The words of papers: the standard keeps its own rules, and a place speaks in its own words. */
@Tag("B3")
class PaperWordsTests {

    private static final PaperWords STANDARD = PaperWords.standard(new TextBundles());

    @Test
    void theStandardKeepsEveryRuleOfItsPapers() {
        for (var paper : PaperForm.ALL) {
            for (var part : paper.parts()) {
                var where = paper.name() + "." + part.key();
                var words = STANDARD.find(paper.name(), part.key());
                assertThat(words).as(where).isPresent();
                assertThat(part.lacking(words.get())).as(where).isEmpty();
                assertThat(part.unknown(words.get())).as(where).isEmpty();
                assertThat(part.unsaid(String.join("", words.get().pieces()))).as(where).isEmpty();
            }
        }
    }

    @Test
    void everyStandardTextBelongsToAPaperThatAPlaceCanWriteItself() {
        var parts =
                PaperForm.ALL.stream()
                        .flatMap(
                                paper ->
                                        paper.parts().stream()
                                                .map(part -> paper.name() + "." + part.key()))
                        .collect(Collectors.toSet());

        var texts =
                new TextBundles()
                        .keys(Locale.SIMPLIFIED_CHINESE).stream()
                                .filter(key -> key.startsWith("notice."))
                                .map(key -> key.substring("notice.".length()))
                                .filter(key -> key.contains("."));

        assertThat(texts).isSubsetOf(parts);
    }

    @Test
    void aPlaceSpeaksInItsOwnWordsAndWhatItsPackIsTooOldForInTheStandardOnes() {
        var own =
                STANDARD.with(
                        Map.of("ended", Map.of("title", "终止告知书", "body", "“{item}”已于 {day}终止。")));

        assertThat(own.say("ended", "body", Map.of("item", "食品经营许可", "day", "12月8日")))
                .isEqualTo("“食品经营许可”已于 12月8日终止。");
        assertThat(own.find("ended", "again")).isEqualTo(STANDARD.find("ended", "again"));
        assertThat(own.find("receipt", "body")).isEqualTo(STANDARD.find("receipt", "body"));
    }

    @Test
    void aPaperWithAGapDoesNotGoOut() {
        var wording = Wording.of("最晚于 {day}作出决定。");

        assertThatThrownBy(() -> wording.with(Map.of("item", "食品经营许可")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{day}");
    }

    @Test
    void whatIsPutInIsNotReadAgain() {
        assertThat(Wording.of("理由：{reason}").with(Map.of("reason", "见 {day} $1")))
                .isEqualTo("理由：见 {day} $1");
    }
}
