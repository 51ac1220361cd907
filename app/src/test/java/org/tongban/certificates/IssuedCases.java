package org.tongban.certificates;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.Outcome;
import org.tongban.casework.Performed;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.Right;
import org.tongban.casework.Submission;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.pack.PackImport;
import org.tongban.schema.Tables;

/**
 * A county with cases, for tests: its followers stand still until a test leads them by hand, in the
 * transaction in which they would be led.
 */
public class IssuedCases {

    public static final String PASSWORD = "tongban-2026";

    /** 韦某兰 of the pack, whose login is weilan. */
    public static final Applicant WEI =
            new Applicant(
                    Applicant.Kind.PERSON,
                    "韦某兰",
                    "990101199001010019",
                    "韦某兰",
                    "13800003210",
                    "三合街道凤凰社区16号");

    private static final Path PACK = Path.of("../packs/sandu");

    private final PackImport packs;
    private final Catalogue catalogue;
    private final Casework casework;
    private final Map<String, Follower> followers;
    private final TransactionTemplate transaction;

    IssuedCases(
            PackImport packs,
            Catalogue catalogue,
            Casework casework,
            List<Follower> followers,
            TransactionTemplate transaction,
            DSLContext db)
            throws IOException {
        this.packs = packs;
        this.catalogue = catalogue;
        this.casework = casework;
        this.followers =
                followers.stream().collect(Collectors.toMap(Follower::name, follower -> follower));
        this.transaction = transaction;
        this.followers.keySet().forEach(name -> stop(db, name));
        importPack();
    }

    /** A follower whose place lies beyond every line has nothing to follow. */
    private static void stop(DSLContext db, String follower) {
        db.insertInto(Tables.FOLLOWER)
                .set(Tables.FOLLOWER.NAME, follower)
                .set(Tables.FOLLOWER.XACT, Long.MAX_VALUE)
                .set(Tables.FOLLOWER.CASE_ID, new UUID(0, 0))
                .set(Tables.FOLLOWER.SEQ, 0)
                .onConflictDoNothing()
                .execute();
    }

    private void importPack() throws IOException {
        var imported = packs.run(PACK, Optional.of(PASSWORD));
        if (!imported.isDone()) {
            throw new IllegalStateException(imported.faults().toString());
        }
    }

    /** 食品经营许可（新办）, granted to 韦某兰; nobody has followed its line yet. */
    public CaseFile grantedFoodLicence(Act.DeliveryWay delivery) {
        return decided(delivery, no -> new Act.Grant(no, "同意"));
    }

    private static Map<String, Object> form() {
        var form = new HashMap<String, Object>();
        form.put("businessName", "韦某兰米粉店");
        form.put("creditCode", "92990101MA6E0XXX0A");
        form.put("representative", "韦某兰");
        form.put("premises", "三合街道中华路18号");
        form.put("mainType", "catering");
        form.put("projects", List.of("hot", "cold"));
        return form;
    }

    /** 食品经营许可（新办）, refused to 韦某兰. */
    public CaseFile refusedFoodLicence(Act.DeliveryWay delivery) {
        return decided(delivery, no -> new Act.Refuse(no, "后厨没有洗消间", "不符合条件", "第三十五条"));
    }

    private CaseFile decided(Act.DeliveryWay delivery, IntFunction<Act> decision) {
        var file = submitted("food-business-new", form(), delivery);
        file = done(perform(file, new Act.Accept()));
        while (file.state() == CaseState.REVIEWING) {
            var task = file.openTasks().getFirst();
            var act =
                    task.decision() ? decision.apply(task.no()) : new Act.PassStep(task.no(), "符合");
            file = done(perform(file, act));
        }
        return file;
    }

    private CaseFile submitted(String itemKey, Map<String, Object> form, Act.DeliveryWay delivery) {
        var item = catalogue.current(itemKey).orElseThrow();
        return casework.submit(
                new Submission(
                        UUID.randomUUID(),
                        itemKey,
                        item.version(),
                        Channel.ONLINE,
                        new PrivatePart(WEI, Map.of(), form),
                        delivery,
                        Set.of(item.definition().steps().getLast().key()),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                Actor.applicant("test", WEI.name()));
    }

    public Performed perform(CaseFile file, Act act) {
        return casework.perform(
                file.caseId(), OptionalInt.empty(), UUID.randomUUID(), act, officer(file));
    }

    public CaseFile now(CaseFile file) {
        return casework.find(file.caseId()).orElseThrow();
    }

    /** Leads one follower over the line of the decision, in a transaction that commits. */
    public void follow(String follower, CaseFile file) {
        transaction.executeWithoutResult(_ -> lead(follower, file));
    }

    /** The same, and the node dies before the transaction commits. */
    public void followAndCrash(String follower, CaseFile file) {
        transaction.executeWithoutResult(
                status -> {
                    lead(follower, file);
                    status.setRollbackOnly();
                });
    }

    private void lead(String follower, CaseFile file) {
        var event =
                file.result().orElseThrow() == Outcome.GRANTED
                        ? new CaseEvent.Granted("同意")
                        : new CaseEvent.Refused("事实", "理由", "条款");
        Objects.requireNonNull(followers.get(follower))
                .follow(new CaseLine(file.caseId(), file.version(), Instant.EPOCH, "", event));
    }

    private ItemDefinition item(CaseFile file) {
        return catalogue.version(file.itemKey(), file.itemVersion()).definition();
    }

    private Actor officer(CaseFile file) {
        return new Actor(
                Actor.Kind.STAFF,
                "officer",
                "蒙某军",
                Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE, Right.DELIVER),
                item(file).steps().stream().map(step -> step.post()).collect(Collectors.toSet()),
                Optional.empty());
    }

    private static CaseFile done(Performed performed) {
        return switch (performed) {
            case Performed.Done(var file) -> file;
            case Performed.Already(var file) -> file;
            case Performed.Refused(var why) -> throw new AssertionError(why.toString());
        };
    }
}
