package org.tongban.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.schema.Tables.AGENCY;
import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.PLACE;

import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.ItemSummary;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.publish.Publication;
import org.tongban.catalogue.publish.PublishItems;
import org.tongban.catalogue.publish.Terms;
import org.tongban.catalogue.search.CatalogueIndex;
import org.tongban.directory.Directory;

/** The index follows the items, and knows which region handles what. */
@Tag("F3")
class CatalogueIndexTests {

    private static final String COUNTY = "522732000000";
    private static final String CITY = "522700000000";

    private final AnnotationConfigApplicationContext house = PackHouse.withSandu();
    private final Catalogue catalogue = house.getBean(Catalogue.class);
    private final DSLContext db = house.getBean(DSLContext.class);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void forgetsAnItemThatIsNoLongerInUse() {
        assertThat(first("结婚登记")).isEqualTo("marriage-registration");

        db.update(ITEM)
                .set(ITEM.STATE, "cancelled")
                .where(ITEM.ITEM_KEY.eq("marriage-registration"))
                .execute();
        house.getBean(CatalogueIndex.class).refresh();

        assertThat(catalogue.browse(ItemFilter.ALL, "").total()).isEqualTo(120);
        assertThat(catalogue.search("结婚登记", ItemFilter.ALL, "").items())
                .extracting(ItemSummary::key)
                .doesNotContain("marriage-registration");
    }

    @Test
    void showsANewNameAtTheNextQuestion() {
        assertThat(first("结婚登记")).isEqualTo("marriage-registration");
        var renamed =
                copy("marriage-registration", "marriage-registration", "civil-affairs", "缔结良缘登记");

        assertThat(publish(renamed)).containsExactly(new Publication.Changed(2));
        assertThat(catalogue.search("缔结良缘登记", ItemFilter.ALL, "").items().getFirst().name())
                .isEqualTo("缔结良缘登记");
    }

    @Test
    void publishingTheSameAgainMakesNoVersion() {
        var same = definition("marriage-registration");

        assertThat(publish(same)).containsExactly(new Publication.Unchanged(1));
    }

    @Test
    void showsTheNearestLevelThatHandlesAnItem() {
        agencyOf("city-civil-affairs", CITY);
        publish(copy("marriage-registration", "marriage-city", "city-civil-affairs", "结婚登记"));
        publish(copy("orphan-allowance", "welfare-city", "city-civil-affairs", "市级福利彩票公益金项目"));

        assertThat(keys("结婚登记", COUNTY))
                .contains("marriage-registration")
                .doesNotContain("marriage-city");
        assertThat(keys("结婚登记", CITY))
                .contains("marriage-city")
                .doesNotContain("marriage-registration");
        assertThat(keys("福利彩票公益金", COUNTY)).startsWith("welfare-city");
        assertThat(keys("离婚登记", CITY)).startsWith("divorce-registration");
    }

    @Test
    void anUnknownRegionIsThePlacesOwn() {
        assertThat(keys("结婚登记", "000000000000")).startsWith("marriage-registration");
        assertThat(db.fetchCount(PLACE)).isOne();
    }

    private void agencyOf(String key, String region) {
        var agency =
                db.selectFrom(AGENCY)
                        .where(AGENCY.AGENCY_KEY.eq("civil-affairs"))
                        .fetchSingle()
                        .copy();
        agency.setAgencyKey(key);
        agency.setRegionCode(region);
        agency.setPlaceInList(900);
        db.executeInsert(agency);
        house.getBean(Directory.class).reload();
    }

    private List<Publication> publish(ItemDefinition item) {
        return house.getBean(PublishItems.class)
                .publish(
                        List.of(new PublishItems.Placed(item, 1)),
                        Terms.from(
                                LegalToday.of(house.getBean(Clock.class)), Terms.Cause.EXCHANGE));
    }

    private ItemDefinition definition(String key) {
        return catalogue.current(key).orElseThrow().definition();
    }

    private ItemDefinition copy(String of, String key, String agency, String name) {
        var tree = ItemJson.tree(definition(of));
        tree.put("key", key);
        tree.put("agency", agency);
        tree.put("name", name);
        return ItemJson.of(tree);
    }

    private String first(String words) {
        return catalogue.search(words, ItemFilter.ALL, "").items().getFirst().key();
    }

    private List<String> keys(String words, String region) {
        return catalogue.search(words, ItemFilter.ALL.in(region), "").items().stream()
                .map(ItemSummary::key)
                .toList();
    }
}
