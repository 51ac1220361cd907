package org.tongban.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Channel;
import org.tongban.casework.Officer;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.engine.CaseEngine;
import org.tongban.casework.engine.CasePolicy;
import org.tongban.casework.engine.Cases;
import org.tongban.casework.engine.Ruling;
import org.tongban.casework.notice.wording.PaperWords;
import org.tongban.web.TextBundles;

/**
 * Every paper a citizen receives, as prose to be read. Approved ones lie beside the tests; with
 * {@code -Dapprove=true} what is written now becomes the approved text, to be read in the diff.
 */
@Tag("B3")
@Tag("B4")
class NoticeTextTests {

    private static final Path APPROVED =
            Path.of(
                    System.getProperty("tongban.root", ".."),
                    "app/src/test/resources/approved/notices");

    private static final PlaceSettings PLACE =
            new PlaceSettings(
                    "522732000000",
                    ZoneId.of("Asia/Shanghai"),
                    Cases.CALENDAR,
                    CasePolicy.defaults(),
                    2,
                    Cases.SEATS,
                    "12345",
                    "三都水族自治县人民政府",
                    "三都水族自治县人民法院",
                    PaperWords.standard(new TextBundles()));

    private final NoticeWriter writer =
            new NoticeWriter(
                    _ -> new OfficeName("三都水族自治县市场监督管理局", "三市监", "0854-3920012", "0854-3920112"),
                    _ -> 318);

    @ParameterizedTest(name = "{0}")
    @MethodSource("papers")
    void readsAsApproved(String name, CaseEvent event) throws IOException {
        var item = Cases.foodLicence();
        var file = Cases.submittedOn("2026-11-17", item);
        var known = Cases.known(Cases.clerk(), LocalDate.parse("2026-11-17"), item);

        var text = text(writer.paperFor(new Ruling.Done(file, event), "水乡人家餐饮店", known, PLACE));

        assertApproved(name, text);
    }

    private static void assertApproved(String name, String text) throws IOException {
        var approved = APPROVED.resolve(name + ".txt");
        if (Boolean.getBoolean("approve")) {
            Files.writeString(approved, text);
        }
        assertThat(text).isEqualTo(Files.readString(approved));
    }

    /** What was said where, and by whom, stands in the case that the hearing was called in. */
    @Test
    void theTranscriptOfAHearingIsAPaperToBeSigned() throws IOException {
        var item = Cases.foodLicence();
        var reviewer = Cases.reviewer("market");
        var file = Cases.submittedOn("2026-11-02", item);
        file = Cases.after(file, new Act.Accept(), Cases.clerk(), "2026-11-02", item);
        file =
                Cases.after(
                        file,
                        new Act.TellHearingRight("涉及相邻住户的重大利益", List.of()),
                        reviewer,
                        "2026-11-03",
                        item);
        file =
                Cases.after(
                        file,
                        new Act.AskForHearing("韦某兰", ""),
                        Cases.applicant(),
                        "2026-11-04",
                        item);
        file =
                Cases.after(
                        file,
                        new Act.CallHearing(LocalDate.parse("2026-11-17"), "政务服务中心三楼", "杨某江"),
                        reviewer,
                        "2026-11-05",
                        item);
        var known = Cases.known(reviewer, LocalDate.parse("2026-11-17"), item);
        var held =
                (Ruling.Done)
                        CaseEngine.decide(
                                file,
                                new Act.RecordHearing(
                                        List.of("韦某兰", "隔壁住户"), "申请人说明了排烟的改造，住户没有其他意见。"),
                                known);

        assertApproved("hearing-record", text(writer.paperFor(held, "水乡人家餐饮店", known, PLACE)));
    }

