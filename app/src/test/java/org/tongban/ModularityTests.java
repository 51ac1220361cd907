package org.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The borders of the house, and its map, drawn from the code. */
class ModularityTests {

    private static final ApplicationModules MODULES =
            ApplicationModules.of(
                    Tongban.class,
                    DescribedPredicate.describe(
                            "generated classes",
                            (JavaClass type) ->
                                    type.getPackageName().startsWith("org.tongban.pages")
                                            || type.getPackageName()
                                                    .startsWith("org.tongban.schema")));

    @Test
    void noModuleReachesWhereItMayNot() {
        MODULES.verify();
    }

    @Test
    void theMapIsThatOfTheCode() throws IOException {
        var map =
                new StringBuilder(
                        "# The modules, drawn from the code\n\nWritten by `ModularityTests`. Each module names those it uses directly.\n\n");
        map.append("| module | is | uses |\n|---|---|---|\n");
        MODULES.stream()
                .sorted(java.util.Comparator.comparing(module -> module.getIdentifier().toString()))
                .forEach(module -> map.append(row(module)));
        var page = Path.of(System.getProperty("tongban.root", ".."), "docs", "modules.md");

        if (!Files.exists(page) || !Files.readString(page).equals(map.toString())) {
            Files.writeString(page, map.toString());
        }

        assertThat(page).content().contains("| `casework` |");
    }

    private static String row(ApplicationModule module) {
        var uses =
                module.getDirectDependencies(MODULES, DependencyType.values())
                        .uniqueModules()
                        .map(other -> "`" + other.getIdentifier() + "`")
                        .sorted()
                        .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s |%n"
                .formatted(module.getIdentifier(), module.getDisplayName(), uses)
                .replace("\r", "");
    }
}
