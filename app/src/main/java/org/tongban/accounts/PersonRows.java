package org.tongban.accounts;

import static org.tongban.schema.tables.Person.PERSON;
import static org.tongban.schema.tables.PersonMerge.PERSON_MERGE;
import static org.tongban.schema.tables.PersonProof.PERSON_PROOF;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.tongban.codes.CitizenId;
import org.tongban.crypto.Keys;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;
import tools.jackson.databind.json.JsonMapper;

/** The rows of people: their private part encrypted, found by a keyed hash of the number. */
final class PersonRows {

    private static final String HASH_PURPOSE = "person.id_number";
    private static final JsonMapper JSON = new JsonMapper();

    private final Keys keys;
    private final RowIds ids;
    private final Clock clock;

    PersonRows(Keys keys, RowIds ids, Clock clock) {
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Person> find(DSLContext tx, UUID id) {
        return tx.selectFrom(PERSON)
                .where(PERSON.PERSON_ID.eq(id))
                .fetchOptional(PersonRows::person);
    }

    /** Whose number it is: of a record that was put into another, the other. */
    Optional<Person> find(DSLContext tx, CitizenId number) {
        return record(tx, number)
                .map(
                        found ->
                                tx.select(PERSON_MERGE.KEPT_ID)
                                        .from(PERSON_MERGE)
                                        .where(PERSON_MERGE.GONE_ID.eq(found.id()))
                                        .and(PERSON_MERGE.UNDONE_AT.isNull())
                                        .fetchOptional(PERSON_MERGE.KEPT_ID)
                                        .flatMap(kept -> find(tx, kept))
                                        .orElse(found));
    }

    /** The numbers of a person: their own first, then those of records put into theirs. */
    List<CitizenId> numbers(DSLContext tx, UUID id) {
        var numbers = new ArrayList<CitizenId>();
        numbers.add(number(tx, id));
        tx.fetch(gone(id))
                .getValues(PERSON_MERGE.GONE_ID)
                .forEach(gone -> numbers.add(number(tx, gone)));
        return List.copyOf(numbers);
    }

    /** The record with this number, also one that was put into another. */
    Optional<Person> record(DSLContext tx, CitizenId number) {
        return tx.selectFrom(PERSON)
                .where(PERSON.ID_HASH.eq(hash(number)))
                .fetchOptional(PersonRows::person);
    }

    Optional<PrivatePart> privatePart(DSLContext tx, UUID id) {
        return tx.select(PERSON.PRIVATE_PART)
                .from(PERSON)
                .where(PERSON.PERSON_ID.eq(id))
                .fetchOptional(PERSON.PRIVATE_PART)
                .map(stored -> keys.fieldCipher().decrypt(stored, context(id)))
                .map(plain -> JSON.readValue(plain, PrivatePart.class));
    }

    /** The number of somebody who is known. */
    CitizenId number(DSLContext tx, UUID id) {
        return CitizenId.of(privatePart(tx, id).orElseThrow().idNumber());
    }

    byte[] hash(CitizenId number) {
        return keys.lookupHash().of(number.value(), HASH_PURPOSE);
    }

    Optional<byte[]> hashOf(DSLContext tx, UUID id) {
        return tx.select(PERSON.ID_HASH)
                .from(PERSON)
                .where(PERSON.PERSON_ID.eq(id))
                .fetchOptional(PERSON.ID_HASH);
    }

    /** Notes a person; empty when the number is known, also if only since this very moment. */
    Optional<Person> addIfUnknown(
            DSLContext tx, String name, PrivatePart privatePart, RealName realName) {
        var id = ids.next();
        var added =
                tx.insertInto(PERSON)
                        .set(PERSON.PERSON_ID, id)
                        .set(PERSON.NAME, name)
                        .set(PERSON.ID_HASH, hash(CitizenId.of(privatePart.idNumber())))
                        .set(PERSON.PRIVATE_PART, encrypted(id, privatePart))
                        .set(PERSON.REAL_NAME, stored(realName))
                        .set(PERSON.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .onConflict(PERSON.ID_HASH)
                        .doNothing()
                        .execute();
        return added == 1 ? Optional.of(new Person(id, name, realName)) : Optional.empty();
    }

    /** Notes a person, or writes a known one anew. */
    Person put(DSLContext tx, String name, PrivatePart privatePart, RealName realName) {
        var added = addIfUnknown(tx, name, privatePart, realName);
        if (added.isPresent()) return added.get();
        var known = find(tx, CitizenId.of(privatePart.idNumber())).orElseThrow();
        tx.update(PERSON)
                .set(PERSON.NAME, name)
                .set(PERSON.PRIVATE_PART, encrypted(known.id(), privatePart))
                .set(PERSON.REAL_NAME, stored(realName))
                .where(PERSON.PERSON_ID.eq(known.id()))
                .execute();
        return new Person(known.id(), name, realName);
    }

    Person seenAtWindow(DSLContext tx, Person person) {
        if (person.realName() != RealName.DECLARED) return person;
        tx.update(PERSON)
                .set(PERSON.REAL_NAME, stored(RealName.WINDOW))
                .where(PERSON.PERSON_ID.eq(person.id()))
                .execute();
        return new Person(person.id(), person.name(), RealName.WINDOW);
    }

    void provedByProvider(DSLContext tx, Person person) {
        tx.update(PERSON)
                .set(PERSON.REAL_NAME, stored(RealName.PROVIDER))
                .where(PERSON.PERSON_ID.eq(person.id()))
                .execute();
    }

    /** What is known by the checks of one record alone, or of those put into it as well. */
    @LegalBasis("practice/merge/checks")
    void knownByChecks(DSLContext tx, UUID id) {
        var levels =
                tx.select(PERSON_PROOF.LEVEL)
                        .from(PERSON_PROOF)
                        .where(
                                PERSON_PROOF
                                        .PERSON_ID
                                        .eq(id)
                                        .or(PERSON_PROOF.PERSON_ID.in(gone(id))))
                        .fetch(row -> RealName.valueOf(row.value1().toUpperCase(Locale.ROOT)));
        var level = levels.stream().max(Comparator.naturalOrder()).orElse(RealName.DECLARED);
        tx.update(PERSON)
                .set(PERSON.REAL_NAME, stored(level))
                .where(PERSON.PERSON_ID.eq(id))
                .execute();
    }

    /** The records that were put into one. */
    static Select<Record1<UUID>> gone(UUID id) {
        return DSL.select(PERSON_MERGE.GONE_ID)
                .from(PERSON_MERGE)
                .where(PERSON_MERGE.KEPT_ID.eq(id))
                .and(PERSON_MERGE.UNDONE_AT.isNull())
                .orderBy(PERSON_MERGE.MERGE_ID);
    }

    private byte[] encrypted(UUID id, PrivatePart privatePart) {
        return keys.fieldCipher().encrypt(JSON.writeValueAsString(privatePart), context(id));
    }

    /** Binds the ciphertext to its row: copied to another person's it does not decrypt. */
    private static String context(UUID id) {
        return "person.private_part:" + id;
    }

    private static Person person(Record row) {
        return new Person(
                row.get(PERSON.PERSON_ID),
                row.get(PERSON.NAME),
                RealName.valueOf(row.get(PERSON.REAL_NAME).toUpperCase(Locale.ROOT)));
    }

    private static String stored(RealName realName) {
        return realName.name().toLowerCase(Locale.ROOT);
    }
}
