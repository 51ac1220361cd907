package org.tongban.packages.merge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.catalogue.ItemDefinition.FormPage;
import org.tongban.catalogue.ItemDefinition.Question;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.Element;

/**
 * The forms of several items as one: what means the same is asked once, on the page where it is met
 * first, as strictly as the strictest of the items asks; each question says for which it is needed.
 */
final class MergedForm {

    private final PackageDefinition pack;
    private final List<Chosen> chosen;
    private final Keys keys;
    private final Taken taken;
    private final Wording words;

    MergedForm(PackageDefinition pack, List<Chosen> chosen, Taken taken, Wording words) {
        this.pack = pack;
        this.chosen = List.copyOf(chosen);
        this.keys = new Keys(pack);
        this.taken = taken;
        this.words = words;
    }

    /** A field as one of the items asks it. */
    private record Use(Chosen of, Field field) {}

    List<FormPage> pages() {
        var uses = new LinkedHashMap<String, List<Use>>();
        var pageOf = new LinkedHashMap<String, String>();
        for (var one : chosen) {
            for (var question : one.definition().questions()) {
                if (one.member().answer(question.key()).isPresent()) continue;
                if (!taken.questions(one)) continue;
                var key = keys.question(one.key(), question.key());
                uses.put(key, List.of(new Use(one, asField(question))));
                pageOf.put(key, words.situationPage());
            }
        }
        for (var one : chosen) {
            for (var page : one.definition().form()) {
                for (var field : page.fields()) {
                    if (!taken.field(one, field.key())) continue;
                    var key = keys.field(one.key(), field.key());
                    uses.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Use(one, field));
                    pageOf.putIfAbsent(key, page.page());
                }
            }
        }
        var pages = new LinkedHashMap<String, List<Field>>();
        pageOf.forEach(
                (key, page) ->
                        pages.computeIfAbsent(page, _ -> new ArrayList<>())
                                .add(united(key, Objects.requireNonNull(uses.get(key)))));
        return pages.entrySet().stream()
                .map(page -> new FormPage(page.getKey(), page.getValue()))
                .toList();
    }

    private static Field asField(Question question) {
        return new Field(
                question.key(),
                question.text(),
                null,
                FieldType.CHOICE,
                true,
                null,
                null,
                null,
                question.choices(),
                null,
                null,
                List.of(),
                null,
                null);
    }

    private Field united(String key, List<Use> uses) {
        var first = uses.getFirst().field();
        var element = pack.elements().stream().filter(one -> one.key().equals(key)).findFirst();
        return new Field(
                key,
                element.map(Element::label).orElse(first.label()),
                hint(element, uses),
                first.type(),
                uses.stream().anyMatch(use -> use.field().required()),
                strictest(uses, Field::maxLength, BinaryOperator.minBy(Comparator.naturalOrder())),
                number(uses, Field::min, BinaryOperator.maxBy(Comparator.naturalOrder())),
                number(uses, Field::max, BinaryOperator.minBy(Comparator.naturalOrder())),
                first.choices(),
                taken.isConditional() ? Conditions.any(conditions(uses)) : null,
                uses.stream()
                        .map(use -> use.field().prefill())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                first.fields(),
                first.minRows(),
                first.maxRows());
    }

    private List<@Nullable String> conditions(List<Use> uses) {
        var conditions = new ArrayList<@Nullable String>();
        uses.forEach(use -> conditions.add(Conditions.of(use.field().when(), use.of(), keys)));
        return conditions;
    }

    /** What the element or the item says, and for which items it is asked. */
    private String hint(Optional<Element> element, List<Use> uses) {
        var own =
                element.map(Element::hint)
                        .or(() -> Optional.ofNullable(uses.getFirst().field().hint()));
        var items = new LinkedHashSet<String>();
        uses.forEach(use -> items.add(use.of().definition().name()));
        var needed = words.neededBy(List.copyOf(items));
        return own.map(said -> said.replaceAll("。$", "") + "。" + needed).orElse(needed);
    }

    private static @Nullable Integer strictest(
            List<Use> uses,
            Function<Field, @Nullable Integer> limit,
            BinaryOperator<Integer> stricter) {
        return uses.stream()
                .map(use -> limit.apply(use.field()))
                .filter(Objects::nonNull)
                .reduce(stricter)
                .orElse(null);
    }

    private static @Nullable String number(
            List<Use> uses,
            Function<Field, @Nullable String> limit,
            BinaryOperator<BigDecimal> stricter) {
        return uses.stream()
                .map(use -> limit.apply(use.field()))
                .filter(Objects::nonNull)
                .map(BigDecimal::new)
                .reduce(stricter)
                .map(BigDecimal::toPlainString)
                .orElse(null);
    }
}
