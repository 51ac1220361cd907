package org.tongban.packages.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemSummary;
import org.tongban.catalogue.PublishedItem;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.HandOut;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Texts;

/** Draws the rows of a package: every answer a list to choose from, nothing in a syntax. */
@Component
class ArrangeView {

    /** A list to choose from that is longer is none; items of further offices are asked for. */
    private static final int MOST_ITEMS = 400;

    private final Catalogue catalogue;
    private final Directory directory;

    ArrangeView(Catalogue catalogue, Directory directory) {
        this.catalogue = catalogue;
        this.directory = directory;
    }

    /**
     * Everything above the rows.
     *
     * @param fresh whether its key is still to be given
     */
    List<FieldView> own(PackageRows rows, boolean fresh, ErrorSummary errors, Texts texts) {
        var own = new ArrayList<FieldView>();
        if (fresh) own.add(text("key", rows, errors, texts));
        own.add(text("name", rows, errors, texts));
        own.add(box(FieldKind.LONGTEXT, "summary", rows, errors, texts));
        own.add(choice("lead", offices(), rows, errors, texts));
        own.add(
                choice(
                        "audience",
                        Stream.of("person", "firm", "person-firm")
                                .map(one -> new Option(one, say("audience." + one, texts)))
                                .toList(),
                        rows,
                        errors,
                        texts));
        own.add(box(FieldKind.INTEGER, "limitDays", rows, errors, texts));
        own.add(box(FieldKind.INTEGER, "visits", rows, errors, texts));
        own.add(
                choice(
                        "handOut",
                        Stream.of(HandOut.values())
                                .map(one -> new Option(one.name(), say("handOut." + one, texts)))
                                .toList(),
                        rows,
                        errors,
                        texts));
        own.add(choice("office", offices(), rows, errors, texts).optional());
        return own;
    }

    List<ArrangePage.Row> questions(PackageRows rows, ErrorSummary errors, Texts texts) {
        return rows.rows("q", "text").stream()
                .map(
                        row ->
                                new ArrangePage.Row(
                                        say("question", texts) + " " + (row + 1),
                                        "q" + row + ".key",
                                        rows.at("q" + row + ".key"),
                                        List.of(
                                                text("q" + row + ".text", rows, errors, texts),
                                                box(
                                                        FieldKind.LONGTEXT,
                                                        "q" + row + ".choices",
                                                        rows,
                                                        errors,
                                                        texts))))
                .toList();
    }

    List<ArrangePage.Row> items(
            PackageDefinition shaped, PackageRows rows, ErrorSummary errors, Texts texts) {
        var items = itemOptions(shaped, rows);
        var conditions = conditions(shaped, texts);
        var yesOrNo =
                List.of(
                        new Option("no", say("optional.no", texts)),
                        new Option("yes", say("optional.yes", texts)));
        var stages =
                shaped.stages().stream().map(one -> new Option(one.key(), one.name())).toList();
        return rows.rows("i", "item").stream()
                .map(
                        row -> {
                            var boxes = new ArrayList<FieldView>();
                            var i = "i" + row;
                            boxes.add(choice(i + ".item", items, rows, errors, texts));
                            boxes.add(
                                    choice(
                                            i + ".when",
                                            withWritten(conditions, rows.at(i + ".when"), texts),
                                            rows,
                                            errors,
                                            texts));
                            boxes.add(choice(i + ".optional", yesOrNo, rows, errors, texts));
                            if (!stages.isEmpty()) {
                                boxes.add(choice(i + ".stage", stages, rows, errors, texts));
                            }
                            return new ArrangePage.Row(
                                    say("item", texts) + " " + (row + 1), "", "", boxes);
                        })
                .toList();
    }

    List<ArrangePage.Row> needs(
            PackageDefinition shaped, PackageRows rows, ErrorSummary errors, Texts texts) {
        var names = names(shaped);
        var items =
                shaped.items().stream()
                        .map(
                                one ->
                                        new Option(
                                                one.item(),
                                                names.getOrDefault(one.item(), one.item())))
                        .distinct()
                        .toList();
        var on =
                Stream.concat(
                                shaped.queries().stream()
                                        .map(one -> new Option(one.key(), one.name())),
                                items.stream())
                        .toList();
        return rows.rows("n", "item").stream()
                .map(
                        row ->
                                new ArrangePage.Row(
                                        say("need", texts) + " " + (row + 1),
                                        "",
                                        "",
                                        List.of(
                                                choice(
                                                        "n" + row + ".item",
                                                        items,
                                                        rows,
                                                        errors,
                                                        texts),
                                                choice(
                                                        "n" + row + ".on",
                                                        on,
                                                        rows,
                                                        errors,
                                                        texts))))
                .toList();
    }

