package org.tongban.demonstration;

import static org.tongban.schema.Tables.ACCOUNT;
import static org.tongban.schema.Tables.PERSON;

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
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.Right;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.directory.Directory;
import org.tongban.directory.StaffMember;

/** Who appears in the history: the pack's applicants and the staff of its posts. */
final class People {

    private final Directory directory;
    private final List<Party> parties;

    /** Somebody who applies, with the account used. */
    record Party(UUID accountId, Applicant applicant) {}

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
            parties.add(
                    new Party(
                            accountId,
                            switch (choice) {
                                case ActingFor.Self(var person) ->
                                        new Applicant(
                                                Applicant.Kind.PERSON,
                                                person.name(),
                                                known.idNumber(),
                                                person.name(),
                                                known.mobile(),
                                                known.address());
                                case ActingFor.ForFirm(var firm, var agent) ->
                                        new Applicant(
                                                Applicant.Kind.FIRM,
                                                firm.name(),
                                                firm.creditCode(),
                                                agent.name(),
                                                known.mobile(),
                                                firm.address());
                            }));
        }
    }

    /** Somebody who may apply for the item. */
    Party anyoneFor(ItemDefinition item, Random random) {
        var fitting = parties.stream().filter(p -> item.audience().contains(audience(p))).toList();
        return fitting.get(random.nextInt(fitting.size()));
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
                principal.rights().stream().flatMap(r -> right(r).stream()).collect(Collectors.toSet());
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
