package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.Performed;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.Right;
import org.tongban.casework.Submission;
import org.tongban.catalogue.Catalogue;
import org.tongban.schema.Tables;

/**
 * An application of weilan's that came in without a browser, for stories that begin later: how it
 * is filled in is looked at by others.
 *
 * @param id of the case
 * @param caseNo as in the applicant's addresses
 */
record HandedIn(UUID id, String caseNo) {

    private static final Applicant WEILAN =
            new Applicant(
                    Applicant.Kind.PERSON,
                    "韦某兰",
                    "990101199001010019",
                    "韦某兰",
                    "13800003210",
                    "三都水族自治县三合街道凤凰社区16号");

    /** Some days ago, with these answers. */
    static HandedIn of(String item, Map<String, Object> form, int daysAgo) {
        var house = House.theOnly();
        var current = house.part(Catalogue.class).current(item).orElseThrow();
        var account =
                house.part(DSLContext.class)
                        .select(Tables.ACCOUNT.ACCOUNT_ID)
                        .from(Tables.ACCOUNT)
                        .where(Tables.ACCOUNT.LOGIN.eq("weilan"))
                        .fetchSingle()
                        .value1();
        var file =
                house.part(Casework.class)
                        .submit(
                                new Submission(
                                        UUID.randomUUID(),
                                        item,
                                        current.version(),
                                        Channel.ONLINE,
                                        new PrivatePart(WEILAN, Map.of(), new HashMap<>(form)),
                                        Act.DeliveryWay.WINDOW,
                                        new HashSet<>(
                                                current.definition().steps().stream()
                                                        .map(step -> step.key())
                                                        .toList()),
                                        List.of(),
                                        Optional.of(account),
                                        Optional.empty()),
                                Actor.applicant(account.toString(), WEILAN.name()),
                                ago(daysAgo));
        return new HandedIn(file.caseId(), file.caseNo());
    }

    static HandedIn of(String item) {
        return of(item, Map.of(), 0);
    }

    HandedIn accepted(int daysAgo) {
        return done(new Act.Accept(), daysAgo);
    }

    HandedIn accepted() {
        return accepted(0);
    }

    /** Something was missing, was told, and has come. */
    HandedIn corrected(String material, String name, String what) {
        done(new Act.TellCorrections(List.of(new Act.Correction(material, name, what))), 0);
        return done(new Act.SupplyCorrections("", 0), Actor.applicant("weilan", WEILAN.name()), 0);
    }

    /** Every step is passed; what is left is the decision. */
    HandedIn reviewed() {
        while (!file().openTasks().getFirst().decision()) {
            done(new Act.PassStep(file().openTasks().getFirst().no(), "符合条件。"), 0);
        }
        return this;
    }

    HandedIn granted() {
        return done(new Act.Grant(file().openTasks().getFirst().no(), ""), 0);
    }

    CaseFile file() {
        return House.theOnly().part(Casework.class).find(id).orElseThrow();
    }

    String forStaff() {
        return "/staff/cases/" + id;
    }

    String forTheApplicant() {
        return "/my/cases/" + caseNo;
    }

    private HandedIn done(Act act, int daysAgo) {
        var everybody =
                new Actor(
                        Actor.Kind.STAFF,
                        "all",
                        "石某燕",
                        Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE),
                        file().tasks().stream().map(CaseTask::post).collect(Collectors.toSet()),
                        Optional.empty());
        return done(act, everybody, daysAgo);
    }

    private HandedIn done(Act act, Actor actor, int daysAgo) {
        var file = file();
        var performed =
                House.theOnly()
                        .part(Casework.class)
                        .perform(
                                id,
                                OptionalInt.of(file.version()),
                                UUID.randomUUID(),
                                act,
                                actor,
                                ago(daysAgo));
        assertThat(performed).isInstanceOf(Performed.Done.class);
        return this;
    }

    private static Instant ago(int days) {
        return House.theOnly().part(Clock.class).instant().minus(Duration.ofDays(days));
    }
}
