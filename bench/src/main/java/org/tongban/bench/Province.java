package org.tongban.bench;

import static org.tongban.schema.Tables.AGENCY;
import static org.tongban.schema.Tables.ITEM_VERSION;
import static org.tongban.schema.Tables.PLACE;
import static org.tongban.schema.Tables.REGION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.publish.PublishItems.Placed;

/**
 * A province made of the pack: its regions on four levels, each with the departments of the county,
 * and each with some of some thousand items that are those of the pack for one trade each.
 */
final class Province {

    private static final int CITIES = 9;
    private static final int COUNTIES = 88;
    private static final int ROWS_AT_ONCE = 1_000;

    /** Three thousand different items come of it. */
    private static final List<String> TRADES =
            List.of(
                    "茶叶", "木材", "渔业", "林果", "药材", "竹编", "银饰", "蜡染", "陶瓷", "家具", "建材", "石材", "五金",
                    "电器", "汽配", "服装", "鞋帽", "玩具", "文具", "图书", "音像", "旅游", "客运", "仓储", "快递", "养蜂",
                    "蔬菜", "粮油", "水果", "烟叶", "饲料", "肥料", "花卉", "苗木", "环卫", "物业", "家政");

    private final DSLContext db;
    private final int regions;
    private final List<ItemDefinition> items = new ArrayList<>();

    Province(DSLContext db, int regions) {
        this.db = db;
        this.regions = regions;
    }

    /** Makes regions and departments, and reads the items that the pack brought. */
    void found() {
        db.select(ITEM_VERSION.DEFINITION)
                .from(ITEM_VERSION)
                .orderBy(ITEM_VERSION.ITEM_KEY)
                .forEach(row -> items.add(ItemJson.read(row.value1().data())));
        var all = IntStream.range(0, regions).boxed().toList();
        for (var region : all) {
            db.insertInto(REGION)
                    .set(REGION.REGION_CODE, code(region))
                    .set(REGION.NAME, "第 " + region + " 区")
                    .set(REGION.LEVEL, level(region))
                    .set(REGION.PARENT_CODE, region == 0 ? null : code(parent(region)))
                    .execute();
        }
        var templates = db.selectFrom(AGENCY).orderBy(AGENCY.PLACE_IN_LIST).fetch();
        var rows = new ArrayList<org.tongban.schema.tables.records.AgencyRecord>();
        for (var region : all) {
            for (var template : templates) {
                var row = template.copy();
                row.setAgencyKey(agency(template.getAgencyKey(), region));
                row.setRegionCode(code(region));
                row.setPlaceInList(region * templates.size() + template.getPlaceInList());
                rows.add(row);
                if (rows.size() == ROWS_AT_ONCE) store(rows);
            }
        }
        store(rows);
        db.update(PLACE).set(PLACE.REGION_CODE, code(0)).execute();
    }

    private void store(List<org.tongban.schema.tables.records.AgencyRecord> rows) {
        if (rows.isEmpty()) return;
        db.batchInsert(rows).execute();
        rows.clear();
    }

    private static String level(int region) {
        if (region == 0) return "province";
        if (region <= CITIES) return "city";
        return region <= CITIES + COUNTIES ? "county" : "town";
    }

    private static int parent(int region) {
        if (region <= CITIES) return 0;
        if (region <= CITIES + COUNTIES) return 1 + (region - CITIES - 1) % CITIES;
        return CITIES + 1 + (region - CITIES - COUNTIES - 1) % COUNTIES;
    }

    static String code(int region) {
        return "99%06d0000".formatted(region);
    }

    private static String agency(String template, int region) {
        return template + "-r" + region;
    }

    static String key(String item, int region) {
        return item + "-r" + region;
    }

    /** Different items there are. */
    int kinds() {
        return items.size() * (TRADES.size() + 1);
    }

    /** The entries from one number to another, spread over the regions. */
    List<Placed> entries(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::entry).toList();
    }

    /** Each region starts elsewhere among the items, so that neighbours share most of them. */
    private Placed entry(int number) {
        var region = number % regions;
        var round = number / regions;
        var kind = (region * 7 + round * 11) % kinds();
        var item = items.get(kind % items.size());
        var trade = kind / items.size();
        return new Placed(made(item, trade, region), round + 1);
    }

    String keyOf(int number) {
        return entry(number).definition().key();
    }

    private static ItemDefinition made(ItemDefinition item, int trade, int region) {
        var tree = ItemJson.tree(item);
        var of = trade == 0 ? Optional.<String>empty() : Optional.of(TRADES.get(trade - 1));
        tree.put("key", key(item.key() + "-t" + trade, region));
        tree.put("agency", agency(item.agency(), region));
        of.ifPresent(
                word -> {
                    tree.put("name", item.name() + "（" + word + "）");
                    tree.put("summary", word + "：" + item.summary());
                    tree.put(
                            "alsoCalled",
                            item.alsoCalled().stream().map(called -> called + word).toList());
                });
        // What an item does not say is null in its tree, which a copy would not take.
        return ItemJson.of(tree);
    }
}
