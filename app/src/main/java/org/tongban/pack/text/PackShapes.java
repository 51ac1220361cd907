package org.tongban.pack.text;

import static org.tongban.pack.text.Shape.filled;
import static org.tongban.pack.text.Shape.form;
import static org.tongban.pack.text.Shape.key;
import static org.tongban.pack.text.Shape.keyed;
import static org.tongban.pack.text.Shape.list;
import static org.tongban.pack.text.Shape.longText;
import static org.tongban.pack.text.Shape.name;
import static org.tongban.pack.text.Shape.oneOf;
import static org.tongban.pack.text.Shape.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tongban.casework.notice.wording.PaperForm;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.check.GuideCheck;

/** The files of {@code docs/pack-format.md}, one shape each. */
public final class PackShapes {

    private static final int LONGEST_TERM_DAYS = 3650;

    /** A day: what is older is not what the register says. */
    private static final int MOST_MINUTES_KEPT = 1440;

    private static final Shape REGION = form("\\d{12}", "12 位数字，加引号");
    private static final Shape DEMO_ROLE = text();

    /** Art. 45 of the Administrative Licensing Law. */
    public static final Set<String> PROCEDURES_OF_THE_LAW =
            Set.of("听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审");

    public static final Shape.Keyed PLACE =
            keyed(
                    "name", text(),
                    "region", REGION,
                    "hotline", text(),
                    "source?", longText(),
                    "policies",
                            keyed(
                                    "applicantCorrectionDays", new Shape.Whole(1, 365),
                                    "soonDays", new Shape.Whole(0, 60),
                                    "afterCheckDays?", new Shape.Whole(1, 365),
                                    "pleadingDays?", new Shape.Whole(1, 60),
                                    "findingAnswerDays?", new Shape.Whole(1, 60),
                                    "procedures?",
                                            list(
                                                    keyed(
                                                            "name", text(),
                                                            "basis", text(),
                                                            "stops", new Shape.Truth())),
                                    "termTargets?",
                                            list(
                                                    keyed(
                                                            "name",
                                                            text(),
                                                            "days",
                                                            new Shape.Whole(1, 1000),
                                                            "together?",
                                                            new Shape.Truth(),
                                                            "items",
                                                            filled(key()))),
                                    "guideRules?", guideRules()),
                    "remedies", keyed("reviewBody", text(), "court", text()),
                    "statedTotals?",
                            keyed(
                                    "windows?", new Shape.Whole(0, 1_000_000),
                                    "front?", new Shape.Whole(0, 1_000_000),
                                    "back?", new Shape.Whole(0, 1_000_000)),
                    "themes?", list(keyed("name", text(), "en", text())));

    public static final Shape AGENCIES =
            filled(
                    keyed(
                            "key", key(),
                            "name", text(),
                            "shortName", text(),
                            "noticeMark", text(),
                            "creditCode", text(),
                            "kind", oneOf("county", "vertical", "company", "group", "town"),
                            "windowKind", oneOf("resident", "comprehensive"),
                            "windows?", new Shape.Whole(0, 100_000),
                            "front?", new Shape.Whole(0, 100_000),
                            "back?", new Shape.Whole(0, 100_000),
                            "note?", text(),
                            "phone", form("[0-9-]{3,20}", "数字和连字符，带区号"),
                            "complaintPhone", form("[0-9-]{3,20}", "数字和连字符，带区号"),
                            "address", text(),
                            "region?", REGION));

    public static final Shape CENTRES =
            filled(
                    keyed(
                            "key", key(),
                            "name", text(),
                            "region", REGION,
                            "address", text(),
                            "hours", text(),
                            "windows",
                                    list(
                                            keyed(
                                                    "key", key(),
                                                    "name", text(),
                                                    "kind", oneOf("comprehensive", "agency"),
                                                    "agency?", key()))));

    public static final Shape STAFF =
            keyed(
                    "posts",
                    list(
                            keyed(
                                    "key", key(),
                                    "name", text(),
                                    "agency?", key(),
                                    "window?", key(),
                                    "rights",
                                            filled(
                                                    oneOf(
                                                            "accept",
                                                            "review",
                                                            "decide",
                                                            "deliver",
                                                            "head",
                                                            "supervise",
                                                            "administer",
                                                            "draft-entries",
                                                            "review-staffing",
                                                            "review-law",
                                                            "merge-persons")),
                                    "scope", oneOf("window", "agency", "region"))),
                    "people",
                    list(
                            keyed(
                                    "login", key(),
                                    "name", text(),
                                    "staffNo", text(),
                                    "posts", filled(key()),
                                    "demoRole?", DEMO_ROLE)));

