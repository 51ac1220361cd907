package org.tongban.accounts;

import java.util.UUID;

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

    /** For a firm, by its representative or a handler. */
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

    /** For a person who asked somebody to. */
    record ForPerson(Person principal, Person agent, UUID mandate) implements ActingFor {
        @Override
        public String value() {
            return "person:" + principal.id();
        }

        @Override
        public String name() {
            return principal.name();
        }
    }

    /** For a child, by a guardian. */
    record ForChild(Person child, Person guardian) implements ActingFor {
        @Override
        public String value() {
            return "child:" + child.id();
        }

        @Override
        public String name() {
            return child.name();
        }
    }
}
