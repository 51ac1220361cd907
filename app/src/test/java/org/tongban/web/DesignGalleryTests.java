package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Draws every component and the pages of the design study into {@code target/gallery}. */
class DesignGalleryTests {

    private static final Path FOLDER = Path.of("target", "gallery");

    private final Pages pages = new Pages();
    private final TextBundles bundles = new TextBundles();

    @Test
    void drawsEveryComponent() throws IOException {
        var page = draw("components", "web/gallery", components(false, Preferences.CHINESE));

        assertThat(page).contains("有 2 处需要改一下", "逐日说明", "来自您的营业执照");
    }

    @Test
    void drawsEveryComponentInTheElderVersion() throws IOException {
        var page = draw("elder", "web/gallery", components(true, Preferences.CHINESE));

        assertThat(page).contains("<body class=\"citizen elder\"", "普通版").doesNotContain(">企业<");
    }

    @Test
    void drawsEveryComponentInEnglish() throws IOException {
        var page = draw("english", "web/gallery", components(false, Locale.ENGLISH));

        assertThat(page).contains("<html lang=\"en\"", "There are 2 things to put right");
    }

    @Test
    void drawsTheFrontPage() throws IOException {
        var page =
                draw(
                        "home",
                        "web/galleryPages",
                        study(
                                "home",
                                "您要办什么事？",
                                "用您自己的话说，例如：我想开一家小饭馆",
                                "找",
                                "给孩子上户口",
                                "开小吃店",
                                "提取公积金",
                                "办理退休",
                                "老人去世后的手续",
                                "等您处理",
                                "食品经营许可：还差 1 份材料",
                                "请在 11月27日（星期五）前补上“操作流程图”，还有 4 个工作日。补上后当天继续办。",
                                "人生大事，一次办好",
                                "孩子出生",
                                "7 件事一起办，不用跑",
                                "上学",
                                "入学报名，信息自动核验",
                                "开一家餐馆",
                                "4 个部门，一张表",
                                "退休",
                                "养老金、公积金、医保",
                                "残疾人服务",
                                "办证和补贴一起申请",
                                "买房过户",
                                "水电气一起过户"));

        assertThat(page).contains("您要办什么事？");
    }

    @Test
    void drawsAGuide() throws IOException {
        var page =
                draw(
                        "guide",
                        "web/galleryPages",
                        study(
                                "guide",
                                "县市场监督管理局 · 适用于个体工商户和企业",
                                "食品经营许可（新办）",
                                "开餐馆、小吃店、奶茶店、食堂，或者销售散装食品，都要先取得这个许可。",
                                "开始办理",
                                "先预约窗口",
                                "需要什么",
                                "营业执照",
                                "从电子证照库取得：91522732MA6XXXXX00",
                                "健康证明",
                                "向卫健部门核验，约 1 秒",
                                "经营场所平面图",
                                "手画也可以，要标出后厨、库房和门。",
                                "操作流程图",
                                "先受理，5 个工作日内补上即可（容缺）。"));

        assertThat(page).contains("5 个工作日");
    }

    @Test
    void drawsTheProgressOfACase() throws IOException {
        var page =
                draw(
                        "progress",
                        "web/galleryPages",
                        study(
                                "progress",
                                "办件编号 522732-20261117-W-000318-K",
                                "食品经营许可，正在审查",
                                "最晚 11月26日（星期四）作出决定，还有 1 个工作日。现在轮到：县市场监督管理局，您不用做什么。",
                                "为什么是 11月26日？",
                                "经过",
                                "问一个问题",
                                "撤回申请"));

        assertThat(page).contains("11/18");
    }

    @Test
    void drawsAWorklist() throws IOException {
        var given = new HashMap<String, Object>();
        given.put("staff", GallerySamples.staff("县市场监督管理局", "审查岗", "待办", "在办", "停表", "已办", "统计"));
        given.put("texts", bundles.in(Preferences.CHINESE));
        given.put("desk", false);
        given.put(
                "rows",
                List.of(
                        row("食品经营许可（新办）", "522732-20261110-W-000318", "水乡人家餐饮店", "张*明", "审查"),
                        row("公共场所卫生许可", "522732-20261111-W-000319", "云上宾馆有限公司", "杨*", "审批"),
                        row("林木采伐许可", "522732-20261113-W-000321", "王*贵", "王*贵", "专家评审"),
                        row("道路货物运输经营许可", "522732-20261112-W-000320", "都柳江物流", "韦*华", "审查")));
        given.put(
                "days",
                List.of(
                        GallerySamples.days("cccrrsstd", 6),
                        GallerySamples.days("cccccrroo", 8),
                        GallerySamples.days("ccsssssrrs", 9),
                        GallerySamples.days("cttttrrttttttrrttttttrrttttttrrttttttd", 0)));
        given.put(
                "tags",
                List.of(
                        Tag.soon("还剩 1 天"),
                        Tag.late("超期 2 天"),
                        Tag.stop("停表：专家评审"),
                        Tag.plain("还剩 27 天")));
        given.put(
                "words",
                List.of(
                        "待办",
                        "按到期排序 · 23 件，1 件超期，3 件将到期",
                        "全部事项",
                        "只看超期",
                        "我关注的",
                        "批量通过…",
                        "事项",
                        "申请人",
                        "经办",
                        "环节",
                        "期限"));

        var page = draw("worklist", "web/galleryStaff", given);

        assertThat(page).contains("县市场监督管理局 · 审查岗");
    }

