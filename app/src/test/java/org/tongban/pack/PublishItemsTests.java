package org.tongban.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.publish.Publication;
import org.tongban.catalogue.publish.PublishItem;
import org.tongban.catalogue.publish.PublishItems;
import org.tongban.catalogue.publish.PublishItems.Placed;
import org.tongban.catalogue.publish.Terms;

/** Many items at once are published as each of them would be alone. */
@Tag("A2")
@Tag("A3")
class PublishItemsTests {

    private static final AnnotationConfigApplicationContext HOUSE = PackHouse.withSandu();

    private final DSLContext db = HOUSE.getBean(DSLContext.class);
    private final Catalogue catalogue = HOUSE.getBean(Catalogue.class);
    private final PublishItem one = HOUSE.getBean(PublishItem.class);
    private final PublishItems many = HOUSE.getBean(PublishItems.class);
    private final LocalDate today = LegalToday.of(HOUSE.getBean(Clock.class));
    private final Terms terms = Terms.from(today, Terms.Cause.EXCHANGE);

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void anItemHasTheSameRowsWhicheverWayItCame() {
        var alone = like("food-business-new", "alone", "独自发布");
        var among = like("food-business-new", "among", "一起发布");

        assertThat(one.publish(alone, 7, terms)).isEqualTo(new Publication.Created(1));
        assertThat(many.publish(List.of(new Placed(among, 7)), terms))
                .containsExactly(new Publication.Created(1));
        assertThat(rows("among")).isEqualTo(rows("alone"));

        end("alone");
        end("among");
        one.publish(like("food-business-new", "alone", "独自再发布"), 3, terms);
        many.publish(List.of(new Placed(like("food-business-new", "among", "一起再发布"), 3)), terms);
        assertThat(rows("among")).isEqualTo(rows("alone"));
        assertThat(item("among").get(ITEM.STATE)).isEqualTo("in_use");
        assertThat(item("among").get(ITEM.ENDS_ON)).isNull();
    }

    @Test
    void aVersionThatLiesAheadKeepsItsNumberAndItsDay() {
        var now = like("food-business-new", "ahead", "今天的");
        many.publish(List.of(new Placed(now, 1)), terms);
        one.publish(
                like("food-business-new", "ahead", "以后的"),
                1,
                Terms.from(today.plusDays(9), Terms.Cause.EDITED));

        assertThat(many.publish(List.of(new Placed(now, 1)), terms))
                .containsExactly(new Publication.Unchanged(1));
        assertThat(
                        many.publish(
                                List.of(new Placed(like("food-business-new", "ahead", "今天又改的"), 1)),
                                terms))
                .containsExactly(new Publication.Changed(3));
        assertThat(catalogue.current("ahead").orElseThrow().name()).isEqualTo("今天又改的");
    }

    @Test
    void moreThanOneBatchIsAnsweredInItsOrderAndOnlyThePlaceOfTheSameMoves() {
        var items =
                IntStream.range(0, 1_201)
                        .mapToObj(
                                n -> new Placed(like("marriage-registration", "n" + n, "第" + n), n))
                        .toList();

        assertThat(many.publish(items, terms))
                .hasSize(1_201)
                .containsOnly(new Publication.Created(1));
        var moved = new ArrayList<>(items);
        moved.set(600, new Placed(items.get(600).definition(), 9_000));
        moved.set(601, new Placed(like("marriage-registration", "n601", "改了名"), 601));
        var again = many.publish(moved, terms);

        assertThat(again.get(600)).isEqualTo(new Publication.Unchanged(1));
        assertThat(again.get(601)).isEqualTo(new Publication.Changed(2));
        assertThat(again).filteredOn(Publication.Changed.class::isInstance).hasSize(1);
        assertThat(item("n600").get(ITEM.PLACE_IN_LIST)).isEqualTo(9_000);
    }

    @Test
    void twiceTheSameKeyAndAnotherDayAreRefused() {
        var item = new Placed(like("food-business-new", "twice", "两次"), 1);

        assertThatThrownBy(() -> many.publish(List.of(item, item), terms))
                .hasMessageContaining("twice");
        assertThatThrownBy(
                        () ->
                                many.publish(
                                        List.of(item),
                                        Terms.from(today.plusDays(1), Terms.Cause.PACK)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(catalogue.current("twice")).isEmpty();
    }

    private ItemDefinition like(String of, String key, String summary) {
        Map<String, Object> tree =
                new LinkedHashMap<>(
                        ItemJson.tree(catalogue.current(of).orElseThrow().definition()));
        tree.put("key", key);
        tree.put("summary", summary);
        if (summary.startsWith("今天又")) tree.put("name", summary);
        return ItemJson.of(tree);
    }

    private void end(String key) {
        db.update(ITEM)
                .set(ITEM.STATE, "cancelled")
                .set(ITEM.ENDS_ON, today)
                .where(ITEM.ITEM_KEY.eq(key))
                .execute();
    }

    private Record item(String key) {
        return db.selectFrom(ITEM).where(ITEM.ITEM_KEY.eq(key)).fetchSingle();
    }

    /** All there is of an item but its key, its text and the numbers of transactions. */
    private List<Map<String, Object>> rows(String key) {
        var rows = new ArrayList<Map<String, Object>>();
        db.selectFrom(ITEM)
                .where(ITEM.ITEM_KEY.eq(key))
                .forEach(row -> rows.add(cells(ITEM, row, ITEM.ITEM_KEY, ITEM.CHANGED_IN)));
        db.selectFrom(ITEM_VERSION)
                .where(ITEM_VERSION.ITEM_KEY.eq(key))
                .orderBy(ITEM_VERSION.VERSION)
                .forEach(
                        row ->
                                rows.add(
                                        cells(
                                                ITEM_VERSION,
                                                row,
                                                ITEM_VERSION.ITEM_KEY,
                                                ITEM_VERSION.DEFINITION,
                                                ITEM_VERSION.FINGERPRINT,
                                                ITEM_VERSION.PUBLISHED_AT)));
        return rows;
    }

    private static Map<String, Object> cells(Table<?> table, Record row, Field<?>... without) {
        var cells = new LinkedHashMap<String, Object>();
        for (var field : table.fields()) {
            if (!List.of(without).contains(field)) {
                cells.put(field.getName(), String.valueOf(row.get(field)));
            }
        }
        return cells;
    }
}
