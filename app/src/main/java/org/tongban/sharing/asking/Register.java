package org.tongban.sharing.asking;

import java.time.Duration;
import org.tongban.sharing.RegisterAddresses.Address;

/** A register of another office, as it is asked. Answers soon or not at all, and never throws. */
interface Register {

    /** Asks for the one entry about somebody. */
    Reply one(Address address, Asked asked);

    /** Asks whether one thing is so; no data comes back. */
    Reply fact(Address address, Asked asked, String part, String value);

    /**
     * What is asked.
     *
     * @param subject citizen ID or credit code
     * @param purpose in words for the office that keeps the register
     */
    record Asked(String resource, String subject, String agency, String item, String purpose) {

        /** Never the number: this may reach a log. */
        @Override
        public String toString() {
            return "Asked[" + resource + "]";
        }
    }

    /** What came of it. */
    sealed interface Reply {

        /** The entry. */
        record Known(RegisterEntry entry) implements Reply {}

        /** There is no entry about this number. */
        record None() implements Reply {}

        /** Whether a thing is so. */
        record Said(Fact fact) implements Reply {}

        /**
         * No answer that could be used.
         *
         * @param again not to be asked again before this has passed
         */
        record Failed(Fault fault, Duration again) implements Reply {}
    }

    /** Whether a thing is so. */
    enum Fact {
        YES,
        NO,
        /** The register knows nothing of it, which proves nothing. */
        UNKNOWN
    }

    /** Why there is no answer. */
    enum Fault {
        /** It did not answer in time. */
        SLOW,
        /** It cannot be reached, or says that it does not work. */
        DOWN,
        /** What it said is not an answer to the question. */
        WRONG,
        /** It has been asked too often. */
        THROTTLED
    }
}
