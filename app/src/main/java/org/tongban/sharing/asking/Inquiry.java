package org.tongban.sharing.asking;

import java.util.Optional;
import java.util.UUID;
import org.tongban.sharing.Resource;

/**
 * A question with everything that must be known before it is put.
 *
 * @param agency key of the office for which it is asked
 * @param item key of the item that is being handled
 * @param subject citizen ID or credit code, as {@code codes} writes it
 * @param purpose in words for the person concerned
 * @param staff name of the member of staff who asks; empty: the applicant, or the house itself
 */
public record Inquiry(
        Resource resource,
        String agency,
        String item,
        String subject,
        String purpose,
        Optional<String> staff,
        Optional<UUID> caseId) {

    /**
     * In place of an item: the house asks who may act for a child. No item has a key that begins
     * so.
     */
    public static final String GUARDIANS = "_guardians";

    Register.Asked asked() {
        return new Register.Asked(resource.key(), subject, agency, item, purpose);
    }

    /** Never the number: this may reach a log. */
    @Override
    public String toString() {
        return "Inquiry[" + resource.key() + ", " + item + "]";
    }
}
