package org.tongban.packages.apply;

import java.util.List;
import java.util.Map;
import org.tongban.casework.ApplicationCheck;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.directory.OfferedRegions;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.Share;
import org.tongban.packages.merge.Chosen;

/** Counts what one application has asked, and what single ones would have. Pure. */
final class Saved {

    private Saved() {}

    /**
     * Counts.
     *
     * @param apart what applies of each of the chosen
     */
    static PackageCase.Counted of(
            ItemDefinition merged,
            Share whole,
            List<Chosen> chosen,
            List<Applicability> apart,
            OfferedRegions regions) {
        var asked = applies(merged, whole, regions);
        var fieldsApart = 0;
        var materialsApart = 0;
        var visitsApart = 0;
        for (var at = 0; at < chosen.size(); at++) {
            var item = chosen.get(at).definition();
            var applies = apart.get(at);
            fieldsApart += applies.fields().size() + item.questions().size();
            materialsApart += applies.materials().size();
            visitsApart += item.visits();
        }
        return new PackageCase.Counted(
                asked.fields().size() + merged.questions().size(),
                fieldsApart,
                asked.materials().size(),
                materialsApart,
                Math.min(merged.visits(), visitsApart),
                visitsApart);
    }

    private static Applicability applies(ItemDefinition item, Share share, OfferedRegions regions) {
        var facts = ApplicationCheck.facts(share.applicant());
        Map<String, String> situation = ApplicationCheck.answered(item, share.situation());
        var values = FormCheck.check(item, share.typed(), situation, facts, regions).values();
        return Applicability.of(item, situation, values, facts);
    }
}
