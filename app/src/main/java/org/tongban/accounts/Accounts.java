package org.tongban.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.Passwords;
import org.tongban.access.StaffPrincipal;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CreditCode;
import org.tongban.crypto.Keys;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;

/** People and firms: who they are, how they register, for whom they may act. */
@Component
public class Accounts {

    private final PersonRows people;
    private final FirmRows firms;
    private final AccountRows accounts;
    private final MandateRows mandates;
    private final Guardianships guardianships;
    private final Proofs proofs;
    private final Passwords passwords;
    private final DSLContext db;
    private final Clock clock;

    Accounts(DSLContext db, Keys keys, RowIds ids, Passwords passwords, Clock clock) {
        this.db = db;
        this.people = new PersonRows(keys, ids, clock);
        this.firms = new FirmRows(ids, clock);
        this.accounts = new AccountRows(ids, clock);
        this.mandates = new MandateRows(ids, clock);
        this.guardianships = new Guardianships(db, keys, ids, clock);
        this.proofs = new Proofs(db, ids, clock);
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What came of a registration. */
    public sealed interface Registered {
        /** The account is there; its person may sign in. */
        record Done(UUID accountId, Person person) implements Registered {}

        /** Someone else signs in under this name. */
        record LoginTaken() implements Registered {}

        /**
         * The person is known already, by an account or from a window. Whoever only knows a number
         * and a name must not come to that person's files, so a clerk has to see the identity card.
         */
        record PersonKnown() implements Registered {}
    }

    /** What a window came to when it looked for the person who stands before it. */
    public sealed interface AtWindow {
        /** Known before, or known from now on; seen with their identity card. */
        record Is(Person person) implements AtWindow {}

        /** The number is known under another name: one of the two was typed wrong. */
        record OtherName() implements AtWindow {}
    }

    /**
     * Makes an account for a person who was not known before. What was typed has been checked.
     *
     * @param login in lower case
     */
    public Registered register(
            String login, String password, String name, PrivatePart privatePart) {
        var hash = passwords.hash(password);
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    if (accounts.isTaken(tx, login)) return new Registered.LoginTaken();
                    var person = people.addIfUnknown(tx, name, privatePart, RealName.DECLARED);
                    if (person.isEmpty()) return new Registered.PersonKnown();
                    var account =
                            accounts.add(
                                    tx,
                                    person.get().id(),
                                    login,
                                    Optional.of(hash),
                                    Optional.empty());
                    return new Registered.Done(account, person.get());
                });
    }

    public Optional<Person> person(UUID personId) {
        return people.find(db, personId);
    }

    /** The person whose account it is, closed or not. */
    public Optional<Person> personOf(UUID accountId) {
        return accounts.person(db, accountId).flatMap(this::person);
    }

    /** The person with a number, found by its keyed hash. */
    public Optional<Person> personWith(CitizenId number) {
        return people.find(db, number);
    }

    /**
     * The person who stands at a window and has shown a document. Someone unknown is noted; someone
     * known by their own word only is from now on known from the window. Each check is on record.
     *
     * @param part taken down for somebody who was not known only
     */
    @LegalBasis("practice/identity/window")
    public AtWindow provedAtWindow(
            String name,
            PrivatePart part,
            ProofDocument document,
            StaffPrincipal staff,
            Optional<String> agency) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    var number = CitizenId.of(part.idNumber());
                    people.addIfUnknown(tx, name, part, RealName.WINDOW);
                    var known = people.find(tx, number).orElseThrow();
                    if (!known.name().equals(name)) return new AtWindow.OtherName();
                    proofs.atWindow(tx, known.id(), document, staff, agency);
                    return new AtWindow.Is(people.seenAtWindow(tx, known));
                });
    }

    /**
     * What identifies or reaches a person, decrypted: the only way to it.
     *
     * @throws org.tongban.crypto.DecryptionFailed when the stored part was changed or moved
     */
    public Optional<PrivatePart> privatePartOf(UUID personId) {
        return people.privatePart(db, personId);
    }

    /**
     * The numbers of somebody who is known: their own first, then those of records that were put
     * into theirs. Empty for nobody.
     */
    @LegalBasis("practice/merge/follows")
    public List<CitizenId> numbersOf(UUID personId) {
        return person(personId).map(one -> people.numbers(db, one.id())).orElse(List.of());
    }

    /** The hash by which looks at a person and their cases are found. */
    public byte[] subject(CitizenId number) {
        return people.hash(number);
    }

    /** The same hash for a person known by id; empty for nobody. */
    public Optional<byte[]> subjectOf(UUID personId) {
        return people.hashOf(db, personId);
    }

    public Optional<Firm> firm(UUID firmId) {
        return firms.find(db, firmId);
    }

    public Optional<Firm> firmWith(CreditCode code) {
        return firms.find(db, code);
    }

    /** Everybody in whose name a person acts or has acted: themselves, firms, people, children. */
    public List<Behalf> behalves(UUID personId) {
        var found = person(personId);
        if (found.isEmpty()) return List.of();
        var person = found.get();
        var behalves = new ArrayList<Behalf>();
        behalves.add(new Behalf(new ActingFor.Self(person), Optional.empty()));
        for (var firm : firms.representedBy(db, personId)) {
            behalves.add(
                    new Behalf(
                            new ActingFor.ForFirm(firm, person),
                            Optional.of(new Bond.Representative())));
        }
        for (var mandate : mandates.standing(db, personId, Mandates.MOST)) {
            behalves.add(
                    new Behalf(
                            switch (mandate.giver()) {
                                case Mandate.Giver.OfFirm(var firm) ->
                                        new ActingFor.ForFirm(firm, person);
                                case Mandate.Giver.OfPerson(var principal) ->
                                        new ActingFor.ForPerson(principal, person, mandate.id());
                            },
                            Optional.of(mandate.bond())));
        }
        for (var entry : guardianships.of(personId)) {
            behalves.add(
                    new Behalf(
                            new ActingFor.ForChild(entry.child(), person),
                            Optional.of(guardianships.bond(entry))));
        }
        return List.copyOf(behalves);
    }

    /** On whose behalf a person may act today in some service: for themselves first. */
    public List<ActingFor> choices(UUID personId) {
        return choices(personId, Optional.empty());
    }

    /** On whose behalf a person may act today in this service: for themselves first. */
    public List<ActingFor> choices(UUID personId, Scope.Service service) {
        return choices(personId, Optional.of(service));
    }

    private List<ActingFor> choices(UUID personId, Optional<Scope.Service> service) {
        var today = LocalDate.now(clock);
        var known = person(personId).map(Person::realName).orElse(RealName.DECLARED);
        var choices = new LinkedHashMap<String, ActingFor>();
        for (var behalf : behalves(personId)) {
            // Two mandates of one giver are one choice.
            if (behalf.bar(known, service, today).isEmpty()) {
                choices.putIfAbsent(behalf.who().value(), behalf.who());
            }
        }
        service.filter(one -> !one.parts().isEmpty())
                .ifPresent(
                        whole ->
                                byParts(personId, whole)
                                        .forEach(who -> choices.putIfAbsent(who.value(), who)));
        return List.copyOf(choices.values());
    }

    /** Whoever may do each part may do the whole, be it by several mandates of one giver. */
    @LegalBasis("practice/mandate/packages")
    private List<ActingFor> byParts(UUID personId, Scope.Service whole) {
        var first = choices(personId, whole.parts().getFirst());
        var rest =
                whole.parts().stream()
                        .skip(1)
                        .map(
                                part ->
                                        choices(personId, part).stream()
                                                .map(ActingFor::value)
                                                .collect(Collectors.toSet()))
                        .toList();
        return first.stream()
                .filter(who -> rest.stream().allMatch(part -> part.contains(who.value())))
                .toList();
    }

    /**
     * The choice that a page sent back; empty when the person may not act so.
     *
     * @param value as of {@link ActingFor#value()}
     */
    public Optional<ActingFor> choice(UUID personId, String value) {
        return choices(personId).stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst();
    }

    /**
     * The people and firms of a demonstration: all of them or none. Importing them again changes
     * nothing.
     *
     * @param password for those of them who have a login
     */
    public void importDemonstration(DemonstrationApplicants applicants, String password) {
        var hash = passwords.hash(password);
        db.transaction(
                work -> {
                    var tx = work.dsl();
                    for (var person : applicants.people()) {
                        var known =
                                people.put(
                                        tx, person.name(), person.privatePart(), RealName.PROVIDER);
                        if (person.login().isPresent()) {
                            accounts.put(
                                    tx, known.id(), person.login().get(), hash, person.demoRole());
                        }
                    }
                    for (var firm : applicants.firms()) {
                        firms.put(tx, firm, LocalDate.now(clock));
                    }
                });
    }
}
