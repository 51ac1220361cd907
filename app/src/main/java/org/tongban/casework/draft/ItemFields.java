package org.tongban.casework.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.directory.OfferedRegions;
import org.tongban.directory.Region;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.FilesView;
import org.tongban.web.FormPart;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.RepeatView;
import org.tongban.web.Texts;

/** The fields of an item's form as they are drawn wherever somebody fills it in. */
public final class ItemFields {

    /** As for materials. */
    private static final String ACCEPTED = "image/jpeg,image/png,application/pdf,.ofd,.docx,.xlsx";

    private ItemFields() {}

    /**
     * A field with what was typed.
     *
     * @param name under which the page sends it
     * @param regions offered where a region is asked for
     */
    public static FieldView of(
            Field field, String name, List<String> typed, OfferedRegions regions) {
        var view =
                FieldView.of(FieldKind.valueOf(field.type().name()), name, field.label())
                        .hint(Optional.ofNullable(field.hint()).orElse(""))
                        .maxLength(Optional.ofNullable(field.maxLength()).orElse(0))
                        .options(options(field.choices()))
                        .values(typed);
        var drawn = field.type() == FieldType.REGION ? region(view, typed, regions) : view;
        return field.required() ? drawn : drawn.optional();
    }

    /**
     * A field or, of a group, its rows.
     *
     * @param naming how the page names one question, by its key
     * @param files the name of a file by its number, and where it can be read
     */
    public static FormPart part(
            Field field,
            Map<String, List<String>> typed,
            Naming naming,
            Function<Field, FieldView> drawn,
            Function<String, Optional<Link>> files,
            Texts texts) {
        if (field.type() == FieldType.FILE) {
            return files(field, typed.getOrDefault(field.key(), List.of()), naming, files, texts);
        }
        if (!field.isGroup()) return drawn.apply(field);
        var rows = new ArrayList<RepeatView.Row>();
        var opened = Math.min(FormRows.opened(field, typed), FormRows.MOST);
        for (var row = 0; row < opened; row++) {
            var title = texts.localize("field.row", field.label(), row + 1);
            rows.add(
                    new RepeatView.Row(
                            title,
                            FormRows.cells(field, row).stream()
                                    .map(cell -> part(cell, typed, naming, drawn, files, texts))
                                    .toList(),
                            opened > FormRows.least(field) ? SentRows.remove(field, row) : "",
                            texts.localize("field.row.remove", title)));
        }
        return new RepeatView(
                naming.id(field.key()),
                naming.name(field.key()),
                field.label(),
                Optional.ofNullable(field.hint()).orElse(""),
                "",
                rows,
                opened < FormRows.most(field) ? SentRows.add(field) : "",
                texts.localize("field.row.add", field.label()));
    }

    private static FilesView files(
            Field field,
            List<String> numbers,
            Naming naming,
            Function<String, Optional<Link>> files,
            Texts texts) {
        var box =
                FieldView.of(FieldKind.FILE, FormFiles.BOX + field.key(), field.label())
                        .id(naming.id(field.key()))
                        .hint(Optional.ofNullable(field.hint()).orElse(""))
                        .files(ACCEPTED, false, true);
        return new FilesView(
                field.required() ? box : box.optional(),
                naming.name(field.key()),
                numbers.stream()
                        .map(
                                number -> {
                                    var file = files.apply(number);
                                    var name =
                                            file.map(Link::text)
                                                    .orElseGet(
                                                            () ->
                                                                    texts.localize(
                                                                            "field.file.sent"));
                                    return new FilesView.Kept(
                                            number,
                                            name,
                                            file.map(Link::href).orElse(""),
                                            SentRows.file(number, field.key()),
                                            texts.localize("field.row.remove", name));
                                })
                        .toList());
    }

    /** How a page names its questions. */
    public interface Naming {
        String id(String key);

        String name(String key);
    }

    public static List<Option> options(List<Choice> choices) {
        return choices.stream().map(choice -> new Option(choice.value(), choice.label())).toList();
    }

    /** An answer that names a region, by its name; as typed when none is meant. */
    public static String regionNames(List<String> typed, OfferedRegions regions) {
        return typed.stream()
                .map(text -> coded(text, regions).flatMap(regions::name).orElse(text))
                .collect(Collectors.joining("、"));
    }

    /** Picked from a list by towns; where there are too many for one, its name is typed. */
    private static FieldView region(FieldView view, List<String> typed, OfferedRegions regions) {
        return regions.areListed()
                ? view.options(regions.inOrder().stream().map(r -> option(r, regions)).toList())
                        .values(typed.stream().map(t -> coded(t, regions).orElse(t)).toList())
                : view.value(regionNames(typed, regions));
    }

    private static Optional<String> coded(String typed, OfferedRegions regions) {
        return regions.meant(typed) instanceof OfferedRegions.One(var region)
                ? Optional.of(region.code())
                : Optional.empty();
    }

    /** A village stands below its town, and the town itself stands first there. */
    private static Option option(Region region, OfferedRegions regions) {
        var group =
                switch (region.level()) {
                    case PROVINCE, CITY, COUNTY -> "";
                    case TOWN -> region.name();
                    case VILLAGE -> regions.above(region).map(Region::name).orElse("");
                };
        return new Option(region.code(), regions.name(region.code()).orElse(region.name()))
                .in(group);
    }
}
