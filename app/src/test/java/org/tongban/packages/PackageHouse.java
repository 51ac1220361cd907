package org.tongban.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongban.schema.Tables.ACCOUNT;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.TestDatabase;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.CombinedApplications;
import org.tongban.casework.Performed;
import org.tongban.casework.Right;
import org.tongban.casework.SentApplications;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.ItemDefinition.MaterialForm;
import org.tongban.pack.PackExport;
import org.tongban.pack.PackImport;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.start.PartsOffice;

/**
 * The county of the Sandu pack with people who act in it: applications that are sent, cases that
 * are granted, refused or told to be corrected, followers that are led along. One context and one
 * database for all classes that begin here; the pack is read once.
 */
@SpringBootTest(properties = "tongban.followers=false")
@AutoConfigureMockMvc
abstract class PackageHouse {

    static final Applicant PAN =
            new Applicant(
                    Applicant.Kind.PERSON,
                    "潘某忠",
                    "990101198506150020",
                    "潘某忠",
                    "13800003247",
                    "三合街道都柳江社区28号");
    static final Applicant FIRM =
            new Applicant(
                    Applicant.Kind.FIRM,
                    "水乡人家餐饮店",
                    "92990101MA99010126",
                    "潘某忠",
                    "13800003247",
                    "三合街道都柳江社区28号");

    @Autowired MockMvc browser;
    @Autowired PackImport packs;
    @Autowired PackExport exports;
    @Autowired CombinedApplications applications;
    @Autowired SentApplications later;
    @Autowired Drafts drafts;
    @Autowired PackageCases store;
    @Autowired PartsOffice office;
    @Autowired Casework casework;
    @Autowired CaseRegister register;
    @Autowired List<Follower> followers;
    @Autowired TransactionTemplate transaction;
    @Autowired DSLContext db;

    /** How far the line of each case has been followed. */
    final Map<UUID, Integer> followed = new HashMap<>();

    private static final Set<DSLContext> FURNISHED = ConcurrentHashMap.newKeySet();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @BeforeEach
    void theCountyOfThePack() throws Exception {
        if (!FURNISHED.add(db)) return;
        var imported = packs.run(Path.of("../packs/sandu"), Optional.of("tongban-2026"));
        assertThat(imported.errors()).isEmpty();
    }

    void grant(PackageCase whole, String key) {
        var file = casework.find(part(whole, key).caseId().orElseThrow()).orElseThrow();
        var at = perform(file, new Act.Accept(), everybody(file));
        while (!at.openTasks().getFirst().decision()) {
            at = perform(at, new Act.PassStep(at.openTasks().getFirst().no(), "符合"), everybody(at));
        }
        perform(at, new Act.Grant(at.openTasks().getFirst().no(), "同意"), everybody(at));
        follow(whole, false);
        office.work();
    }

    void refuse(PackageCase whole, String key) {
        var file = casework.find(part(whole, key).caseId().orElseThrow()).orElseThrow();
        var at = perform(file, new Act.Accept(), everybody(file));
        while (!at.openTasks().getFirst().decision()) {
            at = perform(at, new Act.PassStep(at.openTasks().getFirst().no(), "符合"), everybody(at));
        }
        perform(at, refusal(at.openTasks().getFirst()), everybody(at));
        follow(whole, false);
        office.work();
    }

    static Act refusal(CaseTask task) {
        return new Act.Refuse(task.no(), "债务没有清理完", "不符合条件", "第一条");
    }

    CaseFile perform(CaseFile file, Act act, Actor actor) {
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
    void follow(PackageCase whole, boolean again) {
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

    static UUID key(String follower, UUID caseId) {
        return UUID.nameUUIDFromBytes(
                (follower + caseId).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Actor applicant(PackageCase whole) {
        return Actor.applicant(whole.accountId().toString(), whole.callerName());
    }

    static Actor everybody(CaseFile file) {
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

    PackageCase send(String key, Applicant applicant, Map<String, String> situation, long seed) {
        var ready = ready(key, applicant, situation, seed);
        var sent = applications.send(ready);
        assertThat(sent).as(key).isInstanceOf(CombinedApplications.Sent.Done.class);
        return store.find(ready.draft()).orElseThrow();
    }

    /** Everything is answered and every paper there. */
    CombinedApplications.Ready ready(
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

    List<String> materials(UUID caseId) {
        return db.select(org.tongban.schema.Tables.CASE_MATERIAL.MATERIAL_KEY)
                .from(org.tongban.schema.Tables.CASE_MATERIAL)
                .where(org.tongban.schema.Tables.CASE_MATERIAL.CASE_ID.eq(caseId))
                .fetch(org.tongban.schema.Tables.CASE_MATERIAL.MATERIAL_KEY);
    }

    PackageCase now(PackageCase whole) {
        return store.find(whole.id()).orElseThrow();
    }

    PackageCase.Part part(PackageCase whole, String key) {
        return now(whole).part(key).orElseThrow();
    }

    List<String> states(PackageCase whole) {
        return now(whole).parts().stream().map(part -> part.state().name()).toList();
    }

    /** Fills in what only an earlier result has made known, if anything is asked. */
    void answerWhatIsAskedNow(PackageCase whole) {
        var asked = later.asked(SentApplications.Kind.ANSWERS, whole.no(), whole.accountId());
        if (asked.isEmpty()) return;
        var draft = drafts.ofCase(whole.id()).orElseThrow();
        var typed = new LinkedHashMap<>(draft.typed());
        typed.putAll(SanduPackages.answers(asked.get().item().definition(), new Random(1)));
        drafts.save(draft, draft.situation(), typed, "");
        later.take(
                SentApplications.Kind.ANSWERS,
                asked.get(),
                UUID.randomUUID(),
                new SentApplications.Written("", typed, List.of()),
                applicant(whole));
        office.work();
    }

    /** A session of a member of staff. */
    Cookie signedIn(String login) throws Exception {
        var answer =
                browser.perform(
                                post("/staff/sign-in")
                                        .with(csrf())
                                        .param("login", login)
                                        .param("password", "tongban-2026"))
                        .andReturn()
                        .getResponse();
        return Objects.requireNonNull(answer.getCookie("tongban"), "no session began");
    }
}
