package org.tongban.catalogue.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.catalogue.ItemDefinition.Step;

/** A question whose answer changes nothing need not be asked. */
final class QuestionIsUsed implements GuideRule {

    @Override
    public String key() {
        return "question-unused";
    }

    @Override
    public List<Finding> check(ItemDefinition item) {
        var conditions =
                Stream.of(
                                item.fields().stream().map(Field::when),
                                item.materials().stream().map(Material::when),
                                item.steps().stream().map(Step::when))
                        .flatMap(each -> each)
                        .filter(Objects::nonNull)
                        .toList();
        return IntStream.range(0, item.questions().size())
                .filter(
                        i ->
                                conditions.stream()
                                        .noneMatch(
                                                when ->
                                                        when.contains(
                                                                "situation."
                                                                        + item.questions()
                                                                                .get(i)
                                                                                .key())))
                .mapToObj(i -> new Finding("questions[" + i + "]", "回答不影响材料、表单和步骤，可以不问"))
                .toList();
    }
}
