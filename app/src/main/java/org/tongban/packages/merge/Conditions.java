package org.tongban.packages.merge;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.packages.PackageDefinition.Answer;

/** Conditions of items in the merged form. */
final class Conditions {

    private Conditions() {}

    /** An item's condition over the merged form; absent stays absent. */
    static @Nullable String of(@Nullable String when, Chosen of, Keys keys) {
        return when == null ? null : Renamed.of(when, (map, key) -> reference(map, key, of, keys));
    }

    private static String reference(String map, String key, Chosen of, Keys keys) {
        if (map.equals("form")) return "form." + keys.field(of.key(), key);
        return of.member()
                .answer(key)
                .map(Conditions::answered)
                .orElseGet(() -> "form." + keys.question(of.key(), key));
    }

    private static String answered(Answer answer) {
        return answer.as() != null
                ? "situation." + answer.as()
                : "'" + Objects.requireNonNullElse(answer.value(), "") + "'";
    }

    /** Something is asked when one of those wants it; absent: one wants it always. */
    static @Nullable String any(List<@Nullable String> conditions) {
        if (conditions.stream().anyMatch(Objects::isNull)) return null;
        var different = conditions.stream().distinct().toList();
        return different.size() == 1
                ? different.getFirst()
                : different.stream()
                        .map(one -> "(" + one + ")")
                        .collect(Collectors.joining(" || "));
    }
}
