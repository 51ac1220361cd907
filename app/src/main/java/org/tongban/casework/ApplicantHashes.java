package org.tongban.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.ActingFor;
import org.tongban.accounts.Behalf;
import org.tongban.accounts.MayAct;
import org.tongban.accounts.Person;
import org.tongban.accounts.RealName;
import org.tongban.accounts.Scope;
import org.tongban.codes.CitizenId;
import org.tongban.crypto.Keys;
import org.tongban.law.LegalBasis;

/**
 * Under which hashes the cases and certificates of a person are found: their own number's, and
 * those of whom they may act for today. Who no longer acts for somebody no longer finds what is
 * that one's.
 */
@Component
public class ApplicantHashes {

    private final Accounts accounts;
    private final Keys keys;
    private final Clock clock;

    ApplicantHashes(Accounts accounts, Keys keys, Clock clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * One applicant whose things a person comes to.
     *
     * @param hash of the applicant's number, 32 bytes
     * @param scope in which services
     * @param whole whether everything of the applicant's is theirs to see, or only what they sent
     *     themselves
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by Arrays.equals only.
    public record Reach(byte[] hash, Scope scope, boolean whole, ActingFor who) {}

    /**
     * The hashes of everybody whose certificates and records are a person's to see: themselves, the
     * firms and children for whom they may do everything. Somebody who was only asked to act for a
     * person sees nothing of it, and somebody whom nobody has checked nothing at all: whoever typed
     * a number in has not shown that it is theirs.
     */
    @LegalBasis("practice/identity/own-things")
    public List<byte[]> of(UUID personId) {
        if (!known(personId).reaches(MayAct.LEAST)) return List.of();
        return behalves(personId).stream()
                .filter(one -> one.scope() instanceof Scope.Everything)
                .filter(one -> !(one.who() instanceof ActingFor.ForPerson))
                .flatMap(one -> numbers(one.who()).stream())
                .distinct()
                .map(this::hash)
                .toList();
    }

    /** An applicant's own hash, and those of records that were put into theirs. */
    @LegalBasis("practice/merge/checks")
    public List<byte[]> ofApplicant(Applicant applicant) {
        return switch (applicant.kind()) {
            case FIRM -> List.of(hash(applicant.number()));
            case PERSON ->
                    CitizenId.read(applicant.number())
                            .value()
                            .flatMap(accounts::personWith)
                            .map(this::numbers)
                            .orElse(List.of(applicant.number()))
                            .stream()
                            .map(this::hash)
                            .toList();
        };
    }

    /**
     * The hash of the number that somebody typed in whom nobody has checked; empty for everybody
     * else. It finds only what they sent themselves.
     */
    public Optional<byte[]> typedOnly(UUID personId) {
        return known(personId).reaches(MayAct.LEAST)
                ? Optional.empty()
                : accounts.privatePartOf(personId).map(part -> hash(part.idNumber()));
    }

    /**
     * Whose cases a person comes to. Somebody whom nobody has checked sees what they sent
     * themselves and no more: whoever typed another's number in must not come to that one's files.
     */
    @LegalBasis("practice/mandate/things")
    public List<Reach> reach(UUID personId) {
        var proved = known(personId).reaches(MayAct.LEAST);
        var found = new ArrayList<Reach>();
        for (var one : behalves(personId)) {
            var whole =
                    proved
                            && one.scope() instanceof Scope.Everything
                            && !(one.who() instanceof ActingFor.ForPerson);
            numbers(one.who())
                    .forEach(
                            number ->
                                    found.add(
                                            new Reach(
                                                    hash(number), one.scope(), whole, one.who())));
        }
        return List.copyOf(found);
    }

    private List<Behalf> behalves(UUID personId) {
        var known = known(personId);
        var today = LocalDate.now(clock);
        return accounts.behalves(personId).stream()
                .filter(one -> one.bar(known, Optional.empty(), today).isEmpty())
                .toList();
    }

    private RealName known(UUID personId) {
        return accounts.person(personId).map(Person::realName).orElse(RealName.DECLARED);
    }

    /** With those of records that were put into one: what is found under them is theirs. */
    private List<String> numbers(ActingFor who) {
        return switch (who) {
            case ActingFor.Self(var person) -> numbers(person);
            case ActingFor.ForFirm(var firm, _) -> List.of(firm.creditCode());
            case ActingFor.ForPerson(var principal, _, _) -> numbers(principal);
            case ActingFor.ForChild(var child, _) -> numbers(child);
        };
    }

    private List<String> numbers(Person person) {
        return accounts.numbersOf(person.id()).stream().map(CitizenId::value).toList();
    }

    private byte[] hash(String number) {
        return keys.lookupHash().of(number, Casework.APPLICANT);
    }
}
