package org.tongban.bench;

import static org.tongban.schema.Tables.ACCOUNT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.CombinedApplications;
import org.tongban.casework.EvidenceDesk;
import org.tongban.casework.Performed;
import org.tongban.casework.Right;
import org.tongban.casework.Submission;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.line.Followers;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.MaterialForm;
import org.tongban.directory.Directory;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.Packages;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.merge.Chosen;
import org.tongban.packages.merge.Selection;
import org.tongban.packages.merge.Split;
import org.tongban.packages.start.PartsOffice;

/**
 * Water, power, gas, network, planning, road and trees for one house: seven items without an order
 * between them, applied for as one package or one by one with the same answers, and granted.
 */
final class SevenCases {

    static final int ITEMS = 7;

    /** Leads packages along the lines of cases. */
    private static final String FOLLOWER = "packages";

    private static final String PACKAGE = "connect-utilities";

    private static final Applicant APPLICANT =
            new Applicant(
                    Applicant.Kind.PERSON,
                    "潘某忠",
                    "990101198506150020",
                    "潘某忠",
                    "13800003247",
                    "三合街道都柳江社区28号");

    private final CombinedApplications applications;
    private final Drafts drafts;
    private final PackageCases store;
    private final PartsOffice office;
    private final Casework casework;
    private final EvidenceDesk evidence;
    private final Directory directory;
    private final Catalogue catalogue;
    private final Followers followers;
    private final UUID account;
    private final Map<String, String> situation = new LinkedHashMap<>();
    private final PackageDefinition pack;
    private final List<Chosen> chosen;
    private final Random random = new Random(2026);

    SevenCases(House house) {
        applications = house.get(CombinedApplications.class);
        drafts = house.get(Drafts.class);
        store = house.get(PackageCases.class);
        office = house.get(PartsOffice.class);
        casework = house.get(Casework.class);
        evidence = house.get(EvidenceDesk.class);
        directory = house.get(Directory.class);
        catalogue = house.get(Catalogue.class);
        followers = house.get(Followers.class);
        account =
                Objects.requireNonNull(
                        house.get(DSLContext.class)
                                .select(ACCOUNT.ACCOUNT_ID)
                                .from(ACCOUNT)
                                .where(ACCOUNT.LOGIN.eq("panzhong"))
                                .fetchSingle(ACCOUNT.ACCOUNT_ID));
        pack = house.get(Packages.class).current(PACKAGE).orElseThrow().definition();
        situation.putAll(Map.of("kind", "home", "road", "yes", "trees", "yes", "line", "yes"));
        pack.items().stream()
                .filter(PackageDefinition.Member::optional)
                .forEach(member -> situation.put(Selection.wanted(member.item()), "yes"));
        chosen = Selection.of(pack, situation, Map.of("kind", "person"), catalogue::current);
        if (chosen.size() != ITEMS) {
            throw new BenchFailed("the package has " + chosen.size() + " items, not " + ITEMS);
        }
    }

    /**
     * What one application consists of; made before anything is timed.
     *
     * @param singles the drafts of the same seven, each for itself
     */
    record Prepared(CombinedApplications.Ready ready, List<Single> singles) {}

    /** One of the seven by itself, with its share of the same answers. */
    record Single(UUID draft, Chosen chosen, Split.Share share) {}

    Prepared prepare() {
        var item = applications.narrowed(PACKAGE, APPLICANT, situation).orElseThrow().definition();
        var typed = FormAnswers.of(item, random);
        var draft =
                drafts.openCombined(
                        account, Optional.empty(), APPLICANT, PACKAGE, situation, typed);
        var files = files(item);
        var ready =
                new CombinedApplications.Ready(
                        draft,
                        1,
                        PACKAGE,
                        APPLICANT,
                        situation,
                        typed,
                        files,
                        List.of(),
                        Act.DeliveryWay.ELECTRONIC,
                        account,
                        "潘某忠");
        var split = new Split(pack);
        return new Prepared(
                ready,
                chosen.stream()
                        .map(one -> single(one, split.of(one, situation, typed, files, List.of())))
                        .toList());
    }

