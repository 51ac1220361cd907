package org.tongban.casework.apply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.ActingFor;
import org.tongban.accounts.MayAct;
import org.tongban.accounts.Person;
import org.tongban.accounts.PrivatePart;
import org.tongban.accounts.RealName;
import org.tongban.accounts.Scope;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.CombinedApplications;
import org.tongban.casework.Evidence;
import org.tongban.casework.EvidenceDesk;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.PublishedItem;
import org.tongban.codes.CitizenId;
import org.tongban.law.LegalBasis;

/** On whose behalf the signed-in person may apply for an item. */
@Component
class Applicants {

    private final Accounts accounts;
    private final EvidenceDesk evidence;
    private final ObjectProvider<CombinedApplications> combined;

    Applicants(
            Accounts accounts,
            EvidenceDesk evidence,
            ObjectProvider<CombinedApplications> combined) {
        this.combined = combined;
        this.accounts = accounts;
        this.evidence = evidence;
    }

    /**
     * What the office gets itself for an applicant. Nothing for a caller whom nobody has checked:
     * whoever typed another's number in must not be shown what that one holds.
     */
    @LegalBasis("practice/identity/fetch")
    Map<String, Evidence> held(
            ApplicantPrincipal caller, Applicant applicant, ItemDefinition item) {
        return isChecked(caller) ? evidence.look(applicant, item) : Map.of();
    }

    /** What keeps somebody from going on with an application. */
    enum Bar {
        /** The item asks for more certainty who they are. */
        LEVEL,
        /** They may not act for the applicant, or not any more. */
        MANDATE
    }

    List<ActingFor> allowed(ApplicantPrincipal caller, ItemDefinition item) {
        return accounts.choices(caller.personId(), service(item)).stream()
                .filter(choice -> ApplicationCheck.admits(item, kind(choice)))
                .toList();
    }

    Optional<ActingFor> allowed(ApplicantPrincipal caller, ItemDefinition item, String value) {
        return allowed(caller, item).stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst();
    }

    /**
     * In whose name the caller acts who wrote for that applicant; empty when they may not today.
     */
    Optional<ActingFor> actingFor(
            ApplicantPrincipal caller, ItemDefinition item, Applicant applicant) {
        return accounts.choices(caller.personId(), service(item)).stream()
                .filter(choice -> kind(choice) == applicant.kind())
                .filter(choice -> numbers(choice).contains(applicant.number()))
                .findFirst();
    }

    /** What stands in the way of an application that was begun; empty when nothing does. */
    @LegalBasis("practice/mandate/taken-back")
    Optional<Bar> bar(ApplicantPrincipal caller, ItemDefinition item, Applicant applicant) {
        if (!isKnownWellEnough(caller, item)) return Optional.of(Bar.LEVEL);
        return actingFor(caller, item, applicant).isPresent()
                ? Optional.empty()
                : Optional.of(Bar.MANDATE);
    }

    /** Whether it is as certain who the caller is as the item asks for. */
    @LegalBasis("practice/identity/least-level")
    boolean isKnownWellEnough(ApplicantPrincipal caller, ItemDefinition item) {
        return level(caller).reaches(item.leastRealName());
    }

    /** Whether anybody has checked who the caller is. */
    boolean isChecked(ApplicantPrincipal caller) {
        return level(caller).reaches(MayAct.LEAST);
    }

    private RealName level(ApplicantPrincipal caller) {
        return accounts.person(caller.personId()).map(Person::realName).orElse(RealName.DECLARED);
    }

    Applicant applicant(ApplicantPrincipal caller, ActingFor choice) {
        var own = accounts.privatePartOf(caller.personId()).orElseThrow(DraftDoor::notFound);
        return switch (choice) {
            case ActingFor.Self(var person) -> person(person, own, person, own.mobile());
            case ActingFor.ForFirm(var firm, var agent) ->
                    new Applicant(
                            Applicant.Kind.FIRM,
                            firm.name(),
                            firm.creditCode(),
                            agent.name(),
                            own.mobile(),
                            firm.address());
            case ActingFor.ForPerson(var principal, var agent, _) ->
                    person(principal, privatePart(principal), agent, own.mobile());
            case ActingFor.ForChild(var child, var guardian) ->
                    person(child, privatePart(child), guardian, own.mobile());
        };
    }

    /** A person, reached by whoever writes for them. */
    private static Applicant person(
            Person person, PrivatePart part, Person contact, String mobile) {
        return new Applicant(
                Applicant.Kind.PERSON,
                person.name(),
                part.idNumber(),
                contact.name(),
                mobile,
                part.address());
    }

    private PrivatePart privatePart(Person person) {
        return accounts.privatePartOf(person.id()).orElseThrow(DraftDoor::notFound);
    }

    private List<String> numbers(ActingFor choice) {
        return switch (choice) {
            case ActingFor.Self(var person) -> numbers(person);
            case ActingFor.ForFirm(var firm, _) -> List.of(firm.creditCode());
            case ActingFor.ForPerson(var principal, _, _) -> numbers(principal);
            case ActingFor.ForChild(var child, _) -> numbers(child);
        };
    }

    /** With those of records that were put into one: drafts begun under them go on. */
    private List<String> numbers(Person person) {
        return accounts.numbersOf(person.id()).stream().map(CitizenId::value).toList();
    }

    static Optional<UUID> firm(ActingFor choice) {
        return choice instanceof ActingFor.ForFirm(var firm, _)
                ? Optional.of(firm.id())
                : Optional.empty();
    }

    /** Of several that are applied for as one, each for itself, too. */
    private Scope.Service service(ItemDefinition item) {
        return new Scope.Service(
                item.key(),
                item.themes(),
                combined.stream()
                        .flatMap(some -> some.parts(item.key()).stream())
                        .map(PublishedItem::definition)
                        .map(part -> new Scope.Service(part.key(), part.themes()))
                        .toList());
    }

    private static Applicant.Kind kind(ActingFor choice) {
        return choice instanceof ActingFor.ForFirm ? Applicant.Kind.FIRM : Applicant.Kind.PERSON;
    }
}
