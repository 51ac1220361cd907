package org.tongban.catalogue.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.access.StaffPrincipal;
import org.tongban.pack.PackHouse;

@Tag("A4")
class RoundsTests {

    private static final List<String> CHECKLIST = List.of("电话打得通", "没有“其他材料”");

    private static final AnnotationConfigApplicationContext HOUSE =
            PackHouse.withSandu(Rounds.class);

    private final Rounds rounds = HOUSE.getBean(Rounds.class);

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void aRoundIsClosedWhenEverythingWasLookedAtAndSettled() {
        var round = rounds.open("四季度抽查", 3, CHECKLIST, inspector());
        var sample = rounds.sample(round, inspector());
        var first = sample.getFirst();
        var agency = agencyOf(first.agency());

        assertThat(rounds.close(round, inspector())).isEqualTo(new Rounds.Open(3, 0));
        assertThat(rounds.check(round, first.itemKey(), Map.of(1, "写了“相关材料”"), inspector()))
                .isTrue();
        assertThat(rounds.check(round, first.itemKey(), Map.of(), inspector())).isFalse();
        for (var other : sample.subList(1, sample.size())) {
            rounds.check(round, other.itemKey(), Map.of(), inspector());
        }
        var finding = rounds.findings(round).getFirst().id();
        assertThat(rounds.close(round, inspector())).isEqualTo(new Rounds.Open(0, 1));
        assertThat(rounds.act(round, finding, Finding.Act.SETTLE, "好", inspector())).isFalse();
        assertThat(rounds.act(round, finding, Finding.Act.ANSWER, "改了", inspector())).isFalse();
        assertThat(rounds.act(round, finding, Finding.Act.ANSWER, "改了", agency)).isTrue();
        assertThat(rounds.act(round, finding, Finding.Act.RETURN, "还有一处", inspector())).isTrue();
        assertThat(rounds.act(round, finding, Finding.Act.ANSWER, "都改了", agency)).isTrue();
        assertThat(rounds.act(round, finding, Finding.Act.SETTLE, "已核对", agency)).isFalse();
        assertThat(rounds.act(round, finding, Finding.Act.SETTLE, "已核对", inspector())).isTrue();

        assertThat(rounds.close(round, inspector()).isNothing()).isTrue();

        assertThat(rounds.find(round).orElseThrow().closedAt()).isPresent();
        assertThat(rounds.findings(round).getFirst().acts())
                .extracting(Finding.Said::act)
                .containsExactly("assign", "answer", "return", "answer", "settle");
        assertThat(rounds.check(round, first.itemKey(), Map.of(), inspector())).isFalse();
    }

    @Test
    void twoRoundsDrawTwoSamplesAndAnAgencySeesItsOwn() {
        var one = rounds.open("一", Rounds.MOST_ITEMS, CHECKLIST, inspector());
        var other = rounds.open("二", Rounds.MOST_ITEMS, CHECKLIST, inspector());

        var sample = rounds.sample(one, inspector());

        assertThat(sample).hasSizeGreaterThan(50);
        assertThat(rounds.sample(other, inspector())).hasSameSizeAs(sample).isNotEqualTo(sample);
        assertThat(rounds.sample(one, agencyOf("market")))
                .isNotEmpty()
                .allMatch(item -> item.agency().equals("market"));
    }

    private static StaffPrincipal inspector() {
        return staff(Set.of("review-staffing"), Set.of());
    }

    private static StaffPrincipal agencyOf(String agency) {
        return staff(Set.of("draft-entries"), Set.of(agency));
    }

    private static StaffPrincipal staff(Set<String> rights, Set<String> agencies) {
        return new StaffPrincipal(
                new UUID(0, 3),
                "某人",
                "x",
                Set.of(),
                rights,
                agencies,
                Set.of(),
                agencies.isEmpty());
    }
}
