package org.tongban.casework.engine;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Channel;
import org.tongban.casework.Officer;
import org.tongban.casework.Pledge;
import org.tongban.casework.Right;
import org.tongban.catalogue.Handling;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.catalogue.ItemDefinition.CaseKind;
import org.tongban.catalogue.ItemDefinition.Limit;
import org.tongban.catalogue.ItemDefinition.Limits;
import org.tongban.catalogue.ItemDefinition.Result;
import org.tongban.catalogue.ItemDefinition.ResultKind;
import org.tongban.catalogue.ItemDefinition.Step;
import org.tongban.catalogue.ItemDefinition.StepKind;
import org.tongban.catalogue.ItemDefinition.Unit;

/** Cases and people for tests, in words that read aloud. */
public final class Cases {

    public static final WorkingCalendar CALENDAR = WorkingCalendar.national();

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Where the posts of these cases sit; whoever is not named here sits at no single office. */
    public static final Seats SEATS =
            post ->
                    Optional.ofNullable(
                            Map.of(
                                            "market-review", "market",
                                            "market-decide", "market",
                                            "health-review", "health")
                                    .get(post));

    private Cases() {}

    /**
     * A licence of 20 days, promised in 5: review, then site visit and hygiene side by side, then
     * the decision.
     */
    public static ItemDefinition foodLicence() {
        return licence(
                List.of(
                        step("review", "market-review", List.of()),
                        step("site", "market-review", List.of("review")),
                        step("hygiene", "health-review", List.of("review")),
                        new Step(
                                "decide",
                                "决定",
                                "market-decide",
                                StepKind.DECISION,
                                1,
                                List.of("site", "hygiene"),
                                null)));
    }

    public static ItemDefinition licence(List<Step> steps) {
        return new ItemDefinition(
                "food-business-new",
                "market",
                "食品经营许可（新办）",
                "开餐馆要先取得这个许可。",
                List.of(),
                "01",
                "520131001000",
                4,
                List.of(Audience.PERSON, Audience.FIRM),
                List.of(),
                CaseKind.PROMISED,
                List.of(),
                new Limits(new Limit(20, Unit.WORKING, null), new Limit(5, Unit.WORKING, null)),
                0,
                "无",
                "full",
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                steps,
                new Result("食品经营许可证", ResultKind.CERTIFICATE, "food-business"),
                List.of("检验", "听证", "现场踏勘"),
                List.of(),
                null,
                null,
                List.of(),
                Map.of(),
                null,
                null,
                null,
                null);
    }

    public static Step step(String key, String post, List<String> after) {
        return new Step(key, key, post, StepKind.REVIEW, 2, after, null);
    }

    public static Actor applicant() {
        return Actor.applicant("a1", "韦某兰");
    }

    public static Actor clerk() {
        return staff("counter1", Set.of(Right.ACCEPT, Right.DELIVER), Set.of("counter"));
    }

    public static Actor reviewer(String agency) {
        return staff(agency + "1", Set.of(Right.REVIEW), Set.of(agency + "-review"));
    }

    public static Actor decider() {
        return staff("market2", Set.of(Right.DECIDE, Right.HEAD), Set.of("market-decide"));
    }

    public static Actor staff(String id, Set<Right> rights, Set<String> posts) {
        return new Actor(Actor.Kind.STAFF, id, id, rights, posts, Optional.empty());
    }

    public static Known known(Actor actor, LocalDate today, ItemDefinition item) {
        return new Known(
                actor,
                today.atTime(LocalTime.of(10, 0)).atZone(ZONE).toInstant(),
                today,
                ZONE,
                CALENDAR,
                item,
                Set.copyOf(item.steps().stream().map(Step::key).toList()),
                policy(),
                SEATS);
    }

    /** As the food licence with one step, of which some papers may follow or be vouched for. */
    public static ItemDefinition tolerantLicence(int promisedDays, @Nullable Integer own) {
        return tolerant(
                licence(
                        List.of(
                                step("review", "market-review", List.of()),
                                new Step(
                                        "decide",
                                        "决定",
                                        "market-decide",
                                        StepKind.DECISION,
                                        1,
                                        List.of("review"),
                                        null))),
                promisedDays,
                own);
    }

    /** The item with papers that may follow and one that may be vouched for. */
    public static ItemDefinition tolerant(
            ItemDefinition plain, int promisedDays, @Nullable Integer own) {
        return new ItemDefinition(
                plain.key(),
                plain.agency(),
                plain.name(),
                plain.summary(),
                plain.alsoCalled(),
                plain.type(),
                plain.catalogCode(),
                plain.level(),
                plain.audience(),
                plain.themes(),
                plain.caseKind(),
                plain.legalBasis(),
                new Limits(plain.limits().statutory(), new Limit(promisedDays, Unit.WORKING, null)),
                plain.visits(),
                plain.visitReason(),
                plain.onlineDepth(),
                true,
                plain.fee(),
                plain.conditions(),
                plain.questions(),
                plain.form(),
                List.of(
                        material("lease", true, null),
                        material("photo", true, null),
                        material("plan", false, null),
                        material(
                                "health",
                                false,
                                new ItemDefinition.Commitment(
                                        "从业人员都有有效的健康证明", "不属实的，撤销许可，并记入信用记录", 20))),
                plain.steps(),
                plain.result(),
                plain.specialProcedures(),
                plain.faq(),
                own,
                null,
                plain.cancelledProofs(),
                plain.overrides(),
                plain.handling(),
                plain.fund(),
                plain.investment(),
                plain.realName());
    }

