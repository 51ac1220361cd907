package org.tongban.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.schema.Tables.PACKAGE_HOLD;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.casework.Act;
import org.tongban.casework.Act.Correction;
import org.tongban.casework.CaseContents;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.HeldCorrections;
import org.tongban.casework.HeldCorrections.Becomes;
import org.tongban.casework.SentApplications;
import org.tongban.casework.SentApplications.Kind;
import org.tongban.casework.SubmittedFile;
import org.tongban.packages.course.PackageCase;

/** Three offices of one restaurant: what they want corrected is told once and put right once. */
@Tag("C2")
@Tag("C3")
class JointCorrectionsTests extends PackageHouse {

    private static final String FOOD = "food-business-new";
    private static final String FIRE = "fire-safety-check";
    private static final String SIGN = "shop-sign";

    @Autowired private HeldCorrections held;
    @Autowired private CaseContents contents;

    private PackageCase whole;

    @BeforeEach
    void threeOfficesHaveTheirCases() {
        whole =
                send(
                        "open-restaurant",
                        FIRM,
                        Map.of("kind", "restaurant", "crowd", "large", "with_shop_sign", "yes"),
                        7);
        office.work();
    }

    @Test
    void isToldOnceWhenTheLastOfficeHasSpoken() {
        assertThat(tell(FOOD, "floor-plan")).isEqualTo(Becomes.KEPT);
        assertThat(file(FOOD).state()).isEqualTo(CaseState.RECEIVED);
        assertThat(held.held(file(FOOD).caseId())).isPresent();
        perform(file(SIGN), new Act.Accept(), everybody(file(SIGN)));
        follow(whole, false);
        assertThat(file(FOOD).state()).as("one office still looks").isEqualTo(CaseState.RECEIVED);

        assertThat(tell(FIRE, "floor-plan")).isEqualTo(Becomes.TOLD);

        assertThat(file(FOOD).state()).isEqualTo(CaseState.CORRECTING);
        assertThat(file(FIRE).state()).isEqualTo(CaseState.CORRECTING);
        assertThat(due(FOOD)).isEqualTo(due(FIRE));
        assertThat(held.held(file(FOOD).caseId())).isEmpty();
    }

    @Test
    void isToldWhenTheOthersHaveAccepted() {
        tell(FOOD, "floor-plan");
        perform(file(SIGN), new Act.Accept(), everybody(file(SIGN)));
        perform(file(FIRE), new Act.Accept(), everybody(file(FIRE)));
        follow(whole, false);

        assertThat(file(FOOD).state()).isEqualTo(CaseState.CORRECTING);
    }

    @Test
    void isToldOnTheLastDayOfTheEarliestTermAndTheOthersAreAlone() {
        tell(FOOD, "floor-plan");
        db.update(PACKAGE_HOLD)
                .set(PACKAGE_HOLD.TELL_BY, LocalDate.of(2020, 1, 2))
                .where(PACKAGE_HOLD.PARENT_ID.eq(whole.id()))
                .execute();

        office.work();

        assertThat(file(FOOD).state()).isEqualTo(CaseState.CORRECTING);
        assertThat(file(FIRE).state()).isEqualTo(CaseState.RECEIVED);
        perform(file(SIGN), new Act.Accept(), everybody(file(SIGN)));
        assertThat(tell(FIRE, "floor-plan")).isEqualTo(Becomes.ALONE);
    }

    @Test
    void whoHasAcceptedMeanwhileTellsNothing() {
        tell(FOOD, "floor-plan");
        perform(file(FOOD), new Act.Accept(), everybody(file(FOOD)));
        follow(whole, false);

        assertThat(file(FOOD).state()).isNotEqualTo(CaseState.CORRECTING);
        assertThat(held.held(file(FOOD).caseId())).isEmpty();
    }

    @Test
    void aPaperThatTwoOfficesWantIsBroughtOnce() {
        allTold("floor-plan", "floor-plan");
        var asked = later.asked(Kind.CORRECTIONS, whole.no(), whole.accountId()).orElseThrow();
        assertThat(asked.item().definition().materials())
                .singleElement()
                .satisfies(one -> assertThat(one.key()).isEqualTo("again-floor-plan"));
        assertThat(asked.item().definition().fields()).isEmpty();
        assertThat(asked.told()).hasSize(2);
        var paper =
                new SubmittedFile(
                        UUID.randomUUID(),
                        "again-floor-plan",
                        "新平面图.png",
                        "1".repeat(64),
                        "image/png",
                        9);

        var late = take(asked, Map.of(), List.of(paper));

        assertThat(late).isEmpty();
        assertThat(file(FOOD).state()).isEqualTo(CaseState.RECEIVED);
        assertThat(file(FIRE).state()).isEqualTo(CaseState.RECEIVED);
        assertThat(later.asked(Kind.CORRECTIONS, whole.no(), whole.accountId())).isEmpty();
    }

    @Test
    void anAnswerThatTwoOfficesAskIsCorrectedOnceAndReachesBoth() {
        allTold("form", "form");
        var asked = later.asked(Kind.CORRECTIONS, whole.no(), whole.accountId()).orElseThrow();
        assertThat(asked.item().definition().fields().stream().map(field -> field.key()))
                .contains("premises", "fire_safety_check__exits")
                .doesNotContain("shop_sign__words")
                .doesNotHaveDuplicates();
        var typed = new LinkedHashMap<>(drafts.ofCase(whole.id()).orElseThrow().typed());
        typed.put("premises", List.of("三合街道建设路8号"));

        assertThat(take(asked, typed, List.of())).isEmpty();

        assertThat(contents.of(file(FOOD).caseId()).orElseThrow().form())
                .containsEntry("premises", "三合街道建设路8号");
        assertThat(contents.of(file(FIRE).caseId()).orElseThrow().form())
                .containsEntry("address", "三合街道建设路8号");
    }

    @Test
    void nobodyElseIsAsked() {
        allTold("floor-plan", "floor-plan");

        assertThat(later.asked(Kind.CORRECTIONS, whole.no(), UUID.randomUUID())).isEmpty();
    }

    private void allTold(String food, String fire) {
        perform(file(SIGN), new Act.Accept(), everybody(file(SIGN)));
        tell(FOOD, food);
        assertThat(tell(FIRE, fire)).isEqualTo(Becomes.TOLD);
    }

    private List<String> take(
            SentApplications.Asked asked,
            Map<String, List<String>> typed,
            List<SubmittedFile> files) {
        return later.take(
                Kind.CORRECTIONS,
                asked,
                UUID.randomUUID(),
                new SentApplications.Written("已经改好", typed, files),
                applicant(whole));
    }

    private Becomes tell(String part, String material) {
        var file = file(part);
        return held.hold(
                file.caseId(),
                file.version(),
                new Act.TellCorrections(List.of(new Correction(material, "店的平面图", "没有标出疏散通道"))),
                everybody(file));
    }

    private CaseFile file(String part) {
        return casework.find(part(whole, part).caseId().orElseThrow()).orElseThrow();
    }

    private LocalDate due(String part) {
        return file(part).leadingClock().flatMap(clock -> clock.due()).orElseThrow();
    }
}
