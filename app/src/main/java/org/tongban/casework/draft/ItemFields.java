package org.tongban.casework.draft;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.directory.OfferedRegions;
import org.tongban.directory.Region;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;

/** The fields of an item's form as they are drawn wherever somebody fills it in. */
public final class ItemFields {

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
