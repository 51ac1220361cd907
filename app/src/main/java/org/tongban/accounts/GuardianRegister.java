package org.tongban.accounts;

import java.util.Optional;
import org.tongban.codes.CitizenId;

/** A register that can say who a child's parents or guardians are; shared data answers for it. */
public interface GuardianRegister {

    /** What it says of one child and one grown-up. */
    enum Says {
        YES,
        /** Somebody else is entered. */
        NO,
        /** It knows nothing of it, which proves nothing. */
        UNKNOWN,
        /** There is no answer at the moment. */
        OUT_OF_REACH,
        /** Nobody can be asked here. */
        NOT_CONNECTED
    }

    /**
     * A question; it is on record whatever comes of it.
     *
     * @param agency for which it is asked; empty: for the house itself
     * @param purpose in words for the people concerned
     * @param staff name of the clerk who asks; empty: the guardian
     */
    record Question(
            CitizenId child,
            CitizenId guardian,
            Guardianship.Relation relation,
            Optional<String> agency,
            String purpose,
            Optional<String> staff) {

        /** Never a number: this may reach a log. */
        @Override
        public String toString() {
            return "Question[" + relation + "]";
        }
    }

    Says ask(Question question);
}
