package org.tongban.catalogue;

import org.tongban.catalogue.ItemDefinition.CaseKind;
import org.tongban.catalogue.ItemDefinition.Source;

/**
 * What decides to which published lists an item belongs, and nothing else of it.
 *
 * @param type 事项类型 of GB/T 39046 A.1
 * @param level 行使层级 of GB/T 39046 A.2
 * @param mayFollow whether it is accepted while a tolerated material is missing
 * @param vouched whether the applicant's word may stand in for a material
 * @param fromOthers whether a material is made by a third party, such as an assessor
 * @param proofsCancelled whether proofs that were asked for once are asked for no more
 * @param paysFromFund whether it pays out of public money set apart
 * @param holdsInvestment whether firms may not invest in something without it
 * @param batched whether it was promised in a batch that it takes one trip at most
 */
public record Listed(
        String type,
        int level,
        CaseKind caseKind,
        int visits,
        String onlineDepth,
        boolean mayFollow,
        boolean vouched,
        boolean fromOthers,
        boolean proofsCancelled,
        boolean paysFromFund,
        boolean holdsInvestment,
        boolean batched) {

    /** Of a whole definition. */
    public static Listed of(ItemDefinition item, boolean batched) {
        return new Listed(
                item.type(),
                item.level(),
                item.caseKind(),
                item.visits(),
                item.onlineDepth(),
                item.tolerant()
                        && item.materials().stream().anyMatch(ItemDefinition.Material::tolerated),
                item.materials().stream().anyMatch(paper -> paper.commitment() != null),
                item.materials().stream().anyMatch(paper -> paper.source() == Source.THIRD_PARTY),
                !item.cancelledProofs().isEmpty(),
                item.fund() != null,
                item.investment() != null,
                batched);
    }
}