    /** The item with what it provides for beyond the usual way. */
    public static ItemDefinition handled(ItemDefinition plain, Handling handling) {
        return new ItemDefinition(
                plain.key(),
                plain.agency(),
                plain.name(),
                plain.summary(),
                plain.alsoCalled(),
                plain.type(),
                plain.catalogCode(),
                plain.level(),
                plain.audience(),
                plain.themes(),
                plain.caseKind(),
                plain.legalBasis(),
                plain.limits(),
                plain.visits(),
                plain.visitReason(),
                plain.onlineDepth(),
                plain.tolerant(),
                plain.fee(),
                plain.conditions(),
                plain.questions(),
                plain.form(),
                plain.materials(),
                plain.steps(),
                plain.result(),
                plain.specialProcedures(),
                plain.faq(),
                plain.supplementDays(),
                plain.silenceAgrees(),
                plain.cancelledProofs(),
                plain.overrides(),
                handling,
                plain.fund(),
                plain.investment(),
                plain.realName());
    }

    /** Decided above, or by rules, or reviewed in advance. */
    public static Handling forwarded() {
        return new Handling(new Handling.Forward("黔南州市场监督管理局", 15), null, null);
    }

    public static Handling simulated() {
        return new Handling(null, null, true);
    }

    public static Handling automatic() {
        return new Handling(
                null,
                new Handling.Automatic(
                        List.of(new Handling.Rule("age", "年满八十周岁", "form.age >= 80")), 20),
                null);
    }

    /** The policy of these cases: the law's procedures, and a site visit that stops nothing. */
    public static CasePolicy policy() {
        var usual = CasePolicy.defaults();
        return new CasePolicy(
                usual.applicantCorrectionDays(),
                usual.extensionMovesPromise(),
                usual.afterCheckDays(),
                usual.pleadingDays(),
                SpecialProcedures.with(
                        List.of(new SpecialProcedures.Kind("现场踏勘", "《中华人民共和国行政许可法》第三十四条", false))));
    }

    private static ItemDefinition.Material material(
            String key, boolean tolerated, ItemDefinition.@Nullable Commitment commitment) {
        return new ItemDefinition.Material(
                key,
                key,
                null,
                ItemDefinition.Necessity.REQUIRED,
                tolerated,
                ItemDefinition.Source.SELF,
                ItemDefinition.MaterialForm.ELECTRONIC,
                0,
                1,
                List.of(),
                null,
                null,
                commitment,
                null);
    }

    /** A promise to bring the paper later, as it comes with an application. */
    public static Pledge offer(String material) {
        return pledge(material, Pledge.Kind.PAPER_FOLLOWS);
    }

    /** A word in place of the paper. */
    public static Pledge vouch(String material) {
        return pledge(material, Pledge.Kind.FACT_VOUCHED);
    }

    private static Pledge pledge(String material, Pledge.Kind kind) {
        return new Pledge(
                material,
                material,
                kind,
                "本人承诺……",
                Pledge.State.OFFERED,
                LocalDate.parse("2026-03-02"),
                null);
    }

    /** Somebody who may do everything that people may, at every post. */
    public static Actor everybodyButTheSystem() {
        return staff(
                "all",
                Set.of(
                        Right.APPLY,
                        Right.ACCEPT,
                        Right.REVIEW,
                        Right.DECIDE,
                        Right.DELIVER,
                        Right.HEAD),
                Set.of("market-review", "health-review", "market-decide", "counter"));
    }

    /** Somebody who may do everything, at every post. */
    public static Actor everybody() {
        return staff(
                "all",
                Set.of(Right.values()),
                Set.of("market-review", "health-review", "market-decide", "counter"));
    }

    public static CaseFile submittedOn(String day, ItemDefinition item, Pledge... offers) {
        return submitted(LocalDate.parse(day), item, offers).next();
    }

    /** The case with its first line. */
    public static Ruling.Done submitted(LocalDate day, ItemDefinition item, Pledge... offers) {
        return CaseEngine.submit(
                new UUID(7, 7),
                "52273220261117W000318C",
                1,
                Channel.ONLINE,
                "韦某兰",
                Act.DeliveryWay.ELECTRONIC,
                3,
                List.of(offers),
                known(applicant(), day, item));
    }

    /** The case after the act, which has to be lawful. */
    public static CaseFile after(
            CaseFile file, Act act, Actor actor, String day, ItemDefinition item) {
        var ruling = CaseEngine.decide(file, act, known(actor, LocalDate.parse(day), item));
        if (ruling instanceof Ruling.Done(var next, _)) {
            return next;
        }
        throw new AssertionError("refused: " + ruling);
    }

    /** So many officers, each of the office named; an empty name is a counter of none. */
    public static List<Officer> officers(String... agencies) {
        return IntStream.range(0, agencies.length)
                .mapToObj(
                        i ->
                                new Officer(
                                        "officer-" + i,
                                        "潘某" + i,
                                        "T100" + i,
                                        agencies[i],
                                        agencies[i]))
                .toList();
    }
}
