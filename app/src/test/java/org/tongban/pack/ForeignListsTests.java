package org.tongban.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.catalogue.search.ForeignLists;

/** A real list of another district, taken over and searched. */
@Tag("A2")
class ForeignListsTests {

    private static final Path ROOT = Path.of(System.getProperty("tongban.root", ".."));
    private static final AnnotationConfigApplicationContext HOUSE =
            new AnnotationConfigApplicationContext(PackHouse.class, ForeignLists.class);

    private final ForeignLists lists = HOUSE.getBean(ForeignLists.class);

    @BeforeAll
    static void taken() throws IOException, java.net.URISyntaxException {
        HOUSE.getBean(PackImport.class).run(ROOT.resolve("packs/sandu"), Optional.empty());
        HOUSE.getBean(ForeignItems.class)
                .take(Path.of(ForeignListsTests.class.getResource("/pack/real-items.csv").toURI()));
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "户口注销, 注销户口证明",
        "hukou zhengming, 户口",
        "易制毒品运输, 第二类易制毒化学品运输许可",
    })
    void isSearchedByTheSameWordsAsOnesOwn(String words, String name) {
        var found = lists.find(lists.last().orElseThrow(), words);

        assertThat(found).isNotEmpty();
        assertThat(found.stream().limit(3).map(ForeignLists.Row::name))
                .anyMatch(one -> one.contains(name));
    }

    @Test
    void everyRowIsThereInItsOrderWithItsFaults() {
        var list = lists.last().orElseThrow();

        var rows = lists.rows(list, 0, 1_000);

        assertThat(rows)
                .hasSize(421)
                .isSortedAccordingTo(java.util.Comparator.comparingInt(ForeignLists.Row::line));
        assertThat(rows).anyMatch(row -> !row.faults().isEmpty());
    }
}