    private Single single(Chosen one, Split.Share share) {
        var draft =
                drafts.open(
                        account,
                        Optional.empty(),
                        APPLICANT,
                        one.key(),
                        one.item().version(),
                        share.situation(),
                        share.typed());
        return new Single(draft, one, share);
    }

    private static List<SubmittedFile> files(ItemDefinition item) {
        return item.materials().stream()
                .filter(material -> material.form() != MaterialForm.PAPER)
                .map(
                        material ->
                                new SubmittedFile(
                                        UUID.randomUUID(),
                                        material.key(),
                                        "扫描件.png",
                                        "0".repeat(64),
                                        "image/png",
                                        9))
                .toList();
    }

    /** As one package, from the sending to the seventh result. */
    void together(Prepared prepared) {
        var ready = prepared.ready();
        if (!(applications.send(ready) instanceof CombinedApplications.Sent.Done)) {
            throw new BenchFailed("the package was not taken");
        }
        office.work();
        var whole = store.find(ready.draft()).orElseThrow();
        for (var part : whole.parts()) {
            grant(part.caseId().orElseThrow());
        }
        followers.catchUp(FOLLOWER);
    }

    /** That all seven were granted and the whole knows of it; not part of what is timed. */
    void refuseUnlessGranted(Prepared prepared) {
        var ended =
                store.find(prepared.ready().draft()).orElseThrow().parts().stream()
                        .filter(part -> part.state().name().equals("GRANTED"))
                        .count();
        if (ended != ITEMS) throw new BenchFailed(ended + " of the parts were granted");
    }

    /** The same seven with the same answers, each applied for by itself. */
    void apart(Prepared prepared) {
        prepared.singles().forEach(this::send);
        prepared.singles().forEach(one -> grant(one.draft()));
        // It looks at every case, and finds nothing to do.
        followers.catchUp(FOLLOWER);
    }

    /** As the page sends it: under the version of today, checked, with its draft marked as sent. */
    private void send(Single one) {
        var share = one.share();
        var item = catalogue.forApplication(one.chosen().key(), one.chosen().item().version());
        evidence.look(APPLICANT, item.definition());
        var verdict =
                ApplicationCheck.check(
                        item,
                        APPLICANT,
                        share.situation(),
                        share.typed(),
                        share.files(),
                        directory.current().offeredRegions());
        if (!(verdict instanceof ApplicationCheck.Complete complete)) {
            throw new BenchFailed(one.chosen().key() + " is not complete: " + verdict);
        }
        casework.submit(
                new Submission(
                        one.draft(),
                        item.key(),
                        item.version(),
                        Channel.ONLINE,
                        complete.content(),
                        Act.DeliveryWay.ELECTRONIC,
                        complete.applicable(),
                        share.files(),
                        Optional.of(account),
                        Optional.of(one.draft())),
                Actor.applicant(account.toString(), "潘某忠"));
    }

    private void grant(UUID caseId) {
        var file = casework.find(caseId).orElseThrow();
        var at = perform(file, new Act.Accept());
        while (!at.openTasks().getFirst().decision()) {
            at = perform(at, new Act.PassStep(at.openTasks().getFirst().no(), "符合"));
        }
        perform(at, new Act.Grant(at.openTasks().getFirst().no(), "同意"));
    }

    private CaseFile perform(CaseFile file, Act act) {
        var done =
                casework.perform(
                        file.caseId(), OptionalInt.empty(), UUID.randomUUID(), act, staff(file));
        if (done instanceof Performed.Done(var next)) return next;
        throw new BenchFailed(file.caseNo() + ": " + act + " was answered by " + done);
    }

    private static Actor staff(CaseFile file) {
        return new Actor(
                Actor.Kind.STAFF,
                "all",
                "韦某兰",
                Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE),
                Stream.concat(
                                file.tasks().stream().map(CaseTask::post),
                                Stream.of(file.agency() + "-decide"))
                        .collect(Collectors.toSet()),
                Optional.empty());
    }
}
