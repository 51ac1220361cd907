package org.tongban.catalogue.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.schema.Tables.ENTRY_ACT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.EntryCheck.Found;
import org.tongban.catalogue.Inheritance;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.check.GuideCheck;
import org.tongban.catalogue.entry.Difference;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.catalogue.entry.Section;
import org.tongban.catalogue.life.DraftAct;
import org.tongban.catalogue.life.DraftFile;
import org.tongban.catalogue.life.DraftLife;
import org.tongban.catalogue.life.DraftLife.Kept;
import org.tongban.catalogue.life.DraftRuling;
import org.tongban.catalogue.life.DraftState;
import org.tongban.catalogue.life.DraftStore;
import org.tongban.catalogue.life.Office;
import org.tongban.catalogue.search.CatalogueIndex;
import org.tongban.catalogue.search.Finder;
import org.tongban.directory.Directory;
import org.tongban.pack.PackHouse;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

@Tag("A2")
@Tag("A3")
@Tag("A4")
class EditedEntriesTests {

    private static final Texts CHINESE = new TextBundles().in(Preferences.CHINESE);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String KEY = "food-business-new";

    /** One for all tests: no test changes what is in force today. */
    private static final AnnotationConfigApplicationContext HOUSE = PackHouse.withSandu();

    private final DraftStore drafts = HOUSE.getBean(DraftStore.class);
    private final DraftLife life = HOUSE.getBean(DraftLife.class);

