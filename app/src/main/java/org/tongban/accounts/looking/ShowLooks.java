package org.tongban.accounts.looking;

import static org.tongban.schema.tables.Agency.AGENCY;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.Looks;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;

/** Shows a person who looked at their data, when and for what. */
@Controller
class ShowLooks {

    private final Accounts accounts;
    private final Looks looks;
    private final DSLContext db;
    private final Clock clock;

    ShowLooks(Accounts accounts, Looks looks, DSLContext db, Clock clock) {
        this.accounts = accounts;
        this.looks = looks;
        this.db = db;
        this.clock = clock;
    }

    @GetMapping("/my/looks")
    @Open(door = Door.APPLICANT, audit = "looks.shown")
    Rendered show(HttpServletRequest request, ApplicantPrincipal applicant) {
        var dates = new Dates(Preferences.of(request).locale());
        var seen = accounts.subjectOf(applicant.personId()).map(looks::at).orElse(List.of());
        var names = agencyNames(seen);
        return Rendered.of(
                "accounts/looks",
                new LooksPage(seen.stream().map(look -> line(look, names, dates)).toList()));
    }

    private LooksPage.Line line(Looks.Look look, Map<String, String> names, Dates dates) {
        return new LooksPage.Line(
                dates.moment(LocalDateTime.ofInstant(look.at(), clock.getZone())),
                look.staffName(),
                look.agency().map(key -> names.getOrDefault(key, key)).orElse(""),
                look.purpose());
    }

    /** The directory stands on the same floor, so the names are read, not asked for. */
    private Map<String, String> agencyNames(List<Looks.Look> seen) {
        var keys = seen.stream().flatMap(look -> look.agency().stream()).distinct().toList();
        return db.select(AGENCY.AGENCY_KEY, AGENCY.NAME)
                .from(AGENCY)
                .where(AGENCY.AGENCY_KEY.in(keys))
                .fetchMap(AGENCY.AGENCY_KEY, AGENCY.NAME);
    }
}
