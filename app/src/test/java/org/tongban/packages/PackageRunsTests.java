package org.tongban.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.schema.Tables.ACCOUNT;
import static org.tongban.schema.Tables.CASE_FILE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.TestDatabase;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.CaseState;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.CombinedApplications;
import org.tongban.casework.Performed;
import org.tongban.casework.Right;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.MaterialForm;
import org.tongban.pack.PackExport;
import org.tongban.pack.PackImport;
import org.tongban.pack.text.PackReader;
import org.tongban.pack.text.PackText;
import org.tongban.pack.text.PackTrees;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.course.PartState;
import org.tongban.packages.course.WholeState;
import org.tongban.packages.start.PartsOffice;

/**
 * Packages of the Sandu pack from one application to all their results, in the order that their
 * needs give, and random histories with crashes: every part is a case once, and the whole is right.
 */
@SpringBootTest(properties = "tongban.followers=false")
@Tag("C1")
@Tag("C3")
class PackageRunsTests {

    private static final int HISTORIES = 12;
    private static final int MOST_STEPS = 400;

    private static final Applicant PAN =
            new Applicant(
                    Applicant.Kind.PERSON,
                    "潘某忠",
                    "990101198506150020",
                    "潘某忠",
                    "13800003247",
                    "三合街道都柳江社区28号");
    private static final Applicant FIRM =
            new Applicant(
                    Applicant.Kind.FIRM,
                    "水乡人家餐饮店",
                    "92990101MA99010126",
                    "潘某忠",
                    "13800003247",
                    "三合街道都柳江社区28号");

    @Autowired private PackImport packs;
    @Autowired private PackExport exports;
    @Autowired private CombinedApplications applications;
    @Autowired private Drafts drafts;
    @Autowired private PackageCases store;
    @Autowired private PartsOffice office;
    @Autowired private Casework casework;
    @Autowired private CaseRegister register;
    @Autowired private List<Follower> followers;
    @Autowired private TransactionTemplate transaction;
    @Autowired private DSLContext db;

    /** How far the line of each case has been followed. */
    private final Map<UUID, Integer> followed = new HashMap<>();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @BeforeEach
    void theCountyOfThePack() throws Exception {
        var imported = packs.run(Path.of("../packs/sandu"), Optional.of("tongban-2026"));
        assertThat(imported.errors()).isEmpty();
    }

    @Test
    void closingACompanyGoesInOneRowAndThenSideBySide() {
        var whole = send("close-company", FIRM, Map.of("way", "ordinary", "staff", "insured"), 1);

        assertThat(states(whole)).containsExactly("READY", "WAITING", "WAITING", "WAITING");
        office.work();
        assertThat(states(whole)).containsExactly("RUNNING", "WAITING", "WAITING", "WAITING");
        grant(whole, "tax-cancellation");
        assertThat(states(whole)).containsExactly("GRANTED", "RUNNING", "WAITING", "WAITING");
        grant(whole, "company-cancellation");
        assertThat(states(whole)).containsExactly("GRANTED", "GRANTED", "RUNNING", "RUNNING");
        grant(whole, "social-insurance-cancellation");
        grant(whole, "seal-cancellation");

        assertThat(now(whole).state()).isEqualTo(WholeState.DONE);
        assertThat(now(whole).closedAt()).isPresent();
    }

    @Test
    void theResultOfOnePartIsAPaperOfTheNext() {
        var whole = send("close-company", FIRM, Map.of("way", "ordinary", "staff", "never"), 2);
        office.work();
        grant(whole, "tax-cancellation");

        var second = part(whole, "company-cancellation").caseId().orElseThrow();

        assertThat(materials(second)).contains("tax-clearance");
    }

