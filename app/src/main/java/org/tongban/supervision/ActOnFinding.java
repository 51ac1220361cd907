package org.tongban.supervision;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.PlaceSettings;

/** One act on a card: loaded, ruled on, stored if nobody was faster. */
@Component
public class ActOnFinding {

    private final Findings findings;
    private final CaseRegister cases;
    private final PlaceSettings.Source place;
    private final SupervisionPolicy policy;
    private final Clock clock;

    ActOnFinding(
            Findings findings,
            CaseRegister cases,
            PlaceSettings.Source place,
            SupervisionPolicy policy,
            Clock clock) {
        this.findings = findings;
        this.cases = cases;
        this.place = place;
        this.policy = policy;
        this.clock = clock;
    }

    /** Whether the reader answers for the office of a finding. */
    public static boolean isOffice(StaffPrincipal staff, String agency) {
        return staff.has("decide") && staff.agencies().contains(agency);
    }

    /** Whether the reader supervises the office of a finding. */
    public static boolean isSupervisor(StaffPrincipal staff, String agency) {
        return staff.has("supervise") && staff.reaches(agency);
    }

    /**
     * Carries out an act.
     *
     * @param seenVersion the version that the person saw
     * @return why not; empty when it was carried out
     */
    public Optional<FindingRefusal> act(
            Finding finding, int seenVersion, FindingAct act, StaffPrincipal staff) {
        if (finding.version() != seenVersion) return Optional.of(FindingRefusal.STALE);
        var settings = place.current();
        var known =
                new FindingRules.Known(
                        clock.instant().atZone(settings.zone()).toLocalDate(),
                        settings.calendar(),
                        isOffice(staff, finding.agency()),
                        isSupervisor(staff, finding.agency()),
                        isStillLate(finding),
                        policy.answerDays());
        return switch (FindingRules.decide(finding, act, known)) {
            case FindingRuling.Refused(var why) -> Optional.of(why);
            case FindingRuling.Done(var next) ->
                    findings.keep(
                                    next,
                                    act,
                                    staff.staffId().toString(),
                                    staff.name(),
                                    clock.instant())
                            ? Optional.empty()
                            : Optional.of(FindingRefusal.STALE);
        };
    }

    /** Whether the missed term has not come to its end: nobody has acted yet. */
    private boolean isStillLate(Finding finding) {
        if (finding.missedClock().isEmpty()) return false;
        return cases.find(finding.key().caseId()).stream()
                .flatMap(found -> found.file().clocks().stream())
                .anyMatch(each -> each.no() == finding.key().ref() && each.isOpen());
    }
}
