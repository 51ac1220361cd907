package org.tongban.openapi.application;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.casework.ApplicationCheck;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.openapi.problem.Fault;
import org.tongban.openapi.problem.ProblemCode;
import org.tongban.openapi.problem.Refused;
import org.tongban.openapi.problem.Words;

/**
 * Reads a request into the content of a draft. A name that the item does not know, and a value that
 * is no answer at all, are refused: they are slips of the program that sent them. Everything that a
 * person may still have to complete is left to {@link Missing}.
 */
@Component
class Reading {

    /** A number with more digits than this after or before its point is no answer. */
    private static final int MOST_DIGITS = 30;

    private final Words words;

    Reading(Words words) {
        this.words = words;
    }

    /**
     * The content, with what the applicant's own data answers already.
     *
     * @throws Refused naming every place that cannot be read
     */
    DraftContent read(ApplicationRequest request, ItemDefinition item) {
        var faults = new ArrayList<Fault>();
        if (!request.item().equals(item.key())) {
            faults.add(words.fault("/item", "item-fixed", ""));
        }
        var situation = situation(request, item, faults);
        var form = form(request, item, faults);
        if (!faults.isEmpty()) {
            throw Refused.because(ProblemCode.INVALID, faults);
        }
        var applicant = request.applicant().applicant();
        prefill(item, ApplicationCheck.facts(applicant), form);
        return new DraftContent(applicant, request.deliveryWay(), situation, form);
    }

    private Map<String, String> situation(
            ApplicationRequest request, ItemDefinition item, List<Fault> faults) {
        var read = new LinkedHashMap<String, String>();
        request.situation()
                .forEach(
                        (key, answer) -> {
                            var at = Fault.pointer("situation", key);
                            var question =
                                    item.questions().stream()
                                            .filter(q -> q.key().equals(key))
                                            .findFirst();
                            if (question.isEmpty()) {
                                faults.add(words.fault(at, "unknown-question", key));
                            } else if (answer == null) {
                                faults.add(words.fault(at, "wrong-type", ""));
                            } else if (question.get().choices().stream()
                                    .noneMatch(choice -> choice.value().equals(answer))) {
                                faults.add(words.fault(at, "unknown-choice", key));
                            } else {
                                read.put(key, answer);
                            }
                        });
        return read;
    }

    private Map<String, List<String>> form(
            ApplicationRequest request, ItemDefinition item, List<Fault> faults) {
        var known = item.fields().stream().map(Field::key).toList();
        var read = new LinkedHashMap<String, List<String>>();
        request.form()
                .forEach(
                        (key, value) -> {
                            var at = Fault.pointer("form", key);
                            if (!known.contains(key)) {
                                faults.add(words.fault(at, "unknown-field", key));
                            } else if (isGroup(item, key)) {
                                rows(key, value, read, at, faults);
                            } else {
                                typed(value)
                                        .ifPresentOrElse(
                                                typed -> read.put(key, typed),
                                                () ->
                                                        faults.add(
                                                                words.fault(at, "wrong-type", "")));
                            }
                        });
        return read;
    }

    private static boolean isGroup(ItemDefinition item, String key) {
        return item.fields().stream().anyMatch(field -> field.key().equals(key) && field.isGroup());
    }

    /** A list of objects, as the rows of a group would be typed. */
    private void rows(
            String key,
            @Nullable Object value,
            Map<String, List<String>> read,
            String at,
            List<Fault> faults) {
        if (!(value instanceof List<?> rows)
                || !rows.stream().allMatch(Map.class::isInstance)
                || rows.size() > FormRows.MOST) {
            faults.add(words.fault(at, "wrong-type", ""));
            return;
        }
        read.put(key, List.of(String.valueOf(rows.size())));
        for (var i = 0; i < rows.size(); i++) {
            var row = key + "." + i + ".";
            var place = at + "/" + i + "/";
            ((Map<?, ?>) rows.get(i))
                    .forEach(
                            (below, cell) ->
                                    typed(cell)
                                            .ifPresentOrElse(
                                                    typed -> read.put(row + below, typed),
                                                    () ->
                                                            faults.add(
                                                                    words.fault(
                                                                            place + below,
                                                                            "wrong-type",
                                                                            ""))));
        }
    }

    private static void prefill(
            ItemDefinition item, Map<String, String> facts, Map<String, List<String>> form) {
        for (var field : item.fields()) {
            var source = field.prefill();
            if (source != null && source.startsWith("applicant.")) {
                var fact = facts.get(source.substring("applicant.".length()));
                if (fact != null) form.putIfAbsent(field.key(), List.of(fact));
            }
        }
    }

    /** As the same answer would be typed into a page; empty when it is none. */
    private static Optional<List<String>> typed(@Nullable Object value) {
        if (!(value instanceof List<?> list)) return single(value).map(List::of);
        var texts = list.stream().map(Reading::single).flatMap(Optional::stream).toList();
        return texts.size() == list.size() ? Optional.of(texts) : Optional.empty();
    }

    private static Optional<String> single(@Nullable Object value) {
        return switch (value) {
            case String text -> Optional.of(text);
            case Boolean truth -> Optional.of(truth.toString());
            case Integer whole -> Optional.of(whole.toString());
            case Long whole -> Optional.of(whole.toString());
            case BigInteger whole -> Optional.of(whole.toString());
            // 1e999999999 is short to send and endless to write out.
            case BigDecimal number when Math.abs((long) number.scale()) <= MOST_DIGITS ->
                    Optional.of(number.toPlainString());
            case null, default -> Optional.empty();
        };
    }
}
