package org.tongban.casework.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.casework.Casework;
import org.tongban.casework.Pledge;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.draft.PromiseWords;
import org.tongban.casework.engine.AfterCheck;
import org.tongban.casework.engine.Tolerance;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.law.LegalBasis;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.TextBundles;

/**
 * Promises made at a window in place of papers: the same as online, signed on paper before the
 * clerk, whose word that they were signed stands in the case.
 */
@Component
@LegalBasis({"practice/tolerance/commitment", "practice/commitment/instead"})
class WindowPromises {

    private static final String NONE = "NONE";

    private final WindowDrafts drafts;
    private final Casework casework;
    private final TextBundles bundles;

    WindowPromises(WindowDrafts drafts, Casework casework, TextBundles bundles) {
        this.drafts = drafts;
        this.casework = casework;
        this.bundles = bundles;
    }

    /**
     * How a paper that is not here may be made up for, as a choice with the words that are signed;
     * empty where the item admits nothing or the paper is here.
     */
    Optional<FieldView> offered(
            WindowDraft draft,
            ItemDefinition item,
            Material material,
            ErrorSummary errors,
            StaffDay.Now now) {
        var kinds = kinds(item, material).toList();
        if (kinds.isEmpty() || isHere(draft, material)) return Optional.empty();
        var options = new ArrayList<Option>();
        options.add(new Option(NONE, now.say("desk.new.instead.none")));
        for (var kind : kinds) {
            options.add(
                    new Option(
                            kind.name(),
                            now.say("desk.new.instead." + kind.name().toLowerCase(Locale.ROOT)),
                            words(kind, item, material)));
        }
        var name = WindowBoxes.INSTEAD + material.key();
        return Optional.of(
                FieldView.of(FieldKind.CHOICE, name, now.say("desk.new.instead"))
                        .options(options)
                        .optional()
                        .value(draft.instead(material.key()).map(Enum::name).orElse(NONE))
                        .error(errors));
    }

    /** What is promised in place of papers that are not here, as the item admits it. */
    List<Pledge> made(WindowDraft draft, ItemDefinition item, StaffDay.Now now) {
        return item.materials().stream()
                .filter(material -> !isHere(draft, material))
                .flatMap(
                        material ->
                                draft.instead(material.key()).stream()
                                        .filter(kinds(item, material).toList()::contains)
                                        .map(kind -> pledge(kind, item, material, now)))
                .toList();
    }

    /** What is wrong with these promises, by box: the word of this applicant may not be enough. */
    Map<String, String> faults(List<Pledge> made, Applicant applicant, StaffDay.Now now) {
        return made.isEmpty() || casework.trusts(applicant)
                ? Map.of()
                : Map.of(
                        WindowBoxes.INSTEAD + made.getFirst().material(),
                        now.say("desk.new.instead.no-trust"));
    }

    private Pledge pledge(
            Pledge.Kind kind, ItemDefinition item, Material material, StaffDay.Now now) {
        return new Pledge(
                material.key(),
                material.name(),
                kind,
                words(kind, item, material),
                Pledge.State.OFFERED,
                now.today(),
                null);
    }

    private String words(Pledge.Kind kind, ItemDefinition item, Material material) {
        return PromiseWords.of(kind, item, material, bundles.in(Locale.SIMPLIFIED_CHINESE));
    }

    private static Stream<Pledge.Kind> kinds(ItemDefinition item, Material material) {
        return Stream.of(Pledge.Kind.values())
                .filter(
                        kind ->
                                switch (kind) {
                                    case PAPER_FOLLOWS -> Tolerance.admits(item, material.key());
                                    case FACT_VOUCHED -> AfterCheck.admits(item, material.key());
                                });
    }

    private boolean isHere(WindowDraft draft, Material material) {
        return draft.onPaper().contains(material.key())
                || drafts.files(draft.id()).stream()
                        .map(SubmittedFile::material)
                        .anyMatch(material.key()::equals);
    }
}
