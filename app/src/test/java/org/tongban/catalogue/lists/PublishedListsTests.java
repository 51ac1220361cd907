package org.tongban.catalogue.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.Listed;
import org.tongban.catalogue.PublicList;
import org.tongban.catalogue.life.DraftStore;
import org.tongban.catalogue.life.EntryState;
import org.tongban.catalogue.publish.PublishItem;
import org.tongban.catalogue.publish.Terms;
import org.tongban.catalogue.search.CatalogueIndex;
import org.tongban.pack.PackHouse;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

@Tag("A5")
class PublishedListsTests {

    private static final Texts CHINESE = new TextBundles().in(Preferences.CHINESE);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String KEY = "food-business-new";

    private static final StaffPrincipal STAFFING =
            new StaffPrincipal(
                    new UUID(0, 2),
                    "潘某远",
                    "staffing1",
                    Set.of("staffing-reviewer"),
                    Set.of("review-staffing"),
                    Set.of(),
                    Set.of(),
                    true);

    private static final AnnotationConfigApplicationContext HOUSE =
            PackHouse.withSandu(
                    PublishedLists.class, ListHistory.class, TripBatches.class, EntryState.class);

    private final Catalogue catalogue = HOUSE.getBean(Catalogue.class);
    private final PublishedLists lists = HOUSE.getBean(PublishedLists.class);
    private final ListHistory history = HOUSE.getBean(ListHistory.class);
    private final TripBatches batches = HOUSE.getBean(TripBatches.class);

    @BeforeAll
    static void understood() {
        HOUSE.getBean(CatalogueIndex.class).awaitMeaning();
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @ParameterizedTest
    @EnumSource
    void aListHoldsExactlyTheItemsWhoseFieldsSayIt(PublicList list) {
        var promised =
                HOUSE.getBean(DSLContext.class)
                        .fetch("SELECT item_key FROM trip_batch_item")
                        .getValues(0, String.class);
        var byFields =
                catalogue.keys(ItemFilter.ALL).stream()
                        .filter(
                                key ->
                                        list.holds(
                                                Listed.of(
                                                        catalogue
                                                                .current(key)
                                                                .orElseThrow()
                                                                .definition(),
                                                        promised.contains(key))))
                        .toList();

        var rows = lists.all(list, ItemFilter.ALL, CHINESE);

        assertThat(rows.stream().map(PublishedLists.Row::item).distinct())
                .containsExactlyElementsOf(byFields);
        assertThat(rows).allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(list.columns()));
        assertThat(lists.counts(ItemFilter.ALL).getOrDefault(list, 0)).isEqualTo(byFields.size());
    }

    @Test
    void aBatchPromisesWhatTakesOneTripAtMostAndNothingElse() {
        var twice = "marriage-registration";
        var once = catalogue.keys(ItemFilter.ALL).stream().filter(this::isOnce).limit(3).toList();
        var asked = new java.util.ArrayList<>(once);
        asked.add("no-such-item");
        catalogue.keys(ItemFilter.ALL).stream()
                .filter(key -> !isOnce(key))
                .findFirst()
                .ifPresent(asked::add);

        var published = batches.publish(asked, "三政办发〔2026〕12 号", STAFFING);
        var again = batches.publish(asked, "三政办发〔2026〕13 号", STAFFING);

        assertThat(published.items()).as(twice).isEqualTo(3);
        assertThat(again.items()).isZero();
        HOUSE.getBean(CatalogueIndex.class).refresh();
        var rows = lists.all(PublicList.AT_MOST_ONE_TRIP, ItemFilter.ALL, CHINESE);
        assertThat(rows.stream().map(PublishedLists.Row::item)).containsAll(once);
        assertThat(rows.getFirst().cells()).contains("第 1 批", "2026-11-22");
        assertThat(
                        history.since(PublicList.AT_MOST_ONE_TRIP, TODAY.minusDays(1), CHINESE)
                                .changes())
                .extracting(ListHistory.Change::kind)
                .containsOnly(ListHistory.Kind.ADDED);
        assertThat(batches.candidates().stream().map(TripBatches.Candidate::key))
                .doesNotContainAnyElementsOf(once);
    }

    @Test
    void whatChangedIsReadFromTheVersionsAndTheStates() {
        var before = catalogue.current(KEY).orElseThrow().definition();
        var tree = ItemJson.tree(before);
        tree.put(
                "cancelledProofs",
                List.of(
                        java.util.Map.of(
                                "name", "无犯罪记录证明",
                                "replacement", "部门之间核实",
                                "basis", "国办发〔2018〕47号",
                                "since", "2026-11-22")));
        HOUSE.getBean(PublishItem.class)
                .publish(
                        ItemJson.of(tree),
                        1,
                        new Terms(TODAY, Terms.Cause.EDITED, "取消证明", Optional.of(TODAY)));

        var found = history.since(PublicList.CANCELLED_PROOFS, TODAY.minusDays(1), CHINESE);

        // Everything of the pack came today as well; the one with a cancelled proof is on the list.
        assertThat(found.changes()).hasSize(1);
        assertThat(found.changes().getFirst().after())
                .containsExactly(List.of("无犯罪记录证明", "部门之间核实", "国办发〔2018〕47号", "2026-11-22"));
        HOUSE.getBean(EntryState.class).act(KEY, EntryState.Act.PAUSE, "停电", STAFFING);
        assertThat(
                        history.since(PublicList.CANCELLED_PROOFS, TODAY.minusDays(1), CHINESE)
                                .changes())
                .isEmpty();
        HOUSE.getBean(EntryState.class).act(KEY, EntryState.Act.RESUME, "来电", STAFFING);
        assertThat(HOUSE.getBean(DraftStore.class).acts(KEY)).hasSize(2);
    }

    @Test
    void aListIsSearchedByPeoplesOwnWords() {
        var page = lists.page(PublicList.ONLINE, "开饭馆", ItemFilter.ALL, "", CHINESE);

        assertThat(page.rows().getFirst().item()).isEqualTo(KEY);
    }

    @Test
    @Tag("A7")
    void aGuideThatLosesItsQuestionsIsNoLongerCountedAsWhole() {
        var key = "id-card-first";
        assertThat(withGuide("whole")).contains(key).allMatch(this::tellsEverything);
        assertThat(withGuide("gaps")).noneMatch(this::tellsEverything);

        var tree = ItemJson.tree(catalogue.current(key).orElseThrow().definition());
        tree.put("faq", List.of());
        HOUSE.getBean(PublishItem.class)
                .publish(
                        ItemJson.of(tree),
                        1,
                        new Terms(TODAY, Terms.Cause.EDITED, "删去常见问题", Optional.of(TODAY)));
        HOUSE.getBean(CatalogueIndex.class).refresh();

        assertThat(withGuide("gaps")).contains(key);
        assertThat(withGuide("whole")).doesNotContain(key);
    }

    private List<String> withGuide(String value) {
        return catalogue.keys(ItemFilter.ALL.with(ItemFilter.Side.GUIDE, value));
    }

    private boolean tellsEverything(String key) {
        var item = catalogue.current(key).orElseThrow().definition();
        return !item.conditions().isEmpty()
                && !item.faq().isEmpty()
                && !item.legalBasis().isEmpty()
                && item.legalBasis().stream().allMatch(ground -> ground.article() != null)
                && item.materials().stream().noneMatch(paper -> paper.checks().isEmpty());
    }

    private boolean isOnce(String key) {
        return catalogue.current(key).orElseThrow().definition().visits() <= 1;
    }
}