    @BeforeEach
    void noDrafts() {
        HOUSE.getBean(DSLContext.class).execute("TRUNCATE entry_draft, entry_act, entry_remark");
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void whatEveryPageOfTheEditorSendsBackIsWhatItWasDrawnFrom() {
        for (var item : everyItem()) {
            var draft = draftOf(item);
            var content = draft.content();
            for (var section : Section.values()) {
                content = EntryTree.with(content, section.parts(), sent(content, section));
            }

            var again = life.definition(with(draft, RowKeys.give(content)), "—");

            assertThat(again).as(item.key()).contains(item);
        }
    }

    @Test
    void aDraftGoesThroughBothOfficesAndIsInForceFromItsDay() {
        var draft = draftOf(item(KEY));
        var changed =
                life.keep(
                        draft.draftId(),
                        draft.version(),
                        "basics",
                        content -> with(content, "summary", "开店以前先办这个。"),
                        false,
                        staff("editor1"));
        assertThat(changed).isInstanceOf(Kept.Stored.class);

        assertThat(act(draft, new DraftAct.Submit(""), "editor1"))
                .isInstanceOf(DraftRuling.Done.class);
        assertThat(life.remark(draft.draftId(), "summary", Office.LAW, "写上依据", staff("legal1")))
                .isTrue();
        act(draft, new DraftAct.SendBack(Office.LAW, ""), "legal1");
        assertThat(act(draft, new DraftAct.Submit(""), "editor1"))
                .isEqualTo(new DraftRuling.RemarksOpen(1));
        var remark = drafts.remarks(draft.draftId()).getFirst();
        assertThat(life.answer(draft.draftId(), remark.remarkId(), "依据在设定依据里", staff("editor1")))
                .isTrue();
        act(draft, new DraftAct.Submit(""), "editor1");
        act(draft, new DraftAct.Agree(Office.LAW, ""), "legal1");
        act(draft, new DraftAct.Agree(Office.STAFFING, ""), "staffing1");
        var published = act(draft, new DraftAct.Publish(TODAY.plusDays(3)), "editor1");

        assertThat(published).isInstanceOf(DraftRuling.Done.class);
        assertThat(summaryOn(TODAY.plusDays(2))).startsWith("开餐馆");
        assertThat(summaryOn(TODAY.plusDays(3))).isEqualTo("开店以前先办这个。");
        assertThat(drafts.acts(KEY)).hasSize(7);
        assertThat(drafts.find(draft.draftId()).orElseThrow().state())
                .isEqualTo(DraftState.PUBLISHED);
    }

    @Test
    void twoEditorsOfOnePageAreToldAndOfTwoPagesAreNot() {
        var draft = draftOf(item(KEY));
        var first = staff("editor1");
        var second =
                new StaffPrincipal(
                        staff("market1").staffId(),
                        "另一人",
                        "x",
                        first.posts(),
                        first.rights(),
                        first.agencies(),
                        first.windows(),
                        false);
        life.keep(draft.draftId(), 1, "basics", c -> with(c, "summary", "甲"), false, first);

        var other =
                life.keep(
                        draft.draftId(),
                        1,
                        "conditions",
                        c -> with(c, "conditions", List.of("乙")),
                        false,
                        second);
        var same =
                life.keep(
                        draft.draftId(), 1, "basics", c -> with(c, "summary", "丙"), false, second);
        var insists =
                life.keep(draft.draftId(), 1, "basics", c -> with(c, "summary", "丙"), true, second);

        assertThat(other).isInstanceOf(Kept.Stored.class);
        assertThat(same).isInstanceOf(Kept.Changed.class);
        assertThat(((Kept.Changed) same).draft().content()).containsEntry("summary", "甲");
        assertThat(((Kept.Stored) insists).draft().content())
                .containsEntry("summary", "丙")
                .containsEntry("conditions", List.of("乙"));
    }

    @Test
    void aDraftThatChangesNothingDiffersInNothing() {
        for (var item : everyItem()) {
            var changes =
                    Difference.between(EntryTree.of(item), life.whole(draftOf(item)), CHINESE);

            assertThat(changes).as(item.key()).isEmpty();
        }
    }

    @Test
    void anEntryHasOneOpenDraftAtATime() {
        draftOf(item(KEY));

        var again =
                drafts.start(
                        KEY, "520131012001", "market", Map.of(), staff("editor1"), TODAY, "再来");

        assertThat(again).isEmpty();
    }

    @Test
    void anActIsNeverChanged() {
        draftOf(item(KEY));
        var db = HOUSE.getBean(DSLContext.class);

        assertThatThrownBy(() -> db.deleteFrom(ENTRY_ACT).execute())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> db.update(ENTRY_ACT).set(ENTRY_ACT.WORDS, "").execute())
                .hasMessageContaining("never changed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "summary | 视情况提交相关材料。 | summary | “视情况”说得不清楚（第 1 个字）",
                "summary | 交表和其他材料。 | summary | “其他材料”说得不清楚（第 4 个字）",
                "summary | '' | summary | 没有填写",
                "visits | 三 | visits | 不合要求",
                "visits | 2 | visitReason | 就要写明为什么",
                "name | 别的名字 | overrides.name | 写明与基本目录不同的原因",
                "level | 2 | level | 基本目录没有这一行使层级",
                "caseKind | at-once | limits.promised.days | 即办件的承诺时限是 0",
                "onlineDepth | info | onlineDepth | 没有办法申请",
            })
    void namesThePlaceOfWhatIsWrong(String key, String typed, String path, String words) {
        var draft = draftOf(item(KEY));
        Object value = typed.matches("\\d+") ? (Object) Integer.valueOf(typed) : typed;

        var found = life.found(with(draft, with(draft.content(), key, value)));

        assertThat(found)
                .filteredOn(each -> each.path().equals(path))
                .extracting(Found::message)
                .anyMatch(message -> message.contains(words));
    }

    @Test
    void aConditionThatDoesNotTypeCheckIsNamedAtItsPlace() {
        var draft = draftOf(item(KEY));
        var materials = new ArrayList<Object>(EntryTree.rows(draft.content(), "materials"));
        materials.set(
                0,
                with(
                        EntryTree.rows(draft.content(), "materials").getFirst(),
                        "when",
                        "form.aera > 2"));

        var found = life.found(with(draft, with(draft.content(), "materials", materials)));

        assertThat(found)
                .filteredOn(Found::stops)
                .extracting(Found::path, Found::message)
                .anyMatch(
                        each ->
                                each.toList().toString().contains("materials[0].when")
                                        && each.toList().toString().contains("form.area"));
    }

