package org.tongban.accounts;

/** On whose behalf somebody applies. */
public sealed interface ActingFor {

    /** The value of a choice on a page; {@link Accounts#choice} reads it back. */
    String value();

    /** The applicant's name as it will stand on the application. */
    String name();

    /** For oneself. */
    record Self(Person person) implements ActingFor {
        @Override
        public String value() {
            return "self";
        }

        @Override
        public String name() {
            return person.name();
        }
    }

    /** For a firm, by a person who may act for it. */
    record ForFirm(Firm firm, Person agent) implements ActingFor {
        @Override
        public String value() {
            return firm.id().toString();
        }

        @Override
        public String name() {
            return firm.name();
        }
    }
}
