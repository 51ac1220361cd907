package org.tongban.casework.kept;

import org.tongban.casework.Trust;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.catalogue.ItemDefinition.Source;
import org.tongban.law.LegalBasis;

/** What a material that was handed in is good for again, and how far it may be relied on. */
final class Keeping {

    private Keeping() {}

    /**
     * Names what two materials have in common of which one may stand for the other.
     *
     * @param item key of the item that asks for it
     */
    @LegalBasis("practice/materials/again")
    static String what(String item, Material material) {
        var fetch = material.fetch();
        if (fetch != null) return "certificate:" + fetch.certificate();
        return switch (material.source()) {
            case AGENCY, THIRD_PARTY -> "paper:" + material.name().replaceAll("\\s", "");
            case SELF -> "own:" + item + ":" + material.key();
        };
    }

    /**
     * How far it may be relied on.
     *
     * @param originalSeen whether a clerk scanned it with the original on the desk
     * @param issued whether it is a sealed file of this house for that holder
     */
    @LegalBasis("practice/materials/grade")
    static Trust grade(Source source, boolean originalSeen, boolean issued) {
        if (issued) return Trust.A;
        return switch (source) {
            case SELF -> Trust.D;
            case AGENCY, THIRD_PARTY -> originalSeen ? Trust.B : Trust.C;
        };
    }
}
