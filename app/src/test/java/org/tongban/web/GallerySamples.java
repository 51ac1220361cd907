package org.tongban.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What the gallery shows: the cases of the design study, in the words a reader would meet. */
final class GallerySamples {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-18");

    private GallerySamples() {}

    static Frame frame(boolean elder, Locale locale) {
        return new Frame(
                "三都水族自治县",
                "12345",
                "",
                Csrf.fixed("_csrf", "token"),
                new Preferences(elder, locale, true),
                "/progress?no=1",
                new Assets());
    }

    static StaffFrame staff(String agency, String post, String... nav) {
        var items = new ArrayList<NavItem>();
        for (var text : nav) {
            items.add(new NavItem(text, "/", items.isEmpty() ? 23 : 0, items.isEmpty()));
        }
        var frame = frame(false, Preferences.CHINESE);
        return new StaffFrame(
                new Frame(
                        frame.placeName(),
                        frame.hotline(),
                        "石某某",
                        frame.csrf(),
                        frame.preferences(),
                        frame.path(),
                        frame.assets()),
                agency,
                post,
                items);
    }

    /** Days of one letter each: c counted, r rest, s stopped, t to come, d due, o over. */
    static List<DayCell> days(String roles, int today) {
        return IntStream.range(0, roles.length())
                .mapToObj(
                        i ->
                                new DayCell(
                                        FIRST_DAY.plusDays(i),
                                        role(roles.charAt(i)),
                                        i == today,
                                        label(roles.charAt(i))))
                .toList();
    }

    static DayStripView strip() {
        return new DayStripView(
                days("cccrrsscd", 7),
                "从11月18日起 5 个工作日，检验停表 2 天，最后一天是11月26日（星期四）。",
                List.of(
                        new DayStripView.LegendEntry(DayRole.COUNTED, "已用 4 个工作日"),
                        new DayStripView.LegendEntry(DayRole.STOPPED, "停表 2 天：检验（行政许可法第45条，不计入期限）"),
                        new DayStripView.LegendEntry(DayRole.REST, "休息日"),
                        new DayStripView.LegendEntry(DayRole.DUE, "最后一天")));
    }

    static List<TimelineEntry> timeline() {
        return List.of(
                new TimelineEntry(
                        TimelineEntry.State.NEXT, "作出决定", "", "最晚11月26日（星期四）。", List.of()),
                new TimelineEntry(
                        TimelineEntry.State.NOW,
                        "审查",
                        "11月25日 星期三 9:12",
                        "检验结果合格，继续审查。",
                        List.of()),
                new TimelineEntry(
                        TimelineEntry.State.STOPPED,
                        "停表：检验",
                        "11月23日 – 11月24日",
                        "送检 2 天，期限顺延 2 天。",
                        List.of(new Link("告知书", "/notice/2"))),
                new TimelineEntry(
                        TimelineEntry.State.DONE,
                        "已受理",
                        "11月17日 星期二 15:40",
                        "材料齐全。",
                        List.of(new Link("受理通知书", "/notice/1"))));
    }

    static List<Tag> tags() {
        return List.of(Tag.got("已有，不用交"), Tag.got("可核验，不用交"), Tag.you("请您上传"), Tag.plain("可以后补"));
    }

    static List<Fact> facts() {
        return List.of(
                new Fact("多久", "5 个工作日", "法定 10 个 · 近三个月一半在 3 天内办完"),
                new Fact("跑几次", "0 次", "全程网上办，证照送到手机"),
                new Fact("费用", "免费", "不收任何费用"),
                new Fact("您要准备", "2 份", "另 2 份已能为您取到"));
    }

    static ErrorSummary errors() {
        return new ErrorSummary(
                List.of(
                        new FieldError("area", "请用数字填写经营面积，例如 86"),
                        new FieldError("kind", "请选择主体业态")));
    }

    static List<FieldView> fields() {
        var kinds =
                List.of(
                        new Option("restaurant", "餐馆、小吃店", "现场制作，有堂食"),
                        new Option("canteen", "单位食堂"),
                        new Option("drinks", "饮品店"));
        var towns =
                IntStream.rangeClosed(1, 9)
                        .mapToObj(i -> new Option("t" + i, "第 " + i + " 镇"))
                        .toList();
        return List.of(
                FieldView.of(FieldKind.ADDRESS, "premises", "经营场所地址")
                        .hint("和营业执照一致，不一致时请改营业执照")
                        .value("三合街道建设东路 18 号")
                        .source("您的营业执照"),
                FieldView.of(FieldKind.DECIMAL, "area", "经营面积")
                        .hint("包括后厨")
                        .unit("平方米")
                        .value("八十多")
                        .error(errors()),
                FieldView.of(FieldKind.CHOICE, "kind", "主体业态").options(kinds).error(errors()),
                FieldView.of(FieldKind.CHOICES, "extras", "另外还卖")
                        .options(kinds)
                        .values(List.of("drinks"))
                        .optional(),
                FieldView.of(FieldKind.CHOICE, "town", "所在乡镇").options(towns).value("t3"),
                FieldView.of(FieldKind.YESNO, "online", "有没有网络外卖？").value("yes"),
                FieldView.of(FieldKind.DATE, "opening", "打算哪天开业？")
                        .hint("例如 2026-12-1 或 2026年12月1日")
                        .value("2026-12-1"),
                FieldView.of(FieldKind.MONEY, "capital", "投资额").value("80000"),
                FieldView.of(FieldKind.CITIZEN_ID, "idNumber", "身份证号码"),
                FieldView.of(FieldKind.LONGTEXT, "note", "想对我们说的").optional().maxLength(200),
                FieldView.of(FieldKind.FILE, "plan", "经营场所平面图")
                        .hint("手画也可以，要标出后厨、库房和门")
                        .files("image/*,application/pdf", true, false));
    }

    static Map<String, Object> components(Frame frame, Texts texts) {
        var all = new HashMap<String, Object>();
        all.put("frame", frame);
        all.put("texts", texts);
        all.put("errors", errors());
        all.put("fields", fields());
        all.put("facts", facts());
        all.put(
                "answers",
                List.of(
                        new Answer("经营场所地址", "三合街道建设东路 18 号", "您的营业执照", "/change/1"),
                        new Answer("经营面积", "86 平方米", "", "/change/2"),
                        new Answer("想对我们说的", "", "", "/change/3")));
        all.put("timeline", timeline());
        all.put("strip", strip());
        all.put(
                "tags",
                List.of(
                        Tag.soon("还剩 1 天"),
                        Tag.late("超期 2 天"),
                        Tag.stop("停表：检验"),
                        Tag.got("已有"),
                        Tag.you("请您上传"),
                        Tag.plain("承诺件")));
        all.put("pager", new Pager("/?before=1", "/?after=20", "第 21—40 件"));
        all.put("link", new Link("我的办件", "/my"));
        all.put("sample", "店在哪里？");
        return all;
    }

    private static DayRole role(char letter) {
        return switch (letter) {
            case 'c' -> DayRole.COUNTED;
            case 'r' -> DayRole.REST;
            case 's' -> DayRole.STOPPED;
            case 't' -> DayRole.TODO;
            case 'd' -> DayRole.DUE;
            case 'o' -> DayRole.OVER;
            default -> throw new IllegalArgumentException("No role " + letter);
        };
    }

    private static String label(char letter) {
        return switch (letter) {
            case 's' -> "检验，行政许可法第45条";
            case 'r' -> "周末";
            case 'd' -> "最晚当天作出决定";
            default -> "工作日";
        };
    }
}
