package org.tongban.casework;

import java.util.List;
import java.util.UUID;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.law.LegalBasis;

/**
 * Somebody who gets materials so that applicants need not bring them: the library of certificates
 * is one. A source answers at once or not at all: one that is slow or out of reach says nothing,
 * and the applicant brings the paper. Only materials whose {@code fetch} names something of the
 * source's concern it.
 */
@LegalBasis("practice/evidence/not-asked")
public interface EvidenceSource {

    /** What can be said of the materials now. Looking leaves no trace and gives nothing away. */
    List<Evidence> look(Applicant applicant, List<Material> materials);

    /**
     * Gets copies for a case that is being handed in and records their use. Asked again for the
     * same case it gives the same copies.
     *
     * @param use for which they are fetched
     * @return one file for each material that could be had, fit to lie in the case
     */
    List<SubmittedFile> fetch(Use use, Applicant applicant, List<Material> materials);

    /** What a case rests on that was fetched, as it stands now; the first fetched first. */
    List<ReliedOn> reliedOn(UUID caseId);

    /**
     * For what something is fetched.
     *
     * @param agency key of the office that will see it
     * @param itemName for which it is used, in words
     */
    record Use(UUID caseId, String agency, String itemName) {}
}