    public static final Shape APPLICANTS =
            keyed(
                    "people",
                    list(
                            keyed(
                                    "login?", key(),
                                    "name", text(),
                                    "idNumber", text(),
                                    "mobile", text(),
                                    "address", text(),
                                    "demoRole?", DEMO_ROLE)),
                    "firms?",
                    list(
                            keyed(
                                    "name", text(),
                                    "creditCode", text(),
                                    "representative", key(),
                                    "address", text(),
                                    "agents?", list(key()))));

    /** A word is what a person says of one thing, not a sentence. */
    private static final Shape WORD = form("\\S{1,20}", "1 到 20 个字，中间没有空格");

    public static final Shape WORDS =
            keyed(
                    "meanings?",
                    list(
                            keyed(
                                    "term", WORD,
                                    "words", filled(WORD),
                                    "items?", list(key()))),
                    "lifeEvents?",
                    list(keyed("key", key(), "name", text(), "items", filled(key()))));

    /** Each paper may be left to the standard words; one that is there is there with all parts. */
    public static final Shape.Keyed NOTICES = notices();

    private static final Shape MILLIMETRES = new Shape.Whole(0, 1000);

    /** The sheet of a certificate; {@code show} names a part of it or the key of a field. */
    private static final Shape LAYOUT =
            keyed(
                    "width", new Shape.Whole(50, 1000),
                    "height", new Shape.Whole(50, 1000),
                    "places",
                            filled(
                                    keyed(
                                            "show",
                                            name(),
                                            "x",
                                            MILLIMETRES,
                                            "y",
                                            MILLIMETRES,
                                            "size?",
                                            new Shape.Whole(4, 100),
                                            "width?",
                                            MILLIMETRES,
                                            "height?",
                                            MILLIMETRES,
                                            "align?",
                                            oneOf("left", "middle", "right"),
                                            "text?",
                                            text())));

    public static final Shape CERTIFICATE_TYPES =
            list(
                    keyed(
                            "key", key(),
                            "name", text(),
                            "typeCode", text(),
                            "validYears?", new Shape.Whole(1, 100),
                            "holder", oneOf("firm", "person", "either"),
                            "fields",
                                    filled(
                                            keyed(
                                                    "key", name(),
                                                    "label", text(),
                                                    "from", longText(),
                                                    "kind?",
                                                            oneOf(
                                                                    "text",
                                                                    "date",
                                                                    "decimal",
                                                                    "mobile",
                                                                    "citizenId",
                                                                    "creditCode"),
                                                    "optional?", new Shape.Truth(),
                                                    "longest?", new Shape.Whole(1, 2000),
                                                    "choices?", list(text()))),
                            "layout?", LAYOUT,
                            "single?", new Shape.Truth(),
                            "numberForm?", text(),
                            "issuers?", list(key())));

    /** What one box, or one row of boxes, takes. */
    private static final List<String> SIMPLE_TYPES =
            List.of(
                    "text",
                    "longtext",
                    "integer",
                    "decimal",
                    "money",
                    "date",
                    "choice",
                    "choices",
                    "yesno",
                    "name",
                    "citizenId",
                    "creditCode",
                    "projectCode",
                    "mobile",
                    "region",
                    "address",
                    "file");

    private static final Shape CHOICES =
            list(
                    keyed(
                            "value", form("[A-Za-z0-9_-]{1,64}", "字母、数字、连字符"),
                            "label", text()));

    private static final Shape UNIT = oneOf("working", "calendar");
    private static final Shape DAYS = new Shape.Whole(0, LONGEST_TERM_DAYS);

    private static final Shape LEGAL_BASIS =
            filled(
                    keyed(
                            "law", text(),
                            "number?", text(),
                            "article?", text(),
                            "gist", text(),
                            "since?", form("\\d{4}-\\d{2}-\\d{2}", "日期，如 2004-07-01，加引号")));