    /** Always, or when one of the questions of the package is answered so. */
    private static List<Option> conditions(PackageDefinition shaped, Texts texts) {
        var options = new ArrayList<Option>();
        options.add(new Option(PackageRows.ALWAYS, say("when.always", texts)));
        for (var question : shaped.questions()) {
            for (var choice : question.choices()) {
                options.add(
                        new Option(
                                PackageRows.answer(question.key(), choice.value()),
                                texts.localize(
                                        "package-arrange.when.answer",
                                        question.text(),
                                        choice.label()),
                                "",
                                ""));
            }
        }
        return options;
    }

    private static List<Option> withWritten(List<Option> usual, String chosen, Texts texts) {
        return chosen.equals(PackageRows.AS_WRITTEN)
                ? Stream.concat(
                                usual.stream(),
                                Stream.of(new Option(chosen, say("when.as-written", texts))))
                        .toList()
                : usual;
    }

    /** Items to choose from, by office: those of the package's offices before others. */
    private List<Option> itemOptions(PackageDefinition shaped, PackageRows rows) {
        var options = new LinkedHashMap<String, Option>();
        var place = directory.current();
        for (var member : shaped.items()) {
            catalogue
                    .current(member.item())
                    .map(PublishedItem::definition)
                    .ifPresent(
                            item ->
                                    options.put(
                                            item.key(),
                                            new Option(
                                                    item.key(),
                                                    item.name(),
                                                    "",
                                                    place.agency(item.agency())
                                                            .map(Agency::shortName)
                                                            .orElse(item.agency()))));
        }
        var offices =
                Stream.of(
                                Stream.of(rows.at("office"), shaped.lead()),
                                place.agencies().stream().map(Agency::key))
                        .flatMap(some -> some)
                        .filter(key -> place.agency(key).isPresent())
                        .distinct()
                        .toList();
        for (var office : offices) {
            for (ItemSummary item : catalogue.ofAgency(office)) {
                if (options.size() >= MOST_ITEMS) return List.copyOf(options.values());
                options.putIfAbsent(
                        item.key(),
                        new Option(
                                item.key(),
                                item.name(),
                                "",
                                place.agency(office).map(Agency::shortName).orElse(office)));
            }
        }
        return List.copyOf(options.values());
    }

    /** Words of the check with the names of items where it says keys. */
    String named(String words, PackageDefinition shaped) {
        var said = words;
        for (var name : names(shaped).entrySet()) {
            said =
                    said.replaceAll(
                            "(?<![a-z-])" + Pattern.quote(name.getKey()) + "(?![a-z.-])",
                            Matcher.quoteReplacement(name.getValue()));
        }
        return said;
    }

    private Map<String, String> names(PackageDefinition pack) {
        var names = new LinkedHashMap<String, String>();
        pack.items()
                .forEach(
                        member ->
                                names.put(
                                        member.item(),
                                        catalogue
                                                .current(member.item())
                                                .map(PublishedItem::name)
                                                .orElse(member.item())));
        return names;
    }

    private List<Option> offices() {
        return directory.current().agencies().stream()
                .map(agency -> new Option(agency.key(), agency.name()))
                .toList();
    }

    private static FieldView text(String name, PackageRows rows, ErrorSummary errors, Texts texts) {
        return box(FieldKind.TEXT, name, rows, errors, texts);
    }

    private static FieldView choice(
            String name, List<Option> options, PackageRows rows, ErrorSummary errors, Texts texts) {
        return box(FieldKind.CHOICE, name, rows, errors, texts).options(options);
    }

    /** Rows of one sort have the same words; their boxes have names of their own. */
    private static FieldView box(
            FieldKind kind, String name, PackageRows rows, ErrorSummary errors, Texts texts) {
        var words = "package-arrange.box." + name.replaceAll("^([qin])\\d+\\.", "$1.");
        var view =
                FieldView.of(kind, name, texts.localize(words)).value(rows.at(name)).error(errors);
        return texts.has(words + ".hint") ? view.hint(texts.localize(words + ".hint")) : view;
    }

    private static String say(String key, Texts texts) {
        return texts.localize("package-arrange." + key);
    }
}
