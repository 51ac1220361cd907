package org.tongban.catalogue.editor;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.BaseItem;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.ItemDefinition.LegalGround;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.publish.ChangeBase;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** The base list, and what hangs below each entry of it. */
@Controller
class BasePages {

    private static final int ON_A_PAGE = 50;
    private static final int MOST_BELOW = 2000;
    private static final int LONGEST = 300;

    /** Law, number, article, in force since, gist: the columns of one line. */
    private static final int COLUMNS = 5;

    private final DSLContext db;
    private final BaseList bases;
    private final ChangeBase changes;
    private final Directory directory;
    private final TextBundles bundles;
    private final Clock clock;

    BasePages(
            DSLContext db,
            BaseList bases,
            ChangeBase changes,
            Directory directory,
            TextBundles bundles,
            Clock clock) {
        this.db = db;
        this.bases = bases;
        this.changes = changes;
        this.directory = directory;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/staff/base")
    @Open(door = Door.STAFF, audit = "base.listed")
    Rendered list(
            @RequestParam(defaultValue = "") String after,
            StaffPrincipal staff,
            HttpServletRequest request) {
        entered(staff);
        var texts = texts(request);
        var shown = bases.after(after, ON_A_PAGE + 1);
        var page = shown.stream().limit(ON_A_PAGE).toList();
        return Rendered.of("catalogue/editor/baseList")
                .with(
                        "lines",
                        page.stream()
                                .map(
                                        item ->
                                                new Answer(
                                                        item.name(),
                                                        type(item, texts)
                                                                + " · "
                                                                + levels(item, texts),
                                                        item.code(),
                                                        EntryNavigation.BASE + "/" + item.code()))
                                .toList())
                .with(
                        "pager",
                        new Pager(
                                after.isEmpty() ? "" : EntryNavigation.BASE,
                                shown.size() > ON_A_PAGE
                                        ? EntryNavigation.BASE + "?after=" + page.getLast().code()
                                        : "",
                                ""));
    }

    @GetMapping("/staff/base/{code}")
    @Open(door = Door.STAFF, audit = "base.opened")
    Rendered open(
            @PathVariable String code,
            @RequestParam(defaultValue = "-1") int reached,
            StaffPrincipal staff,
            HttpServletRequest request) {
        entered(staff);
        var texts = texts(request);
        var done = reached < 0 ? "" : texts.localize("base.done", reached);
        return page(code, Map.of(), ErrorSummary.none(), done, staff, texts);
    }

    @PostMapping("/staff/base/{code}")
    @Open(door = Door.STAFF, audit = "base.changed", right = "review-staffing")
    Object change(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String legalBasis,
            @RequestParam(defaultValue = "") String effectiveOn,
            @RequestParam(defaultValue = "") String reason,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = texts(request);
        var before = item(code);
        var errors = new LinkedHashMap<String, String>();
        if (name.isBlank() || name.strip().length() > LONGEST) {
            errors.put("name", texts.localize("base.name.missing"));
        }
        var grounds = grounds(legalBasis);
        if (grounds.isEmpty()) errors.put("legalBasis", texts.localize("base.basis.wrong"));
        var today = LegalToday.of(clock);
        var day = Typed.date(effectiveOn).filter(each -> !each.isBefore(today));
        if (day.isEmpty()) errors.put("effectiveOn", texts.localize("base.day.wrong", today));
        if (reason.isBlank()) errors.put("reason", texts.localize("editor.reason.missing"));
        if (!errors.isEmpty()) {
            var typed =
                    Map.of(
                            "name", name,
                            "legalBasis", legalBasis,
                            "effectiveOn", effectiveOn,
                            "reason", reason);
            return page(code, typed, ErrorSummary.of(errors), "", staff, texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var changed =
                changes.put(
                        new BaseItem(
                                code,
                                name.strip(),
                                before.type(),
                                before.levels(),
                                grounds.get(),
                                before.particulars()),
                        day.get(),
                        reason.strip());
        return SeeOther.to(EntryNavigation.BASE + "/" + code + "?reached=" + changed.entries());
    }

    private Rendered page(
            String code,
            Map<String, String> typed,
            ErrorSummary errors,
            String done,
            StaffPrincipal staff,
            Texts texts) {
        var item = item(code);
        return Rendered.of(
                "catalogue/editor/base",
                new BasePage(
                        item,
                        type(item, texts),
                        levels(item, texts),
                        EntryNavigation.BASE + "/" + code,
                        errors,
                        done,
                        item.particulars().entrySet().stream()
                                .map(
                                        column ->
                                                new Answer(
                                                        texts.localize("base." + column.getKey()),
                                                        column.getValue(),
                                                        "",
                                                        ""))
                                .toList(),
                        staff.has("review-staffing") ? edit(item, typed, errors, texts) : List.of(),
                        below(code, texts),
                        bases.history(code).stream()
                                .map(
                                        version ->
                                                new BasePage.Line(
                                                        version.version(),
                                                        version.effectiveOn().toString(),
                                                        version.item().name(),
                                                        version.reason()))
                                .toList()));
    }

    private List<FieldView> edit(
            BaseItem item, Map<String, String> typed, ErrorSummary errors, Texts texts) {
        return List.of(
                FieldView.text("name", texts.localize("entry.name"))
                        .maxLength(LONGEST)
                        .value(typed.getOrDefault("name", item.name()))
                        .error(errors),
                FieldView.of(FieldKind.LONGTEXT, "legalBasis", texts.localize("entry.legalBasis"))
                        .hint(texts.localize("base.basis.hint"))
                        .value(typed.getOrDefault("legalBasis", lines(item)))
                        .error(errors),
                FieldView.of(FieldKind.DATE, "effectiveOn", texts.localize("editor.effective-on"))
                        .value(typed.getOrDefault("effectiveOn", LegalToday.of(clock).toString()))
                        .error(errors),
                FieldView.of(FieldKind.LONGTEXT, "reason", texts.localize("editor.reason"))
                        .maxLength(LONGEST)
                        .value(typed.getOrDefault("reason", ""))
                        .error(errors));
    }

    private static String lines(BaseItem item) {
        return item.legalBasis().stream()
                .map(
                        ground ->
                                String.join(
                                        " | ",
                                        ground.law(),
                                        orEmpty(ground.number()),
                                        orEmpty(ground.article()),
                                        orEmpty(ground.since()),
                                        ground.gist()))
                .collect(Collectors.joining("\n"));
    }

    /** One ground a line, its columns parted by upright strokes; empty when a line is not so. */
    private static Optional<List<LegalGround>> grounds(String typed) {
        var grounds = new ArrayList<LegalGround>();
        for (var line : typed.replace('｜', '|').lines().filter(each -> !each.isBlank()).toList()) {
            var columns = line.split("\\|", -1);
            if (columns.length != COLUMNS || columns[0].isBlank() || columns[4].isBlank()) {
                return Optional.empty();
            }
            var since =
                    columns[3].isBlank()
                            ? Optional.of("")
                            : Typed.date(columns[3]).map(Object::toString);
            if (since.isEmpty()) return Optional.empty();
            var ground = new LinkedHashMap<String, Object>();
            ground.put("law", columns[0].strip());
            if (!columns[1].isBlank()) ground.put("number", columns[1].strip());
            if (!columns[2].isBlank()) ground.put("article", columns[2].strip());
            if (!since.get().isEmpty()) ground.put("since", since.get());
            ground.put("gist", columns[4].strip());
            grounds.add(ItemJson.ground(ground));
        }
        return grounds.isEmpty() ? Optional.empty() : Optional.of(grounds);
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    /** Entries of every level and office that inherit from it. */
    private List<BasePage.Below> below(String code, Texts texts) {
        return db.select(
                        ITEM.ITEM_KEY,
                        ITEM.CURRENT_VERSION,
                        ITEM.AGENCY_KEY,
                        ITEM_VERSION.DEFINITION)
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .and(ITEM_VERSION.VERSION.eq(ITEM.CURRENT_VERSION))
                .where(ITEM.BASE_CODE.eq(code))
                .orderBy(ITEM.AGENCY_KEY, ITEM.ITEM_KEY)
                .limit(MOST_BELOW)
                .fetch(
                        row -> {
                            var entry = ItemJson.read(row.value4().data());
                            return new BasePage.Below(
                                    new Link(
                                            entry.name(),
                                            EntryNavigation.ENTRIES + "/of/" + row.value1()),
                                    texts.localize("level." + entry.level()),
                                    directory
                                            .current()
                                            .agency(row.value3())
                                            .map(Agency::shortName)
                                            .orElse(row.value3()),
                                    texts.localize("editor.version", row.value2()),
                                    entry.overrides().entrySet().stream()
                                            .map(
                                                    reason ->
                                                            texts.localize(
                                                                    "editor.overridden",
                                                                    texts.localize(
                                                                            "entry."
                                                                                    + reason
                                                                                            .getKey()),
                                                                    reason.getValue()))
                                            .collect(Collectors.joining("；")));
                        });
    }

    private BaseItem item(String code) {
        return bases.current(code)
                .map(BaseList.Version::item)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String type(BaseItem item, Texts texts) {
        var key = "item-type." + item.type();
        return texts.has(key) ? texts.localize(key) : item.type();
    }

    private static String levels(BaseItem item, Texts texts) {
        return item.levels().stream()
                .map(level -> texts.localize("level." + level))
                .collect(Collectors.joining("、"));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }

    private static void entered(StaffPrincipal staff) {
        if (!EntryNavigation.mayEnter(staff)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
