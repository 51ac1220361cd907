package org.tongban.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Performed;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.Submission;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.Supplement;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.PublishedItem;

/**
 * The life of one invented case, told to the engine act by act until the story reaches the present.
 * The same number tells the same story, so that one that broke off is taken up again.
 */
final class CaseStory {

    private static final int LONGEST = 40;

    private final int number;
    private final Random random;
    private final Casework casework;
    private final People people;
    private final Workday workday;
    private final ZoneId zone;
    private final Instant now;
    private final SubmittedFile sample;

    /** Some offices are slow with some cases; that is where the late ones come from. */
    private final boolean slow;

    private Instant at = Instant.EPOCH;
    private int act;

    CaseStory(
            int number,
            Casework casework,
            People people,
            Workday workday,
            ZoneId zone,
            Instant now,
            SubmittedFile sample) {
        this.number = number;
        this.random = new Random(7_919L * number + 17);
        this.casework = casework;
        this.people = people;
        this.workday = workday;
        this.zone = zone;
        this.now = now;
        this.sample = sample;
        this.slow = random.nextInt(100) < 7;
    }

    void tell(List<PublishedItem> items) {
        var item = items.get(random.nextInt(items.size()));
        // A third of all stories began lately: the desks are busy.
        at =
                workday.before(
                        now,
                        random.nextInt(3) == 0 ? random.nextInt(7) : random.nextInt(140),
                        random);
        var party = people.anyoneFor(item.definition(), random);
        var content = content(item.definition(), party);
        var file = submit(item, party, content);
        for (var i = 0; i < LONGEST; i++) {
            var next = next(file, item.definition(), content, party);
            if (next.isEmpty()) {
                return;
            }
            file = next.get();
        }
    }

    private PrivatePart content(ItemDefinition item, People.Party party) {
        var answers = new Answers(random, party.applicant(), at.atZone(zone).toLocalDate());
        var situation = answers.situation(item);
        var form = answers.form(item.fields().stream().filter(f -> f.when() == null).toList());
        return new PrivatePart(party.applicant(), situation, form);
    }

    private CaseFile submit(PublishedItem item, People.Party party, PrivatePart content) {
        var definition = item.definition();
        var window = random.nextInt(10) < 3;
        var clerk = people.clerk(random);
        var files =
                definition.materials().stream()
                        .filter(m -> m.isRequired() && m.when() == null)
                        .map(m -> copyFor(m.key(), m.name()))
                        .toList();
        return casework.submit(
                new Submission(
                        id("case"),
                        definition.key(),
                        item.version(),
                        window ? Channel.WINDOW : Channel.ONLINE,
                        content,
                        window && random.nextBoolean()
                                ? Act.DeliveryWay.WINDOW
                                : Act.DeliveryWay.ELECTRONIC,
                        applicable(definition, content),
                        files,
                        party.accountId(),
                        Optional.empty()),
                window ? clerk : applicant(party),
                at);
    }

    private static Set<String> applicable(ItemDefinition item, PrivatePart content) {
        return Applicability.of(item, content.situation(), content.form(), java.util.Map.of())
                .steps()
                .stream()
                .map(ItemDefinition.Step::key)
                .collect(Collectors.toSet());
    }

    /**
     * What happens next in the story; empty when it lies in the future or there is nothing more.
     */
    private Optional<CaseFile> next(
            CaseFile file, ItemDefinition item, PrivatePart content, People.Party party) {
        return switch (file.state()) {
            case RECEIVED -> answered(file, item, party);
            case CORRECTING -> corrected(file, item, content, party);
            case REVIEWING -> reviewed(file, item, party);
            case DECIDED -> delivered(file, party);
            // The history of the demonstration passes nothing up and simulates nothing.
            case FORWARDED, PREPARED, CLOSED -> Optional.empty();
        };
    }

    private Optional<CaseFile> answered(CaseFile file, ItemDefinition item, People.Party party) {
        var fate = random.nextInt(100);
        var clerk = people.clerk(random);
        if (fate < 2) {
            return act(file, new Act.Withdraw("暂时不办了"), applicant(party), wait(1));
        }
        if (fate < 3 && file.openClock(ClockKind.ANSWER).isPresent()) {
            // Nobody answered: the law did.
            return act(file, new Act.DeemAccepted(), Actor.system(), wait(6));
        }
        var days = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
        if (fate < 13 && !file.toldOnce() && !item.materials().isEmpty()) {
            var material = item.materials().get(random.nextInt(item.materials().size()));
            var what =
                    material.checks().isEmpty()
                            ? "不清楚，请重新提供。"
                            : "没有做到：" + material.checks().getFirst() + "。";
            return act(
                    file,
                    new Act.TellCorrections(
                            List.of(new Act.Correction(material.key(), material.name(), what))),
                    clerk,
                    wait(days));
        }
        if (fate < 15) {
            return act(
                    file,
                    new Act.RefuseAcceptance(Act.NonAcceptance.NOT_ELIGIBLE, "申请人不在本县登记或者居住。", ""),
                    clerk,
                    wait(days));
        }
        return act(file, new Act.Accept(), clerk, wait(days));
    }

