package org.tongban.casework;

import static org.tongban.schema.Tables.CASE_FILE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.accounts.ActingFor;
import org.tongban.accounts.Scope;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemFilter;
import org.tongban.law.LegalBasis;

/** Which cases are a person's to see and to act on today, and in which part they act. */
@Component
public class OwnReach {

    private final ApplicantHashes hashes;
    private final Catalogue catalogue;
    private final DSLContext db;

    OwnReach(ApplicantHashes hashes, Catalogue catalogue, DSLContext db) {
        this.hashes = hashes;
        this.catalogue = catalogue;
        this.db = db;
    }

    /**
     * Whether what became several cases is still theirs: one of the cases is, or none has been made
     * yet.
     */
    public boolean isStillTheirs(ApplicantPrincipal caller, Collection<UUID> cases) {
        var made = CASE_FILE.CASE_ID.in(cases);
        return db.fetchExists(CASE_FILE, made.and(of(caller).any()))
                || !db.fetchExists(CASE_FILE, made);
    }

    /**
     * What is a person's, as conditions of which each is answered by one index and none by two.
     *
     * @param wholes one for each applicant all of whose cases are theirs
     * @param sent those which they sent for others, or without having been checked
     */
    public record Cases(List<Condition> wholes, Optional<Condition> sent) {
        public Cases {
            wholes = List.copyOf(wholes);
        }

        /** Whether a case is theirs at all. */
        public Condition any() {
            var all = new ArrayList<>(wholes);
            sent.ifPresent(all::add);
            // Of nothing nothing is theirs; the library would take it for everything.
            return all.isEmpty() ? DSL.falseCondition() : DSL.or(all);
        }

        /** One condition each. */
        public List<Condition> each() {
            var all = new ArrayList<>(wholes);
            sent.ifPresent(all::add);
            return List.copyOf(all);
        }
    }

    /** What a person may see today. */
    @LegalBasis("practice/mandate/things")
    public Cases of(ApplicantPrincipal caller) {
        var reach = hashes.reach(caller.personId());
        var wholes = new ArrayList<Condition>();
        var limited = new ArrayList<Condition>();
        var seen = new ArrayList<byte[]>();
        for (var one : reach) {
            if (!one.whole() || seen.stream().anyMatch(hash -> Arrays.equals(hash, one.hash()))) {
                continue;
            }
            seen.add(one.hash());
            wholes.add(CASE_FILE.APPLICANT_HASH.eq(one.hash()));
        }
        for (var one : reach) {
            if (seen.stream().noneMatch(hash -> Arrays.equals(hash, one.hash()))) {
                limited.add(CASE_FILE.APPLICANT_HASH.eq(one.hash()).and(in(one.scope())));
            }
        }
        return new Cases(
                wholes,
                limited.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                CASE_FILE.ACCOUNT_ID.eq(caller.accountId()).and(DSL.or(limited))));
    }

    /**
     * Who acts, as it stands on the case's line: an agent and a guardian are named as what they
     * are.
     *
     * @param applicantHash of the case
     */
    @LegalBasis("practice/mandate/recorded")
    public Actor actor(ApplicantPrincipal caller, byte[] applicantHash) {
        return hashes.reach(caller.personId()).stream()
                .filter(one -> Arrays.equals(one.hash(), applicantHash))
                .findFirst()
                .map(one -> actor(caller, one.who()))
                .orElseGet(() -> plain(caller));
    }

    /** The same for somebody who has chosen in whose name they act. */
    public static Actor actor(ApplicantPrincipal caller, ActingFor who) {
        return switch (who) {
            case ActingFor.Self _, ActingFor.ForFirm _ -> plain(caller);
            case ActingFor.ForPerson _ -> named(caller, "（代理人）");
            case ActingFor.ForChild _ -> named(caller, "（监护人）");
        };
    }

    private static Actor plain(ApplicantPrincipal caller) {
        return Actor.applicant(caller.accountId().toString(), caller.name());
    }

    private static Actor named(ApplicantPrincipal caller, String part) {
        return Actor.applicant(caller.accountId().toString(), caller.name() + part);
    }

    private Condition in(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> DSL.noCondition();
            case Scope.OfItem(var item) -> CASE_FILE.ITEM_KEY.eq(item);
            case Scope.OfTheme(var theme) ->
                    CASE_FILE.ITEM_KEY.in(
                            catalogue.keys(ItemFilter.ALL.with(ItemFilter.Side.THEME, theme)));
        };
    }
}
