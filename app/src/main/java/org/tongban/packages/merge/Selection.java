package org.tongban.packages.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Question;
import org.tongban.catalogue.PublishedItem;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.Member;
import org.tongban.rules.Compiled;
import org.tongban.rules.Condition;
import org.tongban.rules.Facts;
import org.tongban.rules.FormValues;
import org.tongban.rules.Names;
import org.tongban.rules.RuleCompiler;

/** Which items of a package belong to one application. */
public final class Selection {

    public static final String YES = "yes";

    private static final RuleCompiler RULES = RuleCompiler.shared();

    private Selection() {}

    /** Key of the question whether an optional item is wanted. */
    public static String wanted(String item) {
        return "with_" + Keys.own(item);
    }

    /** All questions of the package, with one for each optional item. */
    public static List<Question> questions(
            PackageDefinition pack, Function<String, String> itemName, Wording words) {
        var questions = new ArrayList<>(pack.questions());
        for (var member : pack.items()) {
            if (!member.optional()) continue;
            questions.add(
                    new Question(
                            wanted(member.item()),
                            words.wanted(itemName.apply(member.item())),
                            List.of(new Choice(YES, words.yes()), new Choice("no", words.no()))));
        }
        return questions;
    }

    /** What conditions of members may look at: the package's own questions. */
    public static Names names(PackageDefinition pack) {
        return new Names(
                pack.questions().stream().map(Question::key).collect(Collectors.toSet()), Map.of());
    }

    /**
     * The items that apply, in the order of the package.
     *
     * @param situation answers by question
     * @param applicant see {@link Names#APPLICANT}
     * @param items as they are in force; an item that is not is left out
     */
    public static List<Chosen> of(
            PackageDefinition pack,
            Map<String, String> situation,
            Map<String, String> applicant,
            Function<String, Optional<PublishedItem>> items) {
        return chosen(
                pack,
                items,
                when -> holds(pack, when, situation, applicant),
                member ->
                        (!member.optional() || YES.equals(situation.get(wanted(member.item()))))
                                && holds(pack, member.when(), situation, applicant));
    }

    /** Every item that may ever apply. */
    public static List<Chosen> widest(
            PackageDefinition pack, Function<String, Optional<PublishedItem>> items) {
        return chosen(pack, items, _ -> true, _ -> true);
    }

    private static List<Chosen> chosen(
            PackageDefinition pack,
            Function<String, Optional<PublishedItem>> items,
            Predicate<@Nullable String> lookedUp,
            Predicate<Member> belongs) {
        var there = new LinkedHashMap<Member, PublishedItem>();
        for (var member : pack.items()) {
            if (belongs.test(member)) {
                items.apply(member.item()).ifPresent(item -> there.put(member, item));
            }
        }
        var queries =
                pack.queries().stream()
                        .filter(query -> lookedUp.test(query.when()))
                        .map(PackageDefinition.Query::key)
                        .collect(Collectors.toSet());
        return Chosen.of(queries, List.copyOf(there.keySet()), List.copyOf(there.values()));
    }

    /** Whether a member's condition holds; one that cannot be read does not. */
    public static boolean holds(
            PackageDefinition pack,
            @Nullable String when,
            Map<String, String> situation,
            Map<String, String> applicant) {
        if (when == null) return true;
        return switch (RULES.compile(when, names(pack))) {
            case Compiled.Sound<Condition>(var condition) ->
                    condition.holds(
                            new Facts(situation, FormValues.of(Map.of(), names(pack)), applicant));
            // The pack check refuses it; what is stored must not make a page fail.
            case Compiled.Faulty<Condition> _ -> false;
        };
    }
}
