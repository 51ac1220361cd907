package org.tongban.pack;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.catalogue.search.CatalogueIndex;
import org.tongban.catalogue.search.Finder;
import org.tongban.catalogue.search.Golden;

/** The search over the pack of Sandu, with everything understood; one for all tests. */
final class SanduSearch {

    static final Path GOLDEN =
            Path.of(System.getProperty("tongban.root", ".."))
                    .resolve("app/src/test/resources/search/golden.tsv");

    private static final AnnotationConfigApplicationContext HOUSE = open();

    private SanduSearch() {}

    static Finder finder() {
        return HOUSE.getBean(Finder.class);
    }

    static Golden golden() throws IOException {
        return Golden.read(GOLDEN);
    }

    private static AnnotationConfigApplicationContext open() {
        var house = PackHouse.withSandu();
        house.getBean(CatalogueIndex.class).awaitMeaning();
        return house;
    }
}
