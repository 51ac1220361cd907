package org.tongban.sharing.returns;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.CertificatesOfItems;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.sharing.resources.SharingWords;
import org.tongban.sharing.returns.ReturnGrants.Grant;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** Return of data (数据回流): granted by the deciding office, read by the town, on record. */
@Controller
class ReturnPages {

    private static final String PATH = "/staff/returned";
    private static final String ITEM = "item";
    private static final String TOWN = "town";
    private static final String PURPOSE = "purpose";
    private static final String UNTIL = "until";
    private static final int LONGEST_PURPOSE = 200;
    private static final int MOST_YEARS = 3;

    private final ReturnGrants grants;
    private final RegionRecords records;
    private final CertificatesOfItems items;
    private final Directory directory;
    private final SharingWords words;
    private final Clock clock;
    private final TextBundles bundles;

    ReturnPages(
            ReturnGrants grants,
            RegionRecords records,
            CertificatesOfItems items,
            Directory directory,
            SharingWords words,
            Clock clock,
            TextBundles bundles) {
        this.grants = grants;
        this.records = records;
        this.items = items;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
        this.bundles = bundles;
    }

    /** What was typed into a new grant. */
    private record Written(String item, String town, String purpose, String until) {
        static final Written NOTHING = new Written("", "", "", "");
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "returned-records.grants-listed")
    Rendered list(StaffPrincipal staff, HttpServletRequest request) {
        return page(Written.NOTHING, Map.of(), staff, texts(request));
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, right = "decide", audit = "returned-records.granted")
    Object grant(
            @RequestParam(name = ITEM, defaultValue = "") String item,
            @RequestParam(name = TOWN, defaultValue = "") String town,
            @RequestParam(name = PURPOSE, defaultValue = "") String purpose,
            @RequestParam(name = UNTIL, defaultValue = "") String until,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = texts(request);
        var written = new Written(item, town, purpose, until);
        var chosen = own(staff).stream().filter(one -> one.key().equals(item)).findFirst();
        var last =
                Typed.date(until)
                        .filter(day -> !day.isBefore(today()))
                        .filter(day -> !day.isAfter(today().plusYears(MOST_YEARS)));
        var errors = new LinkedHashMap<String, String>();
        if (chosen.isEmpty()) errors.put(ITEM, texts.localize("returned.item.missing"));
        if (towns().stream().noneMatch(one -> one.key().equals(town))) {
            errors.put(TOWN, texts.localize("returned.town.missing"));
        }
        if (purpose.isBlank() || purpose.strip().length() > LONGEST_PURPOSE) {
            errors.put(PURPOSE, texts.localize("returned.purpose.wrong", LONGEST_PURPOSE));
        }
        if (last.isEmpty()) errors.put(UNTIL, texts.localize("returned.until.wrong", MOST_YEARS));
        if (errors.isEmpty() && chosen.isPresent() && last.isPresent()) {
            if (grants.grant(
                    item, chosen.get().agency(), town, purpose.strip(), last.get(), staff)) {
                return SeeOther.to(PATH);
            }
            errors.put(TOWN, texts.localize("returned.twice"));
        }
        return page(written, errors, staff, texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .at(PATH);
    }

    @PostMapping(PATH + "/{id}/take-back")
    @Open(door = Door.STAFF, right = "decide", audit = "returned-records.taken-back")
    Object takeBack(@PathVariable UUID id, StaffPrincipal staff) {
        grants.takeBack(id, staff);
        return SeeOther.to(PATH);
    }

    /** The records of the town's own region; reading them is on record before they are shown. */
    @GetMapping(PATH + "/{id}")
    @Open(door = Door.STAFF, audit = "returned-records.read")
    Rendered read(
            @PathVariable UUID id,
            @RequestParam Optional<LocalDate> before,
            @RequestParam Optional<UUID> last,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var grant =
                grants.find(id)
                        .filter(one -> staff.agencies().contains(one.town()))
                        .filter(one -> one.holds(today()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (Stream.of("accept", "review", "decide").noneMatch(staff::has)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var region = directory.current().agency(grant.town()).map(Agency::region).orElseThrow();
        var after = before.flatMap(day -> last.map(one -> new RegionRecords.Place(day, one)));
        var found = records.of(grant.item(), region, after);
        var shown = found.stream().limit(RegionRecords.PAGE).toList();
        grants.read(grant, shown.size(), staff);
        var texts = texts(request);
        var dates = new Dates(texts.locale());
        var here = PATH + "/" + id;
        return Rendered.of("sharing/returns/records")
                .with("title", texts.localize("returned.records", words.item(grant.item())))
                .with("purpose", grant.purpose())
                .with(
                        "rows",
                        shown.stream()
                                .map(
                                        one ->
                                                List.of(
                                                        one.caseNo(),
                                                        one.holder(),
                                                        directory
                                                                .current()
                                                                .fullName(one.region())
                                                                .orElse(one.region()),
                                                        dates.fullDay(one.decidedOn())))
                                .toList())
                .with(
                        "pager",
                        Pager.of(
                                here,
                                after.isEmpty(),
                                found,
                                RegionRecords.PAGE,
                                end ->
                                        here
                                                + "?before="
                                                + end.decidedOn()
                                                + "&last="
                                                + end.caseId()));
    }

    private List<CertificatesOfItems.Line> own(StaffPrincipal staff) {
        return items.all().stream()
                .filter(one -> staff.agencies().contains(one.agency()))
                .filter(one -> records.asksForRegion(one.key()))
                .toList();
    }

    private List<Agency> towns() {
        return directory.current().agencies().stream()
                .filter(one -> one.kind() == Agency.Kind.TOWN)
                .toList();
    }

    private Rendered page(
            Written written, Map<String, String> faults, StaffPrincipal staff, Texts texts) {
        var errors = ErrorSummary.of(faults);
        var own = staff.has("decide") ? own(staff) : List.<CertificatesOfItems.Line>of();
        return Rendered.of(
                "sharing/returns/list",
                new ReturnsPage(
                        grants.to(staff.agencies()).stream()
                                .map(one -> one(one, false, texts))
                                .toList(),
                        grants.by(staff.agencies()).stream()
                                .map(one -> one(one, true, texts))
                                .toList(),
                        own.isEmpty() ? List.of() : fields(own, written, errors, texts),
                        errors));
    }

    private ReturnsPage.One one(Grant one, boolean isOurs, Texts texts) {
        var dates = new Dates(texts.locale());
        var holds = one.holds(today());
        return new ReturnsPage.One(
                texts.localize(
                        "returned.one",
                        words.agency(one.agency()),
                        words.agency(one.town()),
                        words.item(one.item())),
                !isOurs && holds ? PATH + "/" + one.id() : "",
                one.purpose(),
                holds
                        ? Tag.got(texts.localize("returned.until", dates.day(one.until())))
                        : Tag.plain(texts.localize("returned.over")),
                isOurs
                        ? grants.readings(one.id()).stream()
                                .map(
                                        read ->
                                                texts.localize(
                                                        "returned.read",
                                                        words.moment(read.at(), texts),
                                                        read.by(),
                                                        read.shown()))
                                .toList()
                        : List.of(),
                isOurs && holds ? PATH + "/" + one.id() + "/take-back" : "");
    }

    private List<FieldView> fields(
            List<CertificatesOfItems.Line> own, Written written, ErrorSummary errors, Texts texts) {
        return List.of(
                FieldView.of(FieldKind.CHOICE, ITEM, texts.localize("returned.item"))
                        .options(
                                own.stream().map(one -> new Option(one.key(), one.name())).toList())
                        .value(written.item())
                        .error(errors),
                FieldView.of(FieldKind.CHOICE, TOWN, texts.localize("returned.town"))
                        .options(
                                towns().stream()
                                        .map(one -> new Option(one.key(), one.shortName()))
                                        .toList())
                        .value(written.town())
                        .error(errors),
                FieldView.text(PURPOSE, texts.localize("returned.purpose"))
                        .hint(texts.localize("returned.purpose.hint"))
                        .maxLength(LONGEST_PURPOSE)
                        .value(written.purpose())
                        .error(errors),
                FieldView.of(FieldKind.DATE, UNTIL, texts.localize("returned.until.label"))
                        .value(written.until())
                        .error(errors));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