    static Stream<Arguments> papers() {
        var until = LocalDate.parse("2026-12-08");
        return Stream.of(
                Arguments.of(
                        "receipt",
                        new CaseEvent.Submitted(
                                "52273220261117W000318C",
                                "food-business-new",
                                1,
                                "食品经营许可（新办）",
                                "market",
                                Channel.ONLINE,
                                "水乡人家餐饮店",
                                LocalDate.parse("2026-11-17"),
                                5,
                                List.of())),
                Arguments.of("acceptance", accepted(false)),
                Arguments.of("acceptance-by-silence", accepted(true)),
                Arguments.of(
                        "correction",
                        new CaseEvent.CorrectionsTold(
                                List.of(
                                        new Act.Correction(
                                                "floor-plan", "经营场所平面图", "没有标出后厨，请标出后厨、库房和门。"),
                                        new Act.Correction("health", "健康证明", "没有收到这份材料，请补交。")),
                                until)),
                Arguments.of(
                        "non-acceptance-other-office",
                        new CaseEvent.AcceptanceRefused(
                                Act.NonAcceptance.NOT_OUR_POWER, "生产许可由市级机关实施。", "黔南州市场监督管理局")),
                Arguments.of(
                        "non-acceptance-not-needed",
                        new CaseEvent.AcceptanceRefused(
                                Act.NonAcceptance.NOT_NEEDED, "只销售预包装食品的，备案即可。", "")),
                Arguments.of("procedure", new CaseEvent.ProcedureStarted("检验", "需要对餐饮具抽样送检", 3)),
                Arguments.of("extension", new CaseEvent.Extended(10, "现场情况复杂", until)),
                Arguments.of("grant", new CaseEvent.Granted("")),
                Arguments.of(
                        "grant-on-conditions", new CaseEvent.Granted("", "每日营业到二十二时，不使用明火", until)),
                Arguments.of("withdrawal", new CaseEvent.Withdrawn("不办了")),
                Arguments.of(
                        "higher-decision-granted",
                        new CaseEvent.HigherDecided(
                                "黔南州市场监督管理局", true, "黔南市监许〔2026〕8号", until, "")),
                Arguments.of(
                        "higher-decision-refused",
                        new CaseEvent.HigherDecided(
                                "黔南州市场监督管理局", false, "黔南市监许〔2026〕9号", until, "设备没有通过检验。")),
                Arguments.of("revocation-dropped", new CaseEvent.GrantLetStand("已经补正")),
                Arguments.of("hearing-declined", new CaseEvent.HearingDeclined("申请人不是本事项的利害关系人")),
                Arguments.of(
                        "site-record",
                        new CaseEvent.VisitRecorded(
                                Act.Visit.SITE_VISIT,
                                until,
                                "建设东路 18 号",
                                Cases.officers("market", "market").stream()
                                        .map(Officer::said)
                                        .toList(),
                                "后厨与申报的平面图一致。",
                                2)),
                Arguments.of(
                        "slip-correction",
                        new CaseEvent.SlipCorrected(
                                "准予行政许可决定书 三市监许准字〔2026〕第 318 号", "水乡人家餐饮点", "水乡人家餐饮店")),
                Arguments.of("objection-founded", new CaseEvent.ObjectionAnswered(true, "面积已经更正。")),
                Arguments.of(
                        "objection-unfounded",
                        new CaseEvent.ObjectionAnswered(false, "距离以现场测量为准。")),
                Arguments.of(
                        "refusal",
                        new CaseEvent.Refused(
                                "经营场所与公共厕所相距 12 米。",
                                "距离不足 25 米，不具备保证食品安全的条件。",
                                "《中华人民共和国食品安全法》第三十三条")),
                Arguments.of(
                        "correction-again",
                        new CaseEvent.CorrectionsToldAgain(
                                List.of(new Act.Correction("lease", "租赁合同", "没有盖章，请补盖出租方的章。")),
                                "经办人漏看了合同的最后一页",
                                until)),
                Arguments.of(
                        "procedure-counted",
                        new CaseEvent.ProcedureStarted(
                                "现场踏勘", "需要核实场所", 2, "《中华人民共和国行政许可法》第三十四条", true)),
                Arguments.of(
                        "procedure-of-the-place",
                        new CaseEvent.ProcedureStarted(
                                "公示", "需要征求公众意见", 7, "《中华人民共和国城乡规划法》第四十八条", null)),
                Arguments.of(
                        "supplement-rejection",
                        new CaseEvent.PapersRejected(List.of("租赁合同"), "照片看不清", until)),
                Arguments.of(
                        "hearing-right",
                        new CaseEvent.HearingRightTold("直接涉及您与相邻住户的重大利益", List.of("隔壁住户"), until)),
                Arguments.of(
                        "hearing-call", new CaseEvent.HearingCalled(until, "政务服务中心三楼会议室", "杨某江")),
                Arguments.of(
                        "forwarding", new CaseEvent.Forwarded("黔南布依族苗族自治州市场监督管理局", "符合条件", until)),
                Arguments.of(
                        "simulation",
                        new CaseEvent.SimulationBegun(List.of("用地批准文件"), until, List.of())),
                Arguments.of("simulation-ended", new CaseEvent.SimulationEnded("项目不再建设")),
                Arguments.of(
                        "made-real",
                        new CaseEvent.MadeReal(
                                "用地批准文件已经取得", until, false, until, until, null, null)),
                Arguments.of(
                        "automatic-grant",
                        new CaseEvent.AutomaticallyGranted(
                                until,
                                1,
                                List.of(
                                        new Act.CheckedRule("self", "登记的就是实名登录的本人", true, ""),
                                        new Act.CheckedRule("age", "年满十六周岁", true, "")))),
                Arguments.of("voided", new CaseEvent.Voided("窗口重复录入")),
                Arguments.of("ended", new CaseEvent.NotCorrected(until)),
                Arguments.of("tolerant-acceptance", tolerated(false)),
                Arguments.of("tolerant-acceptance-by-silence", tolerated(true)),
                Arguments.of(
                        "supplement-extension",
                        new CaseEvent.SupplementExtended(5, "房屋产权人出差，租赁合同备案尚未办结", until)),
                Arguments.of(
                        "papers-never-came",
                        new CaseEvent.PapersNeverCame(List.of(Cases.offer("租赁合同")), until)),
                Arguments.of(
                        "revocation-intent",
                        new CaseEvent.CommitmentDoubted(
                                "health", "健康证明", "两名从业人员在领证之日没有有效的健康证明。", until)),
                Arguments.of(
                        "revocation",
                        new CaseEvent.GrantRevoked(
                                List.of(Cases.vouch("健康证明")),
                                "两名从业人员在领证之日没有有效的健康证明。",
                                "不具备取得许可的条件，承诺与事实不符。",
                                "《中华人民共和国食品安全法》第四十五条")));
    }

    private static CaseEvent tolerated(boolean deemed) {
        return new CaseEvent.AcceptedTolerantly(
                LocalDate.parse("2026-11-17"),
                deemed,
                LocalDate.parse("2026-12-15"),
                LocalDate.parse("2026-11-24"),
                List.of("review", "decide"),
                List.of(Cases.offer("经营场所租赁合同"), Cases.offer("门头照片")),
                LocalDate.parse("2026-11-24"));
    }

    private static CaseEvent accepted(boolean deemed) {
        return new CaseEvent.Accepted(
                LocalDate.parse("2026-11-17"),
                deemed,
                LocalDate.parse("2026-12-15"),
                LocalDate.parse("2026-11-24"),
                List.of("review", "decide"));
    }

    private static String text(Optional<org.tongban.casework.Notice> paper) {
        var notice = paper.orElseThrow();
        return String.join(
                        "\n",
                        Stream.concat(
                                        Stream.of(
                                                notice.agency(),
                                                notice.title(),
                                                notice.number(),
                                                notice.addressee() + "：",
                                                ""),
                                        notice.paragraphs().stream())
                                .toList())
                + "\n\n"
                + notice.issuedOn()
                + "\n";
    }
}