    @Test
    void everyRuleOfTheGuideCheckIsKnownByItsKeyOnce() {
        assertThat(GuideCheck.RULES).extracting(rule -> rule.key()).doesNotHaveDuplicates();
    }

    private DraftRuling act(DraftFile draft, DraftAct act, String login) {
        var now = drafts.find(draft.draftId()).orElseThrow();
        return life.act(draft.draftId(), now.version(), act, "", staff(login));
    }

    /** What a browser would send back of a page, untouched. */
    private static TypedForm sent(Map<String, Object> content, Section section) {
        var parameters = new LinkedHashMap<String, String[]>();
        new Blocks(content, List.of(), _ -> List.of(), CHINESE)
                .of(section.parts())
                .forEach(block -> collect(block, parameters));
        return new TypedForm(parameters);
    }

    private static void collect(Block block, Map<String, String[]> into) {
        switch (block) {
            case Block.Ask(var field) ->
                    into.put(field.name(), field.values().toArray(String[]::new));
            case Block.Hidden(var name, var value) -> into.put(name, new String[] {value});
            case Block.Together(var _, var blocks) -> blocks.forEach(each -> collect(each, into));
            case Block.When when -> {
                when.answers()
                        .forEach(
                                each ->
                                        into.put(
                                                each.name(), each.values().toArray(String[]::new)));
                into.put(
                        when.expression().name(),
                        when.expression().values().toArray(String[]::new));
            }
            case Block.RowList list -> {
                into.put("n:" + list.path(), new String[] {Integer.toString(list.rows().size())});
                list.rows().forEach(row -> row.blocks().forEach(each -> collect(each, into)));
            }
        }
    }

    private DraftFile draftOf(ItemDefinition item) {
        var own = EntryTree.stated(Inheritance.own(item));
        own.remove("agency");
        own.remove("key");
        var id =
                drafts.start(
                        item.key(),
                        item.catalogCode(),
                        item.agency(),
                        own,
                        staff("editor1"),
                        TODAY,
                        "调整");
        return drafts.find(id.orElseThrow()).orElseThrow();
    }

    private static DraftFile with(DraftFile draft, Map<String, Object> content) {
        return new DraftFile(
                draft.draftId(),
                draft.itemKey(),
                draft.baseCode(),
                draft.agency(),
                draft.state(),
                draft.version(),
                content,
                draft.touched(),
                draft.agreed(),
                draft.author(),
                draft.changedOn(),
                draft.reason(),
                draft.updatedAt());
    }

    private static Map<String, Object> with(Map<String, Object> tree, String key, Object value) {
        var changed = new LinkedHashMap<>(tree);
        changed.put(key, value);
        return changed;
    }

    private ItemDefinition item(String key) {
        return on(TODAY).current(key).orElseThrow().definition();
    }

    private List<ItemDefinition> everyItem() {
        var catalogue = on(TODAY);
        var items = new ArrayList<ItemDefinition>();
        var page = catalogue.browse(ItemFilter.ALL, "");
        page.items().forEach(line -> items.add(item(line.key())));
        while (!page.next().isEmpty()) {
            page = catalogue.browse(ItemFilter.ALL, page.next());
            page.items().forEach(line -> items.add(item(line.key())));
        }
        assertThat(items).hasSizeGreaterThan(80);
        return items;
    }

    private String summaryOn(LocalDate day) {
        return on(day).current(KEY).orElseThrow().definition().summary();
    }

    private Catalogue on(LocalDate day) {
        var zone = ZoneId.of("Asia/Shanghai");
        return new Catalogue(
                HOUSE.getBean(DSLContext.class),
                Clock.fixed(day.atTime(12, 0).atZone(zone).toInstant(), zone),
                HOUSE.getBean(Finder.class),
                HOUSE.getBean(CatalogueIndex.class));
    }

    private StaffPrincipal staff(String login) {
        var directory = HOUSE.getBean(Directory.class);
        UUID id =
                directory.current().staff().stream()
                        .filter(member -> member.login().equals(login))
                        .findFirst()
                        .orElseThrow()
                        .id();
        return directory.principal(id).orElseThrow();
    }
}
