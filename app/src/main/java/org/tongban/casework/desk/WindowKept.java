package org.tongban.casework.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.kept.Asker;
import org.tongban.casework.kept.KeptMaterials;
import org.tongban.casework.kept.KeptUses;
import org.tongban.casework.kept.KeptWords;
import org.tongban.casework.staff.StaffDay;
import org.tongban.casework.staff.TakenFiles;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;

/**
 * What somebody at the window handed in before. Offered for a whole name and number only; the
 * holder reads that the clerk was shown it.
 */
@Component
class WindowKept {

    /** What its buttons send: this, the material's key, a colon, the file. */
    static final String AGAIN = "again:";

    private static final int PARTS = 3;

    private final KeptMaterials kept;
    private final KeptWords words;
    private final WindowDrafts drafts;
    private final WindowEvidence evidence;
    private final RowIds ids;

    WindowKept(
            KeptMaterials kept,
            KeptWords words,
            WindowDrafts drafts,
            WindowEvidence evidence,
            RowIds ids) {
        this.kept = kept;
        this.words = words;
        this.drafts = drafts;
        this.evidence = evidence;
        this.ids = ids;
    }

    /** By key of the material, for those that nothing lies here of. */
    @LegalBasis("practice/materials/seen")
    Map<String, List<WindowPage.Kept>> of(
            WindowDraft draft, ItemDefinition item, StaffPrincipal staff, StaffDay.Now now) {
        var applicant = WindowEvidence.read(draft.applicant());
        if (applicant.isEmpty()) return Map.of();
        var there =
                drafts.files(draft.id()).stream()
                        .map(SubmittedFile::material)
                        .collect(Collectors.toSet());
        var wanted =
                WindowEvidence.applying(draft, item, applicant.get(), now).stream()
                        .filter(material -> !there.contains(material.key()))
                        .toList();
        var offered =
                kept.offered(
                        applicant.get(),
                        Asker.atWindow(staff.name()),
                        item,
                        wanted,
                        what(draft, item, now));
        if (!offered.isEmpty()) evidence.looked(applicant.get(), item, staff, now);
        var shown = new LinkedHashMap<String, List<WindowPage.Kept>>();
        offered.forEach(
                (material, some) ->
                        shown.put(
                                material,
                                some.stream()
                                        .map(
                                                one ->
                                                        new WindowPage.Kept(
                                                                words.offer(one, now.texts()),
                                                                AGAIN + material + ":" + one.id()))
                                        .toList()));
        return Map.copyOf(shown);
    }

    /** Takes the one that a button names; what is wrong comes back by box. */
    Map<String, String> take(
            WindowDraft draft,
            ItemDefinition item,
            String act,
            StaffPrincipal staff,
            StaffDay.Now now) {
        var parts = act.split(":", -1);
        var applicant = WindowEvidence.read(draft.applicant());
        var material = parts.length == PARTS ? item.material(parts[1]) : Optional.<Material>empty();
        var named = parts.length == PARTS ? id(parts[2]) : Optional.<UUID>empty();
        if (applicant.isEmpty() || material.isEmpty() || named.isEmpty()) {
            return Map.of("", now.say("kept.gone"));
        }
        var box = TakenFiles.BOX + material.get().key();
        if (drafts.files(draft.id()).size() >= WindowDrafts.MOST_FILES) {
            return Map.of(box, now.say("apply.files.too-many", WindowDrafts.MOST_FILES));
        }
        return kept.take(
                        named.get(),
                        applicant.get(),
                        Asker.atWindow(staff.name()),
                        item,
                        material.get(),
                        what(draft, item, now),
                        ids.next())
                .filter(file -> drafts.add(draft.id(), file))
                .map(_ -> Map.<String, String>of())
                .orElseGet(() -> Map.of(box, now.say("kept.gone")));
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private static KeptUses.For what(WindowDraft draft, ItemDefinition item, StaffDay.Now now) {
        return new KeptUses.For(draft.id(), now.say("kept.purpose", item.name()));
    }
}
