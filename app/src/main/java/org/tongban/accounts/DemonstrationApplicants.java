package org.tongban.accounts;

import java.util.List;
import java.util.Optional;

/** The invented people and firms of a demonstration pack. */
public record DemonstrationApplicants(
        List<DemonstrationPerson> people, List<DemonstrationFirm> firms) {

    public DemonstrationApplicants {
        people = List.copyOf(people);
        firms = List.copyOf(firms);
    }

    /**
     * A person of the pack.
     *
     * @param login empty for someone without an account, such as a child
     */
    public record DemonstrationPerson(
            Optional<String> login,
            String name,
            PrivatePart privatePart,
            Optional<String> demoRole) {}

    /**
     * A firm of the pack.
     *
     * @param representative login of a person of the same pack
     * @param agents logins of those who may act for it
     */
    public record DemonstrationFirm(
            String name,
            String creditCode,
            String representative,
            String address,
            List<String> agents) {
        public DemonstrationFirm {
            agents = List.copyOf(agents);
        }
    }
}
