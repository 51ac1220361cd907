package org.tongban.casework.draft;

import org.tongban.casework.Pledge;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.law.LegalBasis;
import org.tongban.web.Texts;

/** The words of a promise, the same wherever it is made. They are kept as a paper of the case. */
@LegalBasis({"practice/tolerance/commitment", "practice/commitment/instead"})
public final class PromiseWords {

    private PromiseWords() {}

    /**
     * What is promised.
     *
     * @param chinese the language of papers
     */
    public static String of(
            Pledge.Kind kind, ItemDefinition item, Material material, Texts chinese) {
        var commitment = material.commitment();
        return switch (kind) {
            case PAPER_FOLLOWS ->
                    chinese.localize("apply.promise.follows.words", item.name(), material.name());
            case FACT_VOUCHED ->
                    chinese.localize(
                            "apply.promise.vouched.words",
                            item.name(),
                            material.name(),
                            commitment == null ? "" : commitment.fact(),
                            commitment == null ? "" : commitment.consequence());
        };
    }
}