    /** An entry of the base list; particulars only for families that nobody applies for. */
    public static final Shape BASE =
            filled(
                    keyed(
                            "code", form("[0-9A-Z]{12}", "12 位，加引号"),
                            "name", text(),
                            "type", form("\\d{2}", "两位数字，加引号"),
                            "levels", filled(new Shape.Whole(1, 7)),
                            "legalBasis", LEGAL_BASIS,
                            "particulars?",
                                    keyed(
                                            "conduct?", longText(),
                                            "kinds?", longText(),
                                            "range?", longText(),
                                            "measures?", longText(),
                                            "conditions?", longText(),
                                            "payers?", longText(),
                                            "standard?", longText(),
                                            "collection?", longText(),
                                            "object?", longText(),
                                            "content?", longText(),
                                            "frequency?", longText())));

    public static final Shape.Keyed ITEM =
            keyed(
                    "key", key(),
                    "name?", text(),
                    "summary", text(),
                    "alsoCalled?", list(text()),
                    "type?", form("\\d{2}", "两位数字，加引号"),
                    "catalogCode", form("[0-9A-Z]{12}", "12 位，加引号"),
                    "level", new Shape.Whole(1, 7),
                    "audience", filled(oneOf("person", "firm")),
                    "themes?", list(text()),
                    "caseKind", oneOf("at-once", "promised"),
                    "legalBasis?", LEGAL_BASIS,
                    "limits",
                            keyed(
                                    "statutory",
                                    keyed("days", DAYS, "unit", UNIT, "basis?", text()),
                                    "promised",
                                    keyed("days", DAYS, "unit", UNIT, "basis?", text())),
                    "visits", new Shape.Whole(0, 20),
                    "visitReason", text(),
                    "onlineDepth", oneOf("full", "apply", "info"),
                    "tolerant?", new Shape.Truth(),
                    "fee",
                            new Shape.ListOrNone(
                                    keyed(
                                            "name", text(),
                                            "amount", new Shape.Decimal(),
                                            "unit", text(),
                                            "basis?", text())),
                    "conditions?", list(text()),
                    "questions?",
                            list(
                                    keyed(
                                            "key", name(),
                                            "text", text(),
                                            "choices", CHOICES)),
                    "form?",
                            list(
                                    keyed(
                                            "page", text(),
                                            "fields", filled(field()))),
                    "materials?", list(material()),
                    "steps",
                            filled(
                                    keyed(
                                            "key", key(),
                                            "name", text(),
                                            "post", key(),
                                            "kind", oneOf("review", "decision"),
                                            "days", DAYS,
                                            "after?", list(key()),
                                            "when?", longText())),
                    "result",
                            keyed(
                                    "name", text(),
                                    "kind", oneOf("certificate", "document", "none"),
                                    "certificate?", key()),
                    "specialProcedures?",
                            // The eight of the law and those of the place's dictionary:
                            // ItemHandling.
                            list(text()),
                    "faq?", list(keyed("question", text(), "answer", longText())),
                    "supplementDays?", new Shape.Whole(1, LONGEST_TERM_DAYS),
                    "silenceAgrees?", new Shape.Truth(),
                    "cancelledProofs?",
                            list(
                                    keyed(
                                            "name", text(),
                                            "replacement", text(),
                                            "basis", text(),
                                            "since", text())),
                    "handling?", handling(),
                    "fund?", keyed("name", text(), "standard", text(), "basis", text()),
                    "investment?", keyed("scope", text(), "measure", text()),
                    "realName?", oneOf("declared", "window", "provider"),
                    "overrides?", keyed("name?", text(), "legalBasis?", text()));

    /** One resource of the catalogue of shared data. */
    public static final Shape RESOURCE =
            keyed(
                    "key", key(),
                    "code", form("[123]\\d{5,12}/\\d{1,8}", "类 1 位、项 2 位、目 3 位、细目，斜线，顺序号"),
                    "name", text(),
                    "provider", key(),
                    "summary", longText(),
                    "items",
                            filled(
                                    keyed(
                                            "key", name(),
                                            "label", text(),
                                            "type", oneOf("text", "date", "number", "code"))),
                    "share", oneOf("unconditional", "conditional", "none"),
                    "condition?", longText(),
                    "basis?", longText(),
                    "update",
                            oneOf("realtime", "daily", "weekly", "monthly", "quarterly", "yearly"),
                    "subject", oneOf("person", "firm", "either"),
                    "standsFor?", key(),
                    "endsAsking?", list(text()),
                    "register?", key(),
                    "keptMinutes?", new Shape.Whole(0, MOST_MINUTES_KEPT));

