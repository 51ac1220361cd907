package org.tongban.casework.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.casework.Act;
import org.tongban.casework.Applicant;
import org.tongban.casework.Pledge;
import org.tongban.casework.staff.SheetViews;

/**
 * An application that a clerk writes for somebody at the window.
 *
 * @param applicant as typed, right or not
 * @param typed the form's answers as typed, by field key; beside them the materials held on paper,
 *     what is promised in place of others, and how the result is wanted
 */
record WindowDraft(
        UUID id,
        String itemKey,
        int itemVersion,
        Applicant applicant,
        Map<String, String> situation,
        Map<String, List<String>> typed,
        int version) {

    private static final String DELIVERY = "_delivery";

    /** In front of a material's key: how it is made up for. */
    private static final String INSTEAD = "_instead.";

    WindowDraft {
        situation = Map.copyOf(situation);
        typed = Map.copyOf(typed);
    }

    /** A draft in a list. */
    record Line(UUID id, String itemKey, int itemVersion, Instant updatedAt) {}

    /** The same draft as somebody has gone on writing it. */
    WindowDraft with(
            Applicant newApplicant,
            Map<String, String> newSituation,
            Map<String, List<String>> newTyped) {
        return new WindowDraft(
                id, itemKey, itemVersion, newApplicant, newSituation, newTyped, version);
    }

    /** The same draft, held to another version of its item. */
    WindowDraft under(int otherVersion) {
        return new WindowDraft(id, itemKey, otherVersion, applicant, situation, typed, version);
    }

    List<String> onPaper() {
        return typed.getOrDefault(SheetViews.ON_PAPER, List.of());
    }

    /** The promise in place of a material, if the applicant makes one. */
    Optional<Pledge.Kind> instead(String material) {
        var chosen = typed.getOrDefault(insteadName(material), List.of());
        return Arrays.stream(Pledge.Kind.values())
                .filter(kind -> chosen.contains(kind.name()))
                .findFirst();
    }

    static String insteadName(String material) {
        return INSTEAD + material;
    }

    /** Who comes to a window mostly comes back to it. */
    Act.DeliveryWay delivery() {
        return typed.getOrDefault(DELIVERY, List.of()).contains(Act.DeliveryWay.ELECTRONIC.name())
                ? Act.DeliveryWay.ELECTRONIC
                : Act.DeliveryWay.WINDOW;
    }

    static String deliveryName() {
        return DELIVERY;
    }

    /** Nothing of the answers: this may reach a log. */
    @Override
    public String toString() {
        return "WindowDraft[" + id + "]";
    }

    /** The same with a file more as the answer to a question. */
    WindowDraft answering(String key, String fileNo) {
        var answers = new LinkedHashMap<>(typed);
        var numbers = new ArrayList<>(answers.getOrDefault(key, List.of()));
        numbers.add(fileNo);
        answers.put(key, List.copyOf(numbers));
        return with(applicant, situation, answers);
    }
}
