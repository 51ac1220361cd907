package org.tongban.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.catalogue.BaseItem;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.publish.ChangeBase;
import org.tongban.catalogue.publish.PublishItem;
import org.tongban.catalogue.publish.Terms;
import org.tongban.catalogue.search.CatalogueIndex;
import org.tongban.catalogue.search.Finder;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackReader;

@Tag("A1")
@Tag("A2")
@Tag("A3")
class BaseListTests {

    private static final String CODE = "520131012001";
    private static final String ITEM_KEY = "food-business-new";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 1);

    private AnnotationConfigApplicationContext house;
    private DSLContext db;

    @BeforeEach
    void opened() {
        house = PackHouse.withSandu();
        db = house.getBean(DSLContext.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aNewNameInTheBaseListReachesEveryEntryOnEveryLevel() {
        town("food-business-new-sanhe");

        var changed = rename("食品经营许可（首次申请）", TODAY, "省目录调整");

        assertThat(changed.entries()).isEqualTo(2);
        assertThat(on(TODAY).current(ITEM_KEY).orElseThrow().name()).isEqualTo("食品经营许可（首次申请）");
        assertThat(on(TODAY).current("food-business-new-sanhe").orElseThrow().name())
                .isEqualTo("食品经营许可（首次申请）");
        assertThat(on(TODAY).version(ITEM_KEY, 1).name()).isEqualTo("食品经营许可（新办）");
        assertThat(causes()).containsExactly("pack", "base");
    }

    @Test
    void aScheduledChangeHoldsFromItsDayWithoutAnyJob() {
        rename("食品经营许可（首次申请）", LATER, "省目录调整");

        assertThat(on(LATER.minusDays(1)).current(ITEM_KEY).orElseThrow().name())
                .isEqualTo("食品经营许可（新办）");
        assertThat(on(LATER).current(ITEM_KEY).orElseThrow().name()).isEqualTo("食品经营许可（首次申请）");
    }

    @Test
    void whatAnEntrySaysDifferentlyForAReasonStaysAsItIs() {
        var own = new LinkedHashMap<>(ItemJson.tree(definition()));
        own.put("name", "食品经营许可（本县合并办理）");
        own.put("overrides", Map.of("name", "本县与备案合并办理"));
        publish(ItemJson.of(own), TODAY);

        var changed = rename("食品经营许可（首次申请）", TODAY, "省目录调整");

        assertThat(changed.entries()).isZero();
        assertThat(on(TODAY).current(ITEM_KEY).orElseThrow().name()).isEqualTo("食品经营许可（本县合并办理）");
    }

    @Test
    void aVersionThatWasScheduledBeforeDoesNotBringTheOldNameBack() {
        var own = new LinkedHashMap<>(ItemJson.tree(definition()));
        own.put("summary", "十二月起用新的说明。");
        publish(ItemJson.of(own), LATER);

        rename("食品经营许可（首次申请）", TODAY, "省目录调整");

        var then = on(LATER).current(ITEM_KEY).orElseThrow().definition();
        assertThat(then.name()).isEqualTo("食品经营许可（首次申请）");
        assertThat(then.summary()).isEqualTo("十二月起用新的说明。");
    }

    @Test
    void theSameTextAgainIsNoNewVersion() {
        var base = house.getBean(BaseList.class).current(CODE).orElseThrow();

        var again = house.getBean(ChangeBase.class).put(base.item(), TODAY, "再导入一次");

        assertThat(again).isEqualTo(new ChangeBase.Changed(base.version(), false, 0));
    }

    @Test
    void anExportAfterAChangeInheritsAndLosesNothing(@TempDir Path folder) throws IOException {
        rename("食品经营许可（首次申请）", TODAY, "省目录调整");
        house.getBean(PackExport.class).run(folder.resolve("out"));

        var file = folder.resolve("out/items/market/food-business-new.yaml");
        var again = house.getBean(PackImport.class).run(folder.resolve("out"), Optional.empty());

        assertThat(Files.readString(file)).doesNotContain("\nname:", "legalBasis:");
        assertThat(again.faults().stream().filter(PackFault::isError)).isEmpty();
        assertThat(again.created() + again.changed() + again.baseChanged()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "items/market/food-business-new.yaml | summary: | name: 别的名字~summary: | name | 基本目录里已经有 name",
                "items/market/food-business-new.yaml | summary: | type: \"20\"~summary: | type | 以基本目录为准",
                "items/market/food-business-new.yaml | level: 4 | level: 3 | level | 没有这一行使层级",
                "items/market/food-business-new.yaml | 520131012001 | 520131012999 | catalogCode | 基本目录里没有",
                "items/market/food-business-new.yaml | 520131012001 | 520231001000 | catalogCode | 不是依申请的事项",
                "base/02-penalties.yaml | '    range:' | '    frequency:' | particulars.frequency | 这一类事项没有",
                "base/02-penalties.yaml | '    range:' | '    frequency:' | particulars | 这一类事项要写“range”",
                "base/09-adjudications.yaml | type: \"09\" | type: \"08\" | type | 应当和事项类型 08 一致",
                "base/08-rewards.yaml | '  legalBasis:' | '  particulars: { kinds: x }~  legalBasis:' | particulars.kinds | 依申请的事项不写",
                "base/01-licences.yaml | 520131012001 | 520131012002 | code | 重复",
            })
    void saysWhatDoesNotFitTheBaseList(
            String file, String from, String to, String path, String words, @TempDir Path folder)
            throws IOException {
        PackImportTests.copy(SanduPackTests.SANDU, folder);
        var target = folder.resolve(file);
        var text = Files.readString(target);
        Files.writeString(target, text.replaceFirst(from, to.replace("~", "\n")));

        var faults = PackCheck.check(PackReader.read(folder)).faults();

        assertThat(faults)
                .filteredOn(fault -> fault.isError() && fault.file().equals(file))
                .filteredOn(fault -> fault.keyPath().endsWith(path))
                .extracting(PackFault::message)
                .anyMatch(message -> message.contains(words));
    }

    private ChangeBase.Changed rename(String name, LocalDate from, String reason) {
        var before = house.getBean(BaseList.class).current(CODE).orElseThrow().item();
        return house.getBean(ChangeBase.class)
                .put(
                        new BaseItem(
                                CODE,
                                name,
                                before.type(),
                                before.levels(),
                                before.legalBasis(),
                                before.particulars()),
                        from,
                        reason);
    }

    /** A second entry of the same base item, on the level of a town. */
    private void town(String key) {
        var own = new LinkedHashMap<>(ItemJson.tree(definition()));
        own.put("key", key);
        own.put("level", 5);
        publish(ItemJson.of(own), TODAY);
    }

    private void publish(ItemDefinition item, LocalDate from) {
        house.getBean(PublishItem.class).publish(item, 1, Terms.from(from, Terms.Cause.EDITED));
    }

    private ItemDefinition definition() {
        return on(TODAY).current(ITEM_KEY).orElseThrow().definition();
    }

    private List<String> causes() {
        return db.select(ITEM_VERSION.CAUSE)
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.ITEM_KEY.eq(ITEM_KEY))
                .orderBy(ITEM_VERSION.VERSION)
                .fetch(ITEM_VERSION.CAUSE);
    }

    /** The catalogue as somebody sees it at noon of a day. */
    private Catalogue on(LocalDate day) {
        var zone = ZoneId.of("Asia/Shanghai");
        return new Catalogue(
                db,
                Clock.fixed(day.atTime(12, 0).atZone(zone).toInstant(), zone),
                house.getBean(Finder.class),
                house.getBean(CatalogueIndex.class));
    }
}