    /** Several items that are applied for once. */
    public static final Shape PACKAGE = PackageShape.of(CHOICES);

    /** Pages for groups of people. */
    public static final Shape ZONES = PackageShape.zones();

    private PackShapes() {}

    /**
     * The shape of a file by its path in the pack; whatever was not named is about certificates.
     */
    public static Shape of(String file) {
        return switch (file) {
            case "place.yaml" -> PLACE;
            case "agencies.yaml" -> AGENCIES;
            case "centres.yaml" -> CENTRES;
            case "staff.yaml" -> STAFF;
            case "applicants.yaml" -> APPLICANTS;
            case "words.yaml" -> WORDS;
            case "notices.yaml" -> NOTICES;
            case PackText.ZONES -> ZONES;
            default ->
                    file.startsWith(PackText.ITEMS)
                            ? ITEM
                            : file.startsWith(PackText.BASE)
                                    ? BASE
                                    : file.startsWith(PackText.RESOURCES)
                                            ? RESOURCE
                                            : file.startsWith(PackText.PACKAGES)
                                                    ? PACKAGE
                                                    : CERTIFICATE_TYPES;
        };
    }

    private static Shape field() {
        return field(
                "group",
                "fields?",
                list(field("")),
                "minRows?",
                new Shape.Whole(0, FormRows.MOST),
                "maxRows?",
                new Shape.Whole(1, FormRows.MOST));
    }

    /**
     * One question.
     *
     * @param type that it may have beside the simple ones; empty: none
     */
    private static Shape field(String type, Object... more) {
        var types =
                Stream.concat(SIMPLE_TYPES.stream(), Stream.of(type).filter(one -> !one.isEmpty()))
                        .toArray(String[]::new);
        return keyed(Stream.concat(Stream.of(question(types)), Stream.of(more)).toArray());
    }

    private static Object[] question(String... types) {
        return new Object[] {
            "key", name(),
            "label", text(),
            "hint?", text(),
            "type", oneOf(types),
            "required?", new Shape.Truth(),
            "maxLength?", new Shape.Whole(1, 20_000),
            "min?", new Shape.Decimal(),
            "max?", new Shape.Decimal(),
            "choices?", CHOICES,
            "when?", longText(),
            "prefill?", text()
        };
    }

    /** How this place weighs each rule of the guide check. */
    private static Shape guideRules() {
        return keyed(
                GuideCheck.RULES.stream()
                        .flatMap(rule -> Stream.of(rule.key() + "?", oneOf("off", "warn", "stop")))
                        .toArray());
    }

    /** Passed up, decided by rules, reviewed in advance. */
    private static Shape handling() {
        return keyed(
                "forward?", keyed("authority", text(), "days", new Shape.Whole(1, 3650)),
                "automatic?",
                        keyed(
                                "rules",
                                filled(
                                        keyed(
                                                "key", key(),
                                                "says", text(),
                                                "when", longText())),
                                "samplePercent",
                                new Shape.Whole(0, 100)),
                "simulated?", new Shape.Truth());
    }

    private static Shape material() {
        return keyed(
                "key", key(),
                "name", text(),
                "hint?", text(),
                "necessity", oneOf("required", "optional"),
                "tolerated?", new Shape.Truth(),
                "source", oneOf("self", "agency", "third-party"),
                "form", oneOf("electronic", "paper", "both"),
                "originals", new Shape.Whole(0, 100),
                "copies", new Shape.Whole(0, 100),
                "checks?", list(text()),
                "when?", longText(),
                "basis?", text(),
                "commitment?",
                        keyed(
                                "fact", text(),
                                "consequence", longText(),
                                "checkDays?", new Shape.Whole(1, LONGEST_TERM_DAYS)),
                "fetch?", keyed("certificate", key(), "fills?", list(name())));
    }

    private static Shape.Keyed notices() {
        var papers = new LinkedHashMap<String, Shape.Key>();
        for (var paper : PaperForm.ALL) {
            var parts = new LinkedHashMap<String, Shape.Key>();
            paper.parts().forEach(part -> parts.put(part.key(), new Shape.Key(longText(), true)));
            papers.put(paper.name(), new Shape.Key(new Shape.Keyed(parts), false));
        }
        return new Shape.Keyed(papers);
    }
}
