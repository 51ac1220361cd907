package org.tongban.accounts.looking;

import static org.tongban.schema.tables.Agency.AGENCY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.accounts.LookSource;
import org.tongban.accounts.Looks;
import org.tongban.accounts.LooksOfPeople;
import org.tongban.web.Texts;

/** Looks of staff at numbers, telephones and addresses. */
@Component
class StaffLooks implements LookSource {

    private final LooksOfPeople looks;
    private final DSLContext db;

    StaffLooks(LooksOfPeople looks, DSLContext db) {
        this.looks = looks;
        this.db = db;
    }

    @Override
    public List<Line> about(UUID personId, Span span, Texts texts) {
        var seen = looks.of(personId, span);
        var names = agencyNames(seen);
        return seen.stream()
                .map(
                        look ->
                                new Line(
                                        look.id(),
                                        look.at(),
                                        look.staffName(),
                                        look.agency()
                                                .map(key -> names.getOrDefault(key, key))
                                                .orElse(""),
                                        texts.localize("looks.what.person"),
                                        look.purpose(),
                                        look.caseId()))
                .toList();
    }

    /** The directory stands on the same floor, so the names are read, not asked for. */
    private Map<String, String> agencyNames(List<Looks.Look> seen) {
        var keys =
                seen.stream().map(Looks.Look::agency).flatMap(Optional::stream).distinct().toList();
        return db.select(AGENCY.AGENCY_KEY, AGENCY.NAME)
                .from(AGENCY)
                .where(AGENCY.AGENCY_KEY.in(keys))
                .fetchMap(AGENCY.AGENCY_KEY, AGENCY.NAME);
    }
}
