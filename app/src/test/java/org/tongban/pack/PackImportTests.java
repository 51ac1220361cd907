package org.tongban.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.schema.Tables.AGENCY;
import static org.tongban.schema.Tables.FOREIGN_ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemFilter;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackReader;

@Tag("A2")
@Tag("A3")
class PackImportTests {

    private static final Optional<String> PASSWORD = Optional.of("demo-password-1");

    private AnnotationConfigApplicationContext house;
    private PackImport imports;
    private DSLContext db;

    @BeforeEach
    void open() {
        house = new AnnotationConfigApplicationContext(PackHouse.class);
        imports = house.getBean(PackImport.class);
        db = house.getBean(DSLContext.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void importingTheSamePackAgainMakesNoNewVersion() throws IOException {
        var first = imports.run(SanduPackTests.SANDU, PASSWORD);

        var second = imports.run(SanduPackTests.SANDU, PASSWORD);

        assertThat(first.created()).isGreaterThan(60);
        assertThat(second.created()).isZero();
        assertThat(second.changed()).isZero();
        assertThat(second.unchanged()).isEqualTo(first.created());
        assertThat(db.fetchCount(ITEM_VERSION)).isEqualTo(first.created());
    }

    @Test
    void aChangedItemGetsANewVersionAndTheOldOneStays(@TempDir Path folder) throws IOException {
        copy(SanduPackTests.SANDU, folder);
        imports.run(folder, Optional.empty());
        var file = folder.resolve("items/market/food-business-new.yaml");
        Files.writeString(
                file, Files.readString(file).replace("promised: { days: 5", "promised: { days: 6"));

        var second = imports.run(folder, Optional.empty());

        var catalogue = house.getBean(Catalogue.class);
        assertThat(second.changed()).isEqualTo(1);
        assertThat(catalogue.current("food-business-new").orElseThrow().version()).isEqualTo(2);
        assertThat(
                        catalogue
                                .version("food-business-new", 1)
                                .definition()
                                .limits()
                                .promised()
                                .days())
                .isEqualTo(5);
    }

    @Test
    void aPackWithAnErrorChangesNothing(@TempDir Path folder) throws IOException {
        copy(SanduPackTests.SANDU, folder);
        var file = folder.resolve("items/market/food-business-new.yaml");
        Files.writeString(file, Files.readString(file).replace("post: market-decide", "post: x"));

        var imported = imports.run(folder, PASSWORD);

        assertThat(imported.isDone()).isFalse();
        assertThat(db.fetchCount(AGENCY)).isZero();
        assertThat(db.fetchCount(ITEM_VERSION)).isZero();
    }

    @Test
    void itemsThatThePackNoLongerHasAreReportedAndStay(@TempDir Path folder) throws IOException {
        copy(SanduPackTests.SANDU, folder);
        imports.run(folder, Optional.empty());
        Files.delete(folder.resolve("items/work-safety/precursor-record.yaml"));

        var second = imports.run(folder, Optional.empty());

        assertThat(second.noLongerNamed()).containsExactly("precursor-record");
        assertThat(house.getBean(Catalogue.class).current("precursor-record")).isPresent();
    }

    @Test
    void anExportedPackIsTheImportedOne(@TempDir Path folder) throws IOException {
        imports.run(SanduPackTests.SANDU, PASSWORD);

        house.getBean(PackExport.class).run(folder.resolve("out"));
        var again = imports.run(folder.resolve("out"), PASSWORD);

        assertThat(again.faults().stream().filter(PackFault::isError)).isEmpty();
        assertThat(again.created() + again.changed()).isZero();
        var one = PackCheck.check(PackReader.read(SanduPackTests.SANDU)).content().orElseThrow();
        var two = PackCheck.check(PackReader.read(folder.resolve("out"))).content().orElseThrow();
        assertThat(two.items()).containsExactlyInAnyOrderElementsOf(one.items());
        assertThat(two.agencies()).isEqualTo(one.agencies());
        assertThat(two.regions()).isEqualTo(one.regions());
        assertThat(two.centres()).isEqualTo(one.centres());
        assertThat(two.place()).isEqualTo(one.place());
        assertThat(two.resources()).containsExactlyInAnyOrderElementsOf(one.resources());
        assertThat(two.notices()).isEqualTo(one.notices()).hasSizeGreaterThan(10);
        assertThat(two.certificateTypes())
                .containsExactlyInAnyOrderElementsOf(one.certificateTypes());
    }

    @Test
    void doesNotExportIntoAFolderWithFiles(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("old.yaml"), "a: b");

        assertThatThrownBy(() -> house.getBean(PackExport.class).run(folder))
                .isInstanceOf(PackExport.FolderNotEmpty.class);
    }

    @Test
    void themesAndListsComeFromTheImportedItems() throws IOException {
        var imported = imports.run(SanduPackTests.SANDU, Optional.empty());
        var catalogue = house.getBean(Catalogue.class);

        assertThat(catalogue.browse(ItemFilter.ALL, "").total()).isEqualTo(imported.created());
        assertThat(catalogue.themes()).isNotEmpty();
        assertThat(catalogue.ofAgency("market")).isNotEmpty();
    }

    @Test
    void everyRowOfAForeignListIsKept() throws Exception {
        var list = Path.of(getClass().getResource("/pack/real-items.csv").toURI());

        var taken = house.getBean(ForeignItems.class).take(list);

        var counts = taken.counts();
        assertThat(taken.rows()).hasSize(421);
        assertThat(db.fetchCount(FOREIGN_ITEM)).isEqualTo(421);
        assertThat(counts.get(ForeignItems.Fault.AGENCY_CODE_MISSING)).isEqualTo(110);
        assertThat(counts.get(ForeignItems.Fault.LOCAL_CODE_AGENCY_TRUNCATED)).isPositive();
        assertThat(taken.rows().getFirst().line()).isEqualTo(2);
        assertThat(taken.rows().getLast().line()).isEqualTo(422);
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.write(target, Files.readAllBytes(file));
            }
        }
    }
}
