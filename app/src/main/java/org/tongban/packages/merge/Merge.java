package org.tongban.packages.merge;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.CaseKind;
import org.tongban.catalogue.ItemDefinition.Limit;
import org.tongban.catalogue.ItemDefinition.Limits;
import org.tongban.catalogue.ItemDefinition.Question;
import org.tongban.catalogue.ItemDefinition.Result;
import org.tongban.catalogue.ItemDefinition.ResultKind;
import org.tongban.catalogue.ItemDefinition.Step;
import org.tongban.catalogue.ItemDefinition.StepKind;
import org.tongban.catalogue.ItemDefinition.Unit;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.graph.CriticalPath;

/**
 * Several items as one that is written like any other. Nobody decides it: it is split back into its
 * items before anything becomes a case.
 */
public final class Merge {

    /** 公共服务: the merged item is no licence, its parts are what they are. */
    private static final String SERVICE = "20";

    private Merge() {}

    /**
     * Merges what is asked before sending.
     *
     * @param questions as people are asked them, with those about optional items
     */
    public static ItemDefinition of(
            PackageDefinition pack, List<Chosen> chosen, List<Question> questions, Wording words) {
        return of(pack, chosen, questions, Taken.BEFORE_SENDING, words);
    }

    /** Merges only so much of them. */
    public static ItemDefinition of(
            PackageDefinition pack,
            List<Chosen> chosen,
            List<Question> questions,
            Taken taken,
            Wording words) {
        var conditions = new LinkedHashSet<String>();
        chosen.forEach(one -> conditions.addAll(one.definition().conditions()));
        return new ItemDefinition(
                pack.key(),
                pack.lead(),
                pack.name(),
                pack.summary(),
                pack.alsoCalled(),
                SERVICE,
                "",
                0,
                pack.audience(),
                List.of(),
                CaseKind.PROMISED,
                List.of(),
                new Limits(limit(days(pack, chosen)), limit(pack.limitDays())),
                pack.visits(),
                "",
                "full",
                true,
                chosen.stream().flatMap(one -> one.definition().fee().stream()).toList(),
                List.copyOf(conditions),
                questions,
                new MergedForm(pack, chosen, taken, words).pages(),
                new MergedMaterials(pack, chosen, taken, words).all(),
                List.of(
                        new Step(
                                "parts",
                                pack.name(),
                                pack.lead(),
                                StepKind.DECISION,
                                0,
                                List.of(),
                                null)),
                new Result(pack.name(), ResultKind.NONE, null),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                Map.of(),
                null,
                null,
                null,
                chosen.stream()
                        .map(one -> one.definition().leastRealName())
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static Limit limit(int days) {
        return new Limit(days, Unit.WORKING, null);
    }

    /** Working days on the longest way through the chosen items, as each promises them. */
    public static int days(PackageDefinition pack, List<Chosen> chosen) {
        return path(chosen).days();
    }

    /** The longest way through the chosen items. */
    public static CriticalPath path(List<Chosen> chosen) {
        var days = new LinkedHashMap<String, Integer>();
        var needs = new LinkedHashMap<String, List<String>>();
        for (var one : chosen) {
            days.put(
                    one.key(), (int) Math.ceil(one.definition().limits().promised().workingDays()));
            needs.put(one.key(), one.needs().stream().map(PackageDefinition.Need::on).toList());
        }
        return CriticalPath.of(days, needs);
    }
}
