package org.tongban.catalogue.editor;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.EntryCheck.Found;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.PublishedItem;
import org.tongban.catalogue.entry.Difference;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.catalogue.entry.Places;
import org.tongban.catalogue.entry.Section;
import org.tongban.catalogue.life.DraftFile;
import org.tongban.catalogue.life.DraftLife;
import org.tongban.catalogue.life.DraftState;
import org.tongban.catalogue.life.DraftStore;
import org.tongban.catalogue.life.DraftTransitions;
import org.tongban.catalogue.life.Office;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Fact;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Tag;
import org.tongban.web.Texts;

/** Puts a draft on one page: state, check, remarks, what differs, acts offered. */
@Component
class DraftSheet {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final DraftStore drafts;
    private final DraftLife life;
    private final Catalogue catalogue;
    private final Directory directory;
    private final DraftHere here;

    DraftSheet(
            DraftStore drafts,
            DraftLife life,
            Catalogue catalogue,
            Directory directory,
            DraftHere here) {
        this.drafts = drafts;
        this.life = life;
        this.catalogue = catalogue;
        this.directory = directory;
        this.here = here;
    }

    DraftPage of(
            DraftFile draft,
            StaffPrincipal staff,
            String done,
            ErrorSummary errors,
            String words,
            String day,
            Texts texts) {
        var whole = life.whole(draft);
        var found = life.found(draft);
        var address = EditSections.address(draft);
        var writes = staff.has(DraftTransitions.DRAFT) && staff.reaches(draft.agency());
        return new DraftPage(
                String.valueOf(whole.getOrDefault("name", draft.itemKey())),
                state(draft, texts),
                address,
                draft.version(),
                here.enter(draft.draftId(), staff.staffId(), staff.name()),
                done,
                errors,
                facts(draft, texts),
                writes ? sections(draft, found, texts) : List.of(),
                found.stream().map(each -> line(each, address, writes, texts)).toList(),
                remarks(draft, writes, texts),
                remarkFields(draft, staff, errors, texts),
                acts(draft, staff, writes, words, day, errors, texts),
                catalogue
                        .current(draft.itemKey())
                        .map(PublishedItem::definition)
                        .map(now -> Difference.between(EntryTree.of(now), whole, texts))
                        .orElse(List.of()),
                List.of(
                        new Link(texts.localize("editor.preview"), address + "/preview"),
                        new Link(
                                texts.localize("editor.entry"),
                                EntryNavigation.ENTRIES + "/of/" + draft.itemKey())),
                history(drafts.acts(draft.itemKey()), texts));
    }

    /** The office for which somebody speaks. */
    static Optional<Office> office(StaffPrincipal staff) {
        return List.of(Office.values()).stream()
                .filter(office -> staff.has(office.right()))
                .findFirst();
    }

    static Tag state(DraftFile draft, Texts texts) {
        var word = texts.localize("draft." + draft.state().word());
        return switch (draft.state()) {
            case DRAFTING -> Tag.you(word);
            case REVIEWING -> Tag.soon(word);
            case AGREED, PUBLISHED -> Tag.got(word);
            case DISCARDED -> Tag.plain(word);
        };
    }

    static List<DraftPage.Line> history(List<DraftStore.Act> acts, Texts texts) {
        return acts.stream()
                .map(
                        act ->
                                new DraftPage.Line(
                                        Tag.plain(texts.localize("editor.act." + act.act())),
                                        act.who()
                                                + " · "
                                                + MOMENT.format(
                                                        act.at()
                                                                .atZoneSameInstant(
                                                                        LegalToday.ZONE)),
                                        act.words(),
                                        ""))
                .toList();
    }

    private List<Fact> facts(DraftFile draft, Texts texts) {
        var agreed =
                draft.agreed().stream()
                        .sorted()
                        .map(office -> texts.localize("office." + office.word()))
                        .toList();
        return List.of(
                new Fact(
                        texts.localize("editor.agency"),
                        directory
                                .current()
                                .agency(draft.agency())
                                .map(Agency::shortName)
                                .orElse(draft.agency()),
                        draft.baseCode()),
                new Fact(
                        texts.localize("editor.changed-on"),
                        draft.changedOn().toString(),
                        draft.reason()),
                new Fact(
                        texts.localize("editor.agreed"),
                        agreed.isEmpty()
                                ? texts.localize("editor.agreed.none")
                                : String.join("、", agreed),
                        ""));
    }

    private static List<DraftPage.SectionLine> sections(
            DraftFile draft, List<Found> found, Texts texts) {
        var lines = new ArrayList<DraftPage.SectionLine>();
        for (var section : Section.values()) {
            var stops =
                    found.stream()
                            .filter(Found::stops)
                            .filter(each -> Section.holding(each.path()) == section)
                            .count();
            var tag =
                    stops > 0
                            ? Tag.you(texts.localize("editor.stops", stops))
                            : draft.touched().containsKey(section.word())
                                    ? Tag.got(texts.localize("editor.whole"))
                                    : Tag.plain(texts.localize("editor.untouched"));
            lines.add(
                    new DraftPage.SectionLine(
                            new Link(
                                    texts.localize("editor.section." + section.word()),
                                    EditSections.address(draft) + "/" + section.word()),
                            tag));
        }
        return lines;
    }

