package org.tongban.demonstration;

import static org.tongban.schema.Tables.ACCOUNT;
import static org.tongban.schema.Tables.PERSON;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.ActingFor;
import org.tongban.accounts.PrivatePart;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.Right;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.codes.CitizenId;
import org.tongban.directory.Directory;
import org.tongban.directory.StaffMember;

/** Who appears in the history: the pack's applicants and the staff of its posts. */
final class People {

    private static final String SURNAMES = "韦石潘王陆蒙吴杨张李罗莫白周谢";
    private static final String GIVEN = "兰忠英花明秀芳华刚梅松丽海燕云";

    private final Directory directory;
    private final List<Party> parties;

    /** Somebody who applies, with the account used. */
    record Party(Optional<UUID> accountId, Applicant applicant) {}

    People(DSLContext db, Accounts accounts, Directory directory) {
        this.directory = directory;
        this.parties = new ArrayList<>();
        db.select(ACCOUNT.ACCOUNT_ID, PERSON.PERSON_ID)
                .from(ACCOUNT)
                .join(PERSON)
                .on(PERSON.PERSON_ID.eq(ACCOUNT.PERSON_ID))
                .orderBy(ACCOUNT.LOGIN)
                .forEach(row -> add(accounts, row.value1(), row.value2()));
    }

    private void add(Accounts accounts, UUID accountId, UUID personId) {
        var known = accounts.privatePartOf(personId).orElseThrow();
        for (var choice : accounts.choices(personId)) {
            applicant(choice, known)
                    .map(who -> new Party(Optional.of(accountId), who))
                    .ifPresent(parties::add);
        }
    }

    /** In the history people act for themselves and for their firms. */
    private static Optional<Applicant> applicant(ActingFor choice, PrivatePart known) {
        return switch (choice) {
            case ActingFor.Self(var person) ->
                    Optional.of(
                            new Applicant(
                                    Applicant.Kind.PERSON,
                                    person.name(),
                                    known.idNumber(),
                                    person.name(),
                                    known.mobile(),
                                    known.address()));
            case ActingFor.ForFirm(var firm, var agent) ->
                    Optional.of(
                            new Applicant(
                                    Applicant.Kind.FIRM,
                                    firm.name(),
                                    firm.creditCode(),
                                    agent.name(),
                                    known.mobile(),
                                    firm.address()));
            case ActingFor.ForPerson _, ActingFor.ForChild _ -> Optional.empty();
        };
    }

    /**
     * Somebody who may apply for the item: now and then one with an account, mostly somebody else.
     */
    Party anyoneFor(ItemDefinition item, Random random) {
        if (item.audience().contains(Audience.PERSON) && random.nextInt(100) < 70) {
            return passerBy(random);
        }
        var fitting = parties.stream().filter(p -> item.audience().contains(audience(p))).toList();
        return fitting.get(random.nextInt(fitting.size()));
    }

    /** Somebody invented, under a number whose region does not exist. */
    private static Party passerBy(Random random) {
        var name =
                SURNAMES.substring(random.nextInt(SURNAMES.length())).substring(0, 1)
                        + "某"
                        + GIVEN.substring(random.nextInt(GIVEN.length())).substring(0, 1);
        var born = LocalDate.of(1955, 1, 1).plusDays(random.nextInt(50 * 365));
        var body =
                "990101"
                        + DateTimeFormatter.BASIC_ISO_DATE.format(born)
                        + "%03d".formatted(random.nextInt(1000));
        return new Party(
                Optional.empty(),
                new Applicant(
                        Applicant.Kind.PERSON,
                        name,
                        body + check(body),
                        name,
                        "1380000%04d".formatted(random.nextInt(10_000)),
                        "三合街道建设东路 " + (1 + random.nextInt(300)) + " 号"));
    }

    /** The check character of a citizen's number (GB 11643). */
    private static char check(String body) {
        for (var candidate : "0123456789X".toCharArray()) {
            if (CitizenId.read(body + candidate).isValid()) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("no check character fits");
    }

    private static Audience audience(Party party) {
        return switch (party.applicant().kind()) {
            case PERSON -> Audience.PERSON;
            case FIRM -> Audience.FIRM;
        };
    }

    /** The clerk at a comprehensive window. */
    Actor clerk(Random random) {
        return anyoneAt("counter", random).orElseThrow();
    }

    /** Somebody who holds the post; empty while nobody does. */
    Optional<Actor> anyoneAt(String post, Random random) {
        var holders = directory.current().holdersOf(post);
        return holders.isEmpty()
                ? Optional.empty()
                : Optional.of(actor(holders.get(random.nextInt(holders.size()))));
    }

    private Actor actor(StaffMember member) {
        var principal = directory.principal(member.id()).orElseThrow();
        Set<Right> rights =
                principal.rights().stream()
                        .flatMap(r -> right(r).stream())
                        .collect(Collectors.toSet());
        return new Actor(
                Actor.Kind.STAFF,
                "staff:" + member.id(),
                member.name(),
                rights,
                principal.posts(),
                principal.wholeRegion() ? Optional.empty() : Optional.of(principal.agencies()));
    }

    private static Optional<Right> right(String name) {
        return switch (name) {
            case "accept" -> Optional.of(Right.ACCEPT);
            case "review" -> Optional.of(Right.REVIEW);
            case "decide" -> Optional.of(Right.DECIDE);
            case "deliver" -> Optional.of(Right.DELIVER);
            default -> Optional.empty();
        };
    }
}
