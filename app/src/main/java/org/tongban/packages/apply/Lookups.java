package org.tongban.packages.apply;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.casework.Evidence;
import org.tongban.casework.EvidenceDesk;
import org.tongban.casework.EvidenceSource;
import org.tongban.catalogue.ItemDefinition.Fetch;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.catalogue.ItemDefinition.MaterialForm;
import org.tongban.catalogue.ItemDefinition.Necessity;
import org.tongban.catalogue.ItemDefinition.Source;
import org.tongban.packages.PackageDefinition.Query;
import org.tongban.packages.course.PartState;

/**
 * What is only looked up: whether the applicant's certificate holds. One that somebody in office
 * has taken back stops what rests on it; one that we do not have is looked at on paper.
 */
@Component
class Lookups {

    private final EvidenceDesk evidence;

    Lookups(EvidenceDesk evidence) {
        this.evidence = evidence;
    }

    /** What came of it, and the code of its words with the certificate's name. */
    record Found(PartState state, String note) {}

    Found look(Query query, Applicant applicant) {
        var wanted =
                new Material(
                        query.key(),
                        query.name(),
                        null,
                        Necessity.OPTIONAL,
                        false,
                        Source.AGENCY,
                        MaterialForm.ELECTRONIC,
                        0,
                        0,
                        List.of(),
                        null,
                        null,
                        null,
                        new Fetch(query.certificate(), List.of()));
        // For no item of its own: our library is asked, and no register of others.
        var purpose =
                new EvidenceSource.Purpose(
                        query.key(), query.name(), query.agency(), Optional.empty());
        return Optional.ofNullable(
                        evidence.look(purpose, applicant, List.of(wanted)).get(query.key()))
                .map(
                        one ->
                                switch (one) {
                                    case Evidence.Found found ->
                                            new Found(PartState.GRANTED, "found|" + found.name());
                                    case Evidence.Spoilt spoilt ->
                                            spoilt.fault().stops()
                                                    ? new Found(
                                                            PartState.REFUSED,
                                                            "spoilt|" + spoilt.name())
                                                    : new Found(
                                                            PartState.GRANTED,
                                                            "expired|" + spoilt.name());
                                    case Evidence.OutOfReach _ ->
                                            new Found(PartState.GRANTED, "not-found|");
                                })
                .orElseGet(() -> new Found(PartState.GRANTED, "not-found|"));
    }
}