    private static DraftPage.Line line(Found found, String address, boolean writes, Texts texts) {
        return new DraftPage.Line(
                found.stops()
                        ? Tag.late(texts.localize("editor.stop"))
                        : Tag.soon(texts.localize("editor.warn")),
                Places.words(found.path(), texts),
                found.message(),
                writes
                        ? address
                                + "/"
                                + Section.holding(found.path()).word()
                                + "#"
                                + Blocks.id(found.path())
                        : "");
    }

    private List<DraftPage.RemarkLine> remarks(DraftFile draft, boolean writes, Texts texts) {
        return drafts.remarks(draft.draftId()).stream()
                .map(
                        remark ->
                                new DraftPage.RemarkLine(
                                        remark.remarkId(),
                                        texts.localize("office." + remark.office().word())
                                                + " "
                                                + remark.who(),
                                        Places.words(remark.path(), texts),
                                        remark.words(),
                                        remark.answer(),
                                        writes
                                                && remark.isOpen()
                                                && draft.state() == DraftState.DRAFTING))
                .toList();
    }

    /** A remark is made at a place: every part, and every row with its name. */
    private List<FieldView> remarkFields(
            DraftFile draft, StaffPrincipal staff, ErrorSummary errors, Texts texts) {
        if (draft.state() != DraftState.REVIEWING || office(staff).isEmpty()) return List.of();
        var places = new ArrayList<Option>();
        places.add(new Option("name", texts.localize("entry.name")));
        collect(life.whole(draft), "", places, texts);
        return List.of(
                FieldView.of(FieldKind.CHOICE, "place", texts.localize("editor.remark.place"))
                        .options(places),
                FieldView.of(FieldKind.LONGTEXT, "remark", texts.localize("editor.remark.words"))
                        .maxLength(1000)
                        .error(errors));
    }

    private static void collect(Object value, String path, List<Option> into, Texts texts) {
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (key, below) ->
                            collect(
                                    below,
                                    path.isEmpty() ? key.toString() : path + "." + key,
                                    into,
                                    texts));
        } else if (value instanceof List<?> list
                && !list.isEmpty()
                && list.getFirst() instanceof Map) {
            for (var i = 0; i < list.size(); i++)
                collect(list.get(i), path + "[" + i + "]", into, texts);
        } else if (texts.has(Places.key(path)) && !path.endsWith("key")) {
            into.add(new Option(path, Places.words(path, texts)));
        }
    }

    private static List<DraftPage.Act> acts(
            DraftFile draft,
            StaffPrincipal staff,
            boolean writes,
            String words,
            String day,
            ErrorSummary errors,
            Texts texts) {
        var acts = new ArrayList<DraftPage.Act>();
        var office = office(staff);
        if (writes && draft.state() == DraftState.DRAFTING) {
            acts.add(act("submit", "main", words, errors, texts));
            acts.add(act("discard", "stop", words, errors, texts));
        }
        if (office.isPresent() && draft.state() == DraftState.REVIEWING) {
            var word = office.get().word();
            if (!draft.agreed().contains(office.get())) {
                acts.add(act("agree-" + word, "main", words, errors, texts));
            }
            acts.add(act("send-back-" + word, "stop", words, errors, texts));
        }
        if (draft.state() == DraftState.AGREED && (writes || staff.has(Office.STAFFING.right()))) {
            acts.add(
                    new DraftPage.Act(
                            texts.localize("editor.act.publish"),
                            List.of(
                                    FieldView.of(
                                                    FieldKind.DATE,
                                                    "effectiveOn",
                                                    texts.localize("editor.effective-on"))
                                            .hint(texts.localize("editor.effective-on.hint"))
                                            .value(day)
                                            .error(errors)),
                            texts.localize("editor.act.publish"),
                            "publish",
                            "main"));
        }
        if (writes
                && (draft.state() == DraftState.REVIEWING || draft.state() == DraftState.AGREED)) {
            acts.add(act("call-back", "second", words, errors, texts));
        }
        return acts;
    }

    private static DraftPage.Act act(
            String act, String look, String words, ErrorSummary errors, Texts texts) {
        return new DraftPage.Act(
                texts.localize("editor.act." + act),
                List.of(
                        FieldView.of(FieldKind.LONGTEXT, "words", texts.localize("editor.words"))
                                .id("words-" + act)
                                .value(words)
                                .maxLength(1000)
                                .error(errors.at("words-" + act))
                                .optional()),
                texts.localize("editor.act." + act),
                act,
                look);
    }
}
