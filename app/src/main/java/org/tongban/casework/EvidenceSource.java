package org.tongban.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.law.LegalBasis;

/**
 * Somebody who gets materials so that applicants need not bring them: the library of certificates
 * is one, registers outside this house are another. A source answers soon or not at all: of one
 * that is slow or out of reach it says so, and the applicant brings the paper. Only materials whose
 * {@code fetch} names something of the source's concern it.
 */
@LegalBasis("practice/evidence/not-asked")
public interface EvidenceSource {

    /** What can be said of the materials now. Looking gives nothing away to anybody else. */
    List<Evidence> look(Purpose purpose, Applicant applicant, List<Material> materials);

    /**
     * Gets copies for a case that is being handed in and records their use. Asked again for the
     * same case it gives the same copies.
     *
     * @param use for which they are fetched
     * @return one file for each material that could be had, fit to lie in the case
     */
    List<SubmittedFile> fetch(Use use, Applicant applicant, List<Material> materials);

    /**
     * What a case rests on that was fetched, as far as is known without asking anybody; the first
     * fetched first.
     */
    List<ReliedOn> reliedOn(UUID caseId);

    /** The same, asked anew: for the moment of a decision. */
    default List<ReliedOn> askedAgain(UUID caseId) {
        return reliedOn(caseId);
    }

    /** Asks later about materials that were brought because nobody could be asked in time. */
    default void askLater(Use use, Applicant applicant, List<Material> materials) {}

    /**
     * For what it is looked.
     *
     * @param item key
     * @param itemName for which it is used, in words
     * @param agency key of the office that will see it
     * @param staff name of the clerk who looks; empty: the applicant looks for themselves
     */
    record Purpose(String item, String itemName, String agency, Optional<String> staff) {

        /** The applicant looks, before or while applying. */
        public static Purpose of(ItemDefinition item) {
            return new Purpose(item.key(), item.name(), item.agency(), Optional.empty());
        }

        /** A clerk looks, for the applicant who sits at the window. */
        public static Purpose of(ItemDefinition item, String staff) {
            return new Purpose(item.key(), item.name(), item.agency(), Optional.of(staff));
        }
    }

    /** For what something is fetched: it will lie in this case. */
    record Use(UUID caseId, Purpose purpose) {}
}