    private Optional<CaseFile> corrected(
            CaseFile file, ItemDefinition item, PrivatePart content, People.Party party) {
        if (random.nextInt(100) < 10) {
            return act(file, new Act.EndForWantOfCorrections(), Actor.system(), wait(16));
        }
        var when = wait(1 + random.nextInt(6));
        if (when.isAfter(now)) {
            return Optional.empty();
        }
        at = when;
        var told = file.corrections().getLast();
        return moved(
                casework.supply(
                        file.caseId(),
                        id("act" + act++),
                        "",
                        new Supplement(
                                content,
                                applicable(item, content),
                                List.of(copyFor(told.material(), told.name()))),
                        applicant(party),
                        at));
    }

    private Optional<CaseFile> reviewed(CaseFile file, ItemDefinition item, People.Party party) {
        var fate = random.nextInt(200);
        if (fate < 2) {
            return act(file, new Act.Withdraw("情况有变，不再申请"), applicant(party), wait(1));
        }
        var running = file.runningProcedure();
        var task = file.openTasks().get(random.nextInt(file.openTasks().size()));
        var officer = people.anyoneAt(task.post(), random);
        if (officer.isEmpty()) {
            return Optional.empty();
        }
        if (running.isPresent()) {
            return act(
                    file,
                    new Act.EndProcedure("结果合格"),
                    officer.get(),
                    wait(1 + running.get().expectedDays()));
        }
        if (fate < 30
                && !item.specialProcedures().isEmpty()
                && file.procedures().isEmpty()
                && !task.decision()) {
            var kind =
                    item.specialProcedures().get(random.nextInt(item.specialProcedures().size()));
            return act(
                    file,
                    new Act.StartProcedure(kind, "需要由专业机构给出结论", 3 + random.nextInt(5)),
                    officer.get(),
                    wait(pace(item)));
        }
        return act(file, opinion(task, item), officer.get(), wait(pace(item)));
    }

    private Act opinion(CaseTask task, ItemDefinition item) {
        if (!task.decision()) {
            return new Act.PassStep(task.no(), "材料齐全，符合条件，建议通过。");
        }
        if (random.nextInt(100) < 5) {
            var ground = item.legalBasis().isEmpty() ? "办理条件" : item.legalBasis().getFirst().law();
            return new Act.Refuse(task.no(), "现场情况与申请内容不一致。", "不具备规定的条件。", "《" + ground + "》");
        }
        return new Act.Grant(task.no(), "");
    }

    private Optional<CaseFile> delivered(CaseFile file, People.Party party) {
        var electronic = file.delivery() == Act.DeliveryWay.ELECTRONIC;
        return act(
                file,
                new Act.Deliver(file.delivery(), party.applicant().contact()),
                electronic ? Actor.system() : people.clerk(random),
                electronic ? at.plusSeconds(2) : wait(1 + random.nextInt(4)));
    }

    /** Working days one step takes: a share of what was promised, more where an office is slow. */
    private int pace(ItemDefinition item) {
        var steps = Math.max(1, item.steps().size());
        var share = Math.max(0, item.limits().promised().days() / (steps + 1));
        return slow ? share * 2 + 2 : random.nextInt(share + 1);
    }

    private Instant wait(int workingDays) {
        return workday.after(at, workingDays, random);
    }

    private Optional<CaseFile> act(CaseFile file, Act what, Actor actor, Instant when) {
        if (when.isAfter(now)) {
            return Optional.empty();
        }
        at = when;
        return moved(
                casework.perform(
                        file.caseId(), OptionalInt.empty(), id("act" + act++), what, actor, at));
    }

    /** A story that the engine does not let go on ends there: the engine is right. */
    private static Optional<CaseFile> moved(Performed performed) {
        return switch (performed) {
            case Performed.Done(var file) -> Optional.of(file);
            case Performed.Already(var file) -> Optional.of(file);
            case Performed.Refused _ -> Optional.empty();
        };
    }

    private static Actor applicant(People.Party party) {
        return Actor.applicant(
                "account:" + party.accountId().map(UUID::toString).orElse("none"),
                party.applicant().contact());
    }

    private SubmittedFile copyFor(String material, String name) {
        return new SubmittedFile(
                id("file:" + material + act),
                material,
                name + ".png",
                sample.sm3(),
                sample.mediaType(),
                sample.size());
    }

    private UUID id(String what) {
        var name = "demonstration:" + number + ":" + what;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
