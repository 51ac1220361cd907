package org.tongban.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.search.ItemIndex;

/** What people say, and the item that answers it. */
class SearchInTheSanduPackTests {

    private static ItemIndex index = ItemIndex.of(List.of());

    @BeforeAll
    static void build() throws IOException {
        var pack = PackCheck.check(PackReader.read(SanduPackTests.SANDU)).content().orElseThrow();
        var agencies =
                pack.agencies().stream()
                        .collect(
                                Collectors.toMap(
                                        PackContent.Agency::key, PackContent.Agency::name));
        index =
                ItemIndex.of(
                        pack.items().stream()
                                .map(
                                        i ->
                                                ItemIndex.Entry.of(
                                                        i, agencies.getOrDefault(i.agency(), "")))
                                .toList());
        System.out.println("KEYS " + pack.items().stream().map(ItemDefinition::key).toList());
    }

    @ParameterizedTest
    @CsvSource({"我想开一家小饭馆, food-business-new", "开饭馆, food-business-new"})
    void findsTheItemFirst(String words, String key) {
        assertThat(index.search(words)).startsWith(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "*",
                "name:* OR key:*",
                "\"(((((",
                "+-&&||!(){}[]^\"~*?:\\/",
                "\u0000\u0001\u202e",
                "' OR 1=1 --"
            })
    void anyTextIsSafe(String words) {
        assertThat(index.search(words)).hasSizeLessThan(201);
    }

    @Test
    void aVeryLongQuestionIsAnsweredToo() {
        assertThat(index.search("开饭馆" + "啊！".repeat(500_000))).isNotEmpty();
    }
}