    @Test
    void aCertificateFillsInTheNextForm() {
        var whole =
                send(
                        "newborn",
                        PAN,
                        Map.of(
                                "born",
                                "hospital",
                                "parents",
                                "both",
                                "with_vaccination_book",
                                "yes"),
                        3);
        office.work();
        grant(whole, "birth-certificate");

        assertThat(states(whole)).containsExactly("GRANTED", "RUNNING", "RUNNING");
        var household = part(whole, "household-birth").caseId().orElseThrow();
        assertThat(materials(household)).contains("birth-certificate");
        assertThat(casework.find(household)).isPresent();
    }

    @Test
    void aRefusalStopsWhatNeedsItAndNothingElse() {
        var whole = send("close-company", FIRM, Map.of("way", "simple", "staff", "insured"), 4);
        office.work();
        grant(whole, "tax-cancellation");
        refuse(whole, "company-cancellation");

        assertThat(states(whole)).containsExactly("GRANTED", "REFUSED", "STOPPED", "STOPPED");
        assertThat(part(whole, "seal-cancellation").becauseOf()).contains("company-cancellation");
        assertThat(now(whole).state()).isEqualTo(WholeState.PARTLY_DONE);
    }

    @Test
    void sentTwiceItIsThereOnce() {
        var ready = ready("close-company", FIRM, Map.of("way", "simple", "staff", "never"), 5);

        var first = applications.send(ready);
        var second = applications.send(ready);

        assertThat(first).isInstanceOf(CombinedApplications.Sent.Done.class).isEqualTo(second);
    }

    @Test
    @Tag("C4")
    void anExportedPackHoldsThePackagesAsTheyWere(@TempDir Path folder) throws Exception {
        exports.run(folder.resolve("pack"));

        var written =
                PackReader.read(folder.resolve("pack")).files().entrySet().stream()
                        .filter(file -> file.getKey().startsWith(PackText.PACKAGES))
                        .map(file -> PackTrees.ofPackage(file.getValue()))
                        .toList();
        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(SanduPackages.read().packages.values());
    }

