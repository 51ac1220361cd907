package org.tongban.accounts;

import java.util.Optional;
import org.tongban.accounts.GuardianRegister.Says;
import org.tongban.accounts.Guardianship.Paper;
import org.tongban.law.LegalBasis;

/** What follows from what the register says and from what was shown. Pure. */
public enum GuardianRuling {
    /** It is so. */
    PUT_DOWN,
    /** The register does not settle it: somebody has to look at a paper. */
    PAPER_NEEDED,
    /** The register says somebody else. */
    CONTRADICTED;

    /**
     * The ruling.
     *
     * @param paper that a clerk saw; empty: none
     */
    @LegalBasis("practice/guardians/paper")
    public static GuardianRuling of(Says says, Optional<Paper> paper) {
        return switch (says) {
            case YES -> PUT_DOWN;
            case NO ->
                    paper.filter(one -> one == Paper.COURT_PAPER).isPresent()
                            ? PUT_DOWN
                            : CONTRADICTED;
            case UNKNOWN, OUT_OF_REACH, NOT_CONNECTED ->
                    paper.isPresent() ? PUT_DOWN : PAPER_NEEDED;
        };
    }
}
