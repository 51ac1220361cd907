package org.tongban.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.EntryCheck.Found;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.directory.Directory;
import org.tongban.pack.PackHouse;
import org.tongban.pack.PackImport;

/** A place weighs the rules of the guide check itself. */
@Tag("A4")
class GuideWeightsTests {

    private static final Path SANDU =
            Path.of(System.getProperty("tongban.root", ".."), "packs", "sandu");

    private static final AnnotationConfigApplicationContext HOUSE =
            new AnnotationConfigApplicationContext(PackHouse.class);

    @BeforeAll
    static void aPlaceThatWeighsOtherwise(@TempDir Path folder) throws IOException {
        try (var files = Files.walk(SANDU)) {
            for (var file : files.toList()) {
                var copy = folder.resolve(SANDU.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else Files.copy(file, copy);
            }
        }
        var place = folder.resolve("place.yaml");
        Files.writeString(
                place,
                Files.readString(place)
                        .replace(
                                "policies:\n",
                                "policies:\n  guideRules: { conditions: off, fee-basis: warn }\n"));
        assertThat(HOUSE.getBean(PackImport.class).run(folder, Optional.empty()).isDone()).isTrue();
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void aRuleThatIsSwitchedOffFindsNothingAndOneThatWarnsDoesNotStop() {
        var check = new GuideCheck(HOUSE.getBean(Directory.class));
        var found = check.of(unsound());

        assertThat(found).noneMatch(one -> one.path().equals("conditions"));
        assertThat(found)
                .filteredOn(one -> one.path().startsWith("fee"))
                .isNotEmpty()
                .noneMatch(Found::stops);
    }

    private static ItemDefinition unsound() {
        var tree =
                ItemJson.tree(
                        HOUSE.getBean(Catalogue.class)
                                .current("elder-allowance")
                                .orElseThrow()
                                .definition());
        tree.put("conditions", List.of());
        tree.put("fee", List.of(Map.of("name", "工本费", "amount", "10", "unit", "本")));
        return ItemJson.of(tree);
    }
}