    @Test
    void drawsADesk() throws IOException {
        var given = new HashMap<String, Object>();
        given.put("staff", GallerySamples.staff("政务中心", "综合窗口 07", "受理台", "排队", "补正", "已办", "统计"));
        given.put("texts", bundles.in(Preferences.CHINESE));
        given.put("desk", true);
        given.put(
                "rows",
                List.of(
                        row("营业执照", "电子证照 · 有效 · 取得于 10:02", "4"),
                        row("身份证", "读卡核验一致", "4"),
                        row("经营场所平面图", "要点：标出后厨、库房、出入口；面积与表单一致（表单 86 ㎡，图上 86 ㎡）", "1"),
                        row("操作流程图", "承诺 12月2日前补上 · 已签承诺书", "3"),
                        row("健康证明", "卫健部门：没有查到", "2")));
        given.put("days", List.of());
        given.put("tags", List.of(Tag.you("办理中 03:12")));
        given.put(
                "words",
                List.of(
                        "受理台",
                        "A037",
                        "申请人",
                        "韦某兰",
                        "身份证",
                        "990101********0019",
                        "手机",
                        "138****3210",
                        "代表",
                        "水乡人家餐饮店",
                        "信用",
                        "正常 · 可容缺",
                        "材料核对",
                        "齐",
                        "缺",
                        "容缺",
                        "免提交",
                        "受理",
                        "一次性告知补正",
                        "不予受理…",
                        "扫描 · 平面图 1/1",
                        "面积",
                        "86 ㎡，一致"));

        var page = draw("desk", "web/galleryStaff", given);

        assertThat(page).contains("data-key=\"Ctrl+Enter\"");
    }

    @Test
    void drawsANotice() throws IOException {
        for (var sealed : List.of(true, false)) {
            var paper =
                    new NoticeView(
                            "三都水族自治县市场监督管理局",
                            "行政许可受理通知书",
                            "三市监许受字〔2026〕第 318 号",
                            "水乡人家餐饮店（统一社会信用代码 92522732MA0TEQT131）：",
                            "行政许可专用章",
                            "2026年11月17日",
                            sealed,
                            "");
            var given =
                    Map.<String, Object>of(
                            "frame",
                            GallerySamples.frame(false, Preferences.CHINESE),
                            "texts",
                            bundles.in(Preferences.CHINESE),
                            "notice",
                            paper,
                            "back",
                            new Link("我的办件", "/my"),
                            "content",
                            (gg.jte.Content)
                                    out ->
                                            out.writeContent(
                                                    "<p>你（单位）于 2026年11月17日提出的“食品经营许可（新办）”申请，材料齐全、符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第（五）项，现予受理。</p><p>自受理之日起 5 个工作日内作出决定，最晚为 2026年11月24日（星期二）。依法需要检验、检测、听证、专家评审的时间不计入，届时书面告知。</p><p>本事项不收取任何费用。查询进度：使用办件编号和查询码。监督电话：12345。</p>"));

            var page = draw(sealed ? "notice-sealed" : "notice", "web/noticeLayout", given);

            assertThat(page).contains("〔2026〕第 318 号");
        }
    }

    @Test
    void drawsTheErrorPage() throws IOException {
        var given =
                Map.<String, Object>of(
                        "frame", GallerySamples.frame(false, Preferences.CHINESE),
                        "texts", bundles.in(Preferences.CHINESE),
                        "code", 404);

        assertThat(draw("error", "web/error", given)).contains("没有找到这个页面");
    }

    private Map<String, Object> components(boolean elder, Locale locale) {
        return GallerySamples.components(GallerySamples.frame(elder, locale), bundles.in(locale));
    }

    private Map<String, Object> study(String page, String... words) {
        var given = new HashMap<String, Object>();
        given.put("frame", GallerySamples.frame(false, Preferences.CHINESE));
        given.put("texts", bundles.in(Preferences.CHINESE));
        given.put("page", page);
        given.put("words", List.of(words));
        given.put("facts", GallerySamples.facts());
        given.put("timeline", GallerySamples.timeline());
        given.put("strip", GallerySamples.strip());
        given.put("tags", GallerySamples.tags());
        given.put("link", new Link(page.equals("home") ? "现在补上" : "返回", "/"));
        return given;
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    /** The page, also written with links to its style sheets beside it, to be opened as a file. */
    private String draw(String name, String template, Map<String, Object> given)
            throws IOException {
        var page = pages.render(template, given);
        Files.createDirectories(FOLDER);
        for (var file :
                List.of(
                        "tongban.css",
                        "staff.css",
                        "elder.css",
                        "print.css",
                        "paper.css",
                        "tongban.js")) {
            Files.copy(
                    Path.of("src/main/resources/static/web", file),
                    FOLDER.resolve(file),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                FOLDER.resolve(name + ".html"),
                page.replaceAll("=\"/web/([a-z.]+)\\?v=[0-9a-f]+\"", "=\"$1\""));
        return page;
    }
}
