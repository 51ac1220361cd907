package org.tongban.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Field;

/** Answers that a form takes, as they are typed. */
final class FormAnswers {

    private FormAnswers() {}

    /** All fields but files and repeated rows, which no item of the bench must have. */
    static Map<String, List<String>> of(ItemDefinition item, Random random) {
        var typed = new LinkedHashMap<String, List<String>>();
        for (var field : item.fields()) {
            typed.put(field.key(), List.of(answer(field, random)));
        }
        return typed;
    }

    private static String answer(Field field, Random random) {
        return switch (field.type()) {
            case TEXT, LONGTEXT, ADDRESS -> "三都县建设东路 " + random.nextInt(90) + " 号";
            case NAME -> "潘某忠";
            case INTEGER, DECIMAL, MONEY -> number(field);
            case DATE -> "2026-0%d-1%d".formatted(1 + random.nextInt(9), random.nextInt(9));
            case CHOICE, CHOICES -> field.choices().getFirst().value();
            case YESNO -> "no";
            case CITIZEN_ID -> "990101198506150020";
            case CREDIT_CODE -> "92990101MA99010126";
            case PROJECT_CODE -> "2601-522732-04-01-%06d".formatted(random.nextInt(900_000));
            case MOBILE -> "13800001234";
            case REGION -> "522732001005";
            case GROUP, FILE ->
                    throw new BenchFailed(field.key() + ": the bench cannot fill in such a field");
        };
    }

    /** The least that is taken, at least one. */
    private static String number(Field field) {
        var least = field.min() == null ? 1 : (int) Math.ceil(Double.parseDouble(field.min()));
        return String.valueOf(Math.max(1, least));
    }
}