    static Stream<String> keys() {
        return SanduPackages.read().packages.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyPackageRunsToItsResults(String key) {
        var pack = SanduPackages.read().pack(key);
        var situation = new LinkedHashMap<String, String>();
        pack.questions().forEach(q -> situation.put(q.key(), q.choices().getLast().value()));
        pack.items().stream()
                .filter(PackageDefinition.Member::optional)
                .forEach(m -> situation.put("with_" + m.item().replace('-', '_'), "yes"));
        var firm = pack.audience().contains(ItemDefinition.Audience.FIRM);

        var whole = send(key, firm ? FIRM : PAN, situation, 6);
        for (var step = 0; step < MOST_STEPS && now(whole).state() == WholeState.RUNNING; step++) {
            office.work();
            now(whole).parts().stream()
                    .filter(part -> part.state() == PartState.RUNNING)
                    .findFirst()
                    .ifPresent(part -> grant(whole, part.key()));
        }

        assertThat(now(whole).state())
                .as(key + " " + now(whole).parts())
                .isEqualTo(WholeState.DONE);
        assertThat(now(whole).counted().fieldsApart())
                .isGreaterThanOrEqualTo(now(whole).counted().fields());
    }

    static LongStream seeds() {
        return LongStream.range(0, HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Tag("C3")
    void anyHistoryWithCrashesLeavesTheWholeRight(long seed) {
        var random = new Random(seed);
        var key = random.nextBoolean() ? "close-company" : "newborn";
        var whole =
                key.equals("newborn")
                        ? send(
                                key,
                                PAN,
                                Map.of(
                                        "born",
                                        "hospital",
                                        "parents",
                                        "mother",
                                        "with_vaccination_book",
                                        "yes"),
                                seed)
                        : send(key, FIRM, Map.of("way", "ordinary", "staff", "insured"), seed);
        for (var step = 0; step < MOST_STEPS && now(whole).state() == WholeState.RUNNING; step++) {
            anything(whole, random);
            isRight(whole);
        }
        assertThat(now(whole).state()).isNotEqualTo(WholeState.RUNNING);
    }

    /** Somebody acts, the office works, a follower comes late or twice, or everything crashes. */
    private void anything(PackageCase whole, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> office.work();
            case 1 ->
                    transaction.executeWithoutResult(
                            crash -> {
                                office.work();
                                crash.setRollbackOnly();
                            });
            case 2 -> follow(whole, random.nextInt(3) == 0);
            default -> act(whole, random);
        }
    }

    private void act(PackageCase whole, Random random) {
        var running = new ArrayList<CaseFile>();
        for (var part : now(whole).parts()) {
            part.caseId()
                    .flatMap(casework::find)
                    .filter(file -> file.result().isEmpty())
                    .ifPresent(running::add);
        }
        if (running.isEmpty()) return;
        var file = running.get(random.nextInt(running.size()));
        if (random.nextInt(12) == 0) {
            perform(file, new Act.Withdraw("不办了"), applicant(whole));
        } else if (file.state() == CaseState.RECEIVED) {
            perform(file, new Act.Accept(), everybody(file));
        } else {
            var task = file.openTasks().getFirst();
            var act =
                    !task.decision()
                            ? new Act.PassStep(task.no(), "符合")
                            : random.nextInt(4) == 0
                                    ? refusal(task)
                                    : new Act.Grant(task.no(), "同意");
            perform(file, act, everybody(file));
        }
    }

    /** What is stored agrees with the cases as they are, as far as the line has been followed. */
    private void isRight(PackageCase whole) {
        var stored = now(whole);
        for (var part : stored.parts()) {
            var id = part.caseId().orElseThrow();
            var file = casework.find(id);
            if (part.state().isUnbegun() || part.state() == PartState.STOPPED) {
                assertThat(file).as(part.key() + " has not begun").isEmpty();
            } else if (part.startedAt().isPresent()) {
                assertThat(file).as(part.key() + " is a case").isPresent();
                assertThat(
                                stored.parts().stream()
                                        .filter(other -> part.needs().contains(other.key())))
                        .allMatch(other -> other.state() == PartState.GRANTED);
            }
            if (part.state().isOver() && file.isPresent()) {
                assertThat(file.get().result()).as(part.key() + " has ended").isPresent();
            }
        }
        var made =
                db.fetchCount(
                        CASE_FILE,
                        CASE_FILE.CASE_ID.in(
                                stored.parts().stream()
                                        .flatMap(part -> part.caseId().stream())
                                        .toList()));
        assertThat(made)
                .isEqualTo(
                        (int)
                                stored.parts().stream()
                                        .filter(part -> part.startedAt().isPresent())
                                        .count());
    }

    private void grant(PackageCase whole, String key) {
        var file = casework.find(part(whole, key).caseId().orElseThrow()).orElseThrow();
        var at = perform(file, new Act.Accept(), everybody(file));
        while (!at.openTasks().getFirst().decision()) {
            at = perform(at, new Act.PassStep(at.openTasks().getFirst().no(), "符合"), everybody(at));
        }
        perform(at, new Act.Grant(at.openTasks().getFirst().no(), "同意"), everybody(at));
        follow(whole, false);
        office.work();
    }

    private void refuse(PackageCase whole, String key) {
        var file = casework.find(part(whole, key).caseId().orElseThrow()).orElseThrow();
        var at = perform(file, new Act.Accept(), everybody(file));
        while (!at.openTasks().getFirst().decision()) {
            at = perform(at, new Act.PassStep(at.openTasks().getFirst().no(), "符合"), everybody(at));
        }
        perform(at, refusal(at.openTasks().getFirst()), everybody(at));
        follow(whole, false);
        office.work();
    }

    private static Act refusal(CaseTask task) {
        return new Act.Refuse(task.no(), "债务没有清理完", "不符合条件", "第一条");
    }

    private CaseFile perform(CaseFile file, Act act, Actor actor) {
        var done =
                casework.perform(file.caseId(), OptionalInt.empty(), UUID.randomUUID(), act, actor);
        return switch (done) {
            case Performed.Done(var next) -> next;
            case Performed.Already(var there) -> there;
            case Performed.Refused(var why) -> {
                assertThat(act).as(why.toString()).isInstanceOf(Act.Withdraw.class);
                yield file;
            }
        };
    }

    /** Leads certificates and packages along, as their threads would. */
    private void follow(PackageCase whole, boolean again) {
        for (var name : List.of("certificates", "packages")) {
            var follower = followers.stream().filter(f -> f.name().equals(name)).findFirst();
            for (var part : now(whole).parts()) {
                if (part.isLookup()) continue;
                var id = part.caseId().orElseThrow();
                var from = again ? 0 : followed.getOrDefault(key(name, id), 0);
                for (var line : register.line(id)) {
                    if (line.seq() <= from) continue;
                    transaction.executeWithoutResult(_ -> follower.orElseThrow().follow(line));
                    followed.put(key(name, id), line.seq());
                }
            }
        }
    }

    private static UUID key(String follower, UUID caseId) {
        return UUID.nameUUIDFromBytes(
                (follower + caseId).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Actor applicant(PackageCase whole) {
        return Actor.applicant(whole.accountId().toString(), whole.callerName());
    }

    private static Actor everybody(CaseFile file) {
        return new Actor(
                Actor.Kind.STAFF,
                "all",
                "潘某忠",
                Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE, Right.DELIVER, Right.HEAD),
                Stream.concat(
                                file.tasks().stream().map(CaseTask::post),
                                Stream.of(file.agency() + "-decide"))
                        .collect(Collectors.toSet()),
                Optional.empty());
    }

    private PackageCase send(
            String key, Applicant applicant, Map<String, String> situation, long seed) {
        var ready = ready(key, applicant, situation, seed);
        var sent = applications.send(ready);
        assertThat(sent).as(key).isInstanceOf(CombinedApplications.Sent.Done.class);
        return store.find(ready.draft()).orElseThrow();
    }

    /** Everything is answered and every paper there. */
    private CombinedApplications.Ready ready(
            String key, Applicant applicant, Map<String, String> situation, long seed) {
        var account =
                db.select(ACCOUNT.ACCOUNT_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.LOGIN.eq("panzhong"))
                        .fetchSingle(ACCOUNT.ACCOUNT_ID);
        var item = applications.narrowed(key, applicant, situation).orElseThrow().definition();
        var typed = SanduPackages.answers(item, new Random(seed));
        var draft =
                drafts.openCombined(account, Optional.empty(), applicant, key, situation, typed);
        var files = new ArrayList<SubmittedFile>();
        item.materials().stream()
                .filter(material -> material.form() != MaterialForm.PAPER)
                .forEach(
                        material ->
                                files.add(
                                        new SubmittedFile(
                                                UUID.randomUUID(),
                                                material.key(),
                                                "扫描件.png",
                                                "0".repeat(64),
                                                "image/png",
                                                9)));
        return new CombinedApplications.Ready(
                draft,
                1,
                key,
                applicant,
                situation,
                typed,
                files,
                List.of(),
                Act.DeliveryWay.ELECTRONIC,
                account,
                "潘某忠");
    }

    private List<String> materials(UUID caseId) {
        return db.select(org.tongban.schema.Tables.CASE_MATERIAL.MATERIAL_KEY)
                .from(org.tongban.schema.Tables.CASE_MATERIAL)
                .where(org.tongban.schema.Tables.CASE_MATERIAL.CASE_ID.eq(caseId))
                .fetch(org.tongban.schema.Tables.CASE_MATERIAL.MATERIAL_KEY);
    }

    private PackageCase now(PackageCase whole) {
        return store.find(whole.id()).orElseThrow();
    }

    private PackageCase.Part part(PackageCase whole, String key) {
        return now(whole).part(key).orElseThrow();
    }

    private List<String> states(PackageCase whole) {
        return now(whole).parts().stream().map(part -> part.state().name()).toList();
    }
}
