package org.tongban.packages.course;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.tongban.schema.Tables.PACKAGE_CASE;
import static org.tongban.schema.Tables.PACKAGE_PART;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.crypto.FieldCipher;
import org.tongban.schema.tables.records.PackageCaseRecord;
import org.tongban.schema.tables.records.PackagePartRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store of applications with their parts. Whoever changes one locks it first: what follows for
 * the others is drawn by one hand at a time.
 */
@Component
public class PackageCases {

    public static final int PAGE = 20;

    /** A project has four stages; whoever applies again after a refusal has some more. */
    private static final int MOST_OF_A_PROJECT = 50;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;
    private final FieldCipher cipher;
    private final Clock clock;
    private final PackageRows rows = new PackageRows();

    PackageCases(DSLContext db, FieldCipher cipher, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** A new part with what it begins with; what is looked up begins with nothing. */
    public record NewPart(PackageCase.Part part, Optional<Share> share) {}

    /**
     * Writes a new application, with everything that follows from the start.
     *
     * @return the application as it stands then
     */
    public PackageCase open(PackageCase made, List<NewPart> parts) {
        var begun = made.with(parts.stream().map(NewPart::part).toList(), clock.instant());
        db.executeInsert(rows.of(begun));
        var shares = parts.stream().map(NewPart::share).iterator();
        db.insertInto(PACKAGE_PART)
                .set(begun.parts().stream().map(part -> row(begun, part, shares.next())).toList())
                .execute();
        return begun;
    }

    private PackagePartRecord row(PackageCase whole, PackageCase.Part part, Optional<Share> share) {
        var row = rows.of(whole.id(), part);
        row.setTryAt(now());
        if (!part.state().isOver()) {
            share.ifPresent(
                    with ->
                            row.setShare(
                                    cipher.encrypt(JSON.writeValueAsString(with), context(part))));
        }
        return row;
    }

    /** Locks an application and reads it. Waits for whoever has it. */
    public Optional<PackageCase> lock(UUID id) {
        return db.selectFrom(PACKAGE_CASE)
                .where(PACKAGE_CASE.PARENT_ID.eq(id))
                .forUpdate()
                .fetchOptional(this::whole);
    }

    /**
     * The same of the applications to which cases belong, without those that came by themselves.
     */
    public List<PackageCase> lockOfCases(Collection<UUID> cases) {
        return db.selectFrom(PACKAGE_CASE)
                .where(
                        PACKAGE_CASE.PARENT_ID.in(
                                DSL.select(PACKAGE_PART.PARENT_ID)
                                        .from(PACKAGE_PART)
                                        .where(
                                                PACKAGE_PART.CASE_ID.eq(
                                                        DSL.any(cases.toArray(UUID[]::new))))))
                .orderBy(PACKAGE_CASE.PARENT_ID)
                .forUpdate()
                .fetch(this::whole);
    }

    /** Parts are cases now. What they began with lies in their cases. */
    public void begun(UUID id, List<String> parts) {
        if (parts.isEmpty()) return;
        db.update(PACKAGE_PART)
                .set(PACKAGE_PART.STATE, PackageRows.code(PartState.RUNNING))
                .set(PACKAGE_PART.STARTED_AT, now())
                .setNull(PACKAGE_PART.NOTE)
                .setNull(PACKAGE_PART.SHARE)
                .where(PACKAGE_PART.PARENT_ID.eq(id))
                .and(PACKAGE_PART.PART_KEY.in(parts))
                .execute();
    }

    /**
     * Parts have ended. Draws everything that follows for the others and the whole, and writes it.
     * The caller holds the lock.
     *
     * @param whole as it was read under the lock
     * @param ended how they have ended, by part
     */
    public void ended(PackageCase whole, Map<String, PartState> ended) {
        var after = whole.ended(ended, clock.instant());
        after.parts().stream()
                .filter(part -> !part.equals(whole.part(part.key()).orElseThrow()))
                .collect(
                        groupingBy(
                                End::of,
                                LinkedHashMap::new,
                                mapping(PackageCase.Part::key, toList())))
                .forEach((end, parts) -> write(whole.id(), end, parts));
        if (after.state() == whole.state()) return;
        db.update(PACKAGE_CASE)
                .set(PACKAGE_CASE.STATE, PackageRows.code(after.state()))
                .set(PACKAGE_CASE.CLOSED_AT, after.closedAt().map(PackageRows::at).orElse(null))
                .where(PACKAGE_CASE.PARENT_ID.eq(whole.id()))
                .execute();
    }

    /** What has become of parts, often of several the same. */
    private record End(
            PartState state,
            Optional<String> becauseOf,
            Optional<Instant> endedAt,
            boolean isWithdrawing) {

        static End of(PackageCase.Part part) {
            return new End(part.state(), part.becauseOf(), part.endedAt(), part.isWithdrawing());
        }
    }

    /** What a part that is over would have begun with will never be needed. */
    private void write(UUID id, End part, List<String> keys) {
        db.update(PACKAGE_PART)
                .set(PACKAGE_PART.STATE, PackageRows.code(part.state()))
                .set(PACKAGE_PART.BECAUSE_OF, part.becauseOf().orElse(null))
                .set(PACKAGE_PART.ENDED_AT, part.endedAt().map(PackageRows::at).orElse(null))
                .set(PACKAGE_PART.TRY_AT, now())
                .setNull(PACKAGE_PART.NOTE)
                .set(
                        PACKAGE_PART.SHARE,
                        part.state().isOver() ? DSL.inline((byte[]) null) : PACKAGE_PART.SHARE)
                .set(
                        PACKAGE_PART.WITHDRAW,
                        part.isWithdrawing() ? PACKAGE_PART.WITHDRAW : DSL.inline((String) null))
                .where(PACKAGE_PART.PARENT_ID.eq(id))
                .and(PACKAGE_PART.PART_KEY.in(keys))
                .execute();
    }

    /** Why a part cannot begin yet, and when it is tried again. */
    public void hold(UUID id, String part, String note, Instant again) {
        db.update(PACKAGE_PART)
                .set(PACKAGE_PART.NOTE, note)
                .set(PACKAGE_PART.TRY_AT, PackageRows.at(again))
                .where(PACKAGE_PART.PARENT_ID.eq(id))
                .and(PACKAGE_PART.PART_KEY.eq(part))
                .execute();
    }

    /** What held a part up is there: it is tried at once. */
    public void tryNow(UUID id, String part) {
        db.update(PACKAGE_PART)
                .setNull(PACKAGE_PART.NOTE)
                .set(PACKAGE_PART.TRY_AT, now())
                .where(PACKAGE_PART.PARENT_ID.eq(id))
                .and(PACKAGE_PART.PART_KEY.eq(part))
                .execute();
    }

    /** That a running part is to be taken back; carried out by and by. */
    public void wantWithdrawn(UUID id, String part, @Nullable String reason) {
        db.update(PACKAGE_PART)
                .set(PACKAGE_PART.WITHDRAW, reason)
                .set(PACKAGE_PART.TRY_AT, now())
                .where(PACKAGE_PART.PARENT_ID.eq(id))
                .and(PACKAGE_PART.PART_KEY.eq(part))
                .execute();
    }

    /** An application of which something is to be done now, locked; others are passed over. */
    public Optional<PackageCase> nextToStart() {
        return next(PACKAGE_PART.STATE.eq(DSL.inline(PackageRows.code(PartState.READY))));
    }

    /** The same with a part to be taken back. */
    public Optional<PackageCase> nextToWithdraw() {
        return next(PACKAGE_PART.WITHDRAW.isNotNull());
    }

    private Optional<PackageCase> next(Condition which) {
        return db.select(PACKAGE_CASE.fields())
                .from(PACKAGE_PART)
                .join(PACKAGE_CASE)
                .on(PACKAGE_CASE.PARENT_ID.eq(PACKAGE_PART.PARENT_ID))
                .where(which)
                .and(PACKAGE_PART.TRY_AT.le(now()))
                .orderBy(PACKAGE_PART.TRY_AT, PACKAGE_PART.PARENT_ID)
                .limit(1)
                .forUpdate()
                .of(PACKAGE_CASE)
                .skipLocked()
                .fetchOptional(row -> whole(row.into(PACKAGE_CASE)));
    }

    /**
     * A part that can begin.
     *
     * @param share what it begins with; opened when it is asked for, so that one that cannot be
     *     opened fails alone
     */
    public record Ready(PackageCase.Part part, Supplier<Share> share) {}

    /** The parts of an application that are to be begun now, in their order. */
    public List<Ready> ready(PackageCase whole) {
        return db.select(PACKAGE_PART.PART_KEY, PACKAGE_PART.SHARE)
                .from(PACKAGE_PART)
                .where(PACKAGE_PART.PARENT_ID.eq(whole.id()))
                .and(PACKAGE_PART.STATE.eq(PackageRows.code(PartState.READY)))
                .and(PACKAGE_PART.TRY_AT.le(now()))
                .orderBy(PACKAGE_PART.PLACE)
                .fetch(row -> ready(whole.part(row.value1()).orElseThrow(), row.value2()));
    }

    private Ready ready(PackageCase.Part part, byte[] sealed) {
        return new Ready(
                part, () -> JSON.readValue(cipher.decrypt(sealed, context(part)), Share.class));
    }

    /** Why a part is to be taken back; empty when it is not. */
    public Optional<String> withdrawal(UUID id, String part) {
        return db.select(PACKAGE_PART.WITHDRAW)
                .from(PACKAGE_PART)
                .where(PACKAGE_PART.PARENT_ID.eq(id))
                .and(PACKAGE_PART.PART_KEY.eq(part))
                .and(PACKAGE_PART.WITHDRAW.isNotNull())
                .and(PACKAGE_PART.TRY_AT.le(now()))
                .fetchOptional(PACKAGE_PART.WITHDRAW);
    }

    /** To which application a case belongs, and as which part. */
    public Optional<Belonging> ofCase(UUID caseId) {
        return db.select(PACKAGE_PART.PARENT_ID, PACKAGE_PART.PART_KEY)
                .from(PACKAGE_PART)
                .where(PACKAGE_PART.CASE_ID.eq(caseId))
                .fetchOptional(row -> new Belonging(row.value1(), row.value2()));
    }

    /** A part by its application. */
    public record Belonging(UUID parent, String part) {}

    public Optional<PackageCase> find(UUID id) {
        return one(PACKAGE_CASE.PARENT_ID.eq(id));
    }

    /** The account's own application of that number. */
    public Optional<PackageCase> own(String no, UUID accountId) {
        return one(PACKAGE_CASE.PARENT_NO.eq(no).and(PACKAGE_CASE.ACCOUNT_ID.eq(accountId)));
    }

    /** The application of that number, whoever asks. */
    public Optional<PackageCase> numbered(String no) {
        return one(PACKAGE_CASE.PARENT_NO.eq(no));
    }

    /** The account's latest. */
    public List<PackageCase> latest(UUID accountId) {
        return db.selectFrom(PACKAGE_CASE)
                .where(PACKAGE_CASE.ACCOUNT_ID.eq(accountId))
                .orderBy(PACKAGE_CASE.SUBMITTED_AT.desc(), PACKAGE_CASE.PARENT_ID)
                .limit(PAGE)
                .fetch(this::whole);
    }

    /** What was sent for an investment project, the first of it first. */
    public List<PackageCase> ofProject(String code) {
        return db.selectFrom(PACKAGE_CASE)
                .where(PACKAGE_CASE.PROJECT_CODE.eq(code))
                .orderBy(PACKAGE_CASE.SUBMITTED_AT, PACKAGE_CASE.PARENT_ID)
                .limit(MOST_OF_A_PROJECT)
                .fetch(this::whole);
    }

    /** One page of a package's applications, the latest first; one more when there are more. */
    public List<PackageCase> ofPackage(String packageKey, Optional<PackageCase> after) {
        var ordered =
                db.selectFrom(PACKAGE_CASE)
                        .where(PACKAGE_CASE.PACKAGE_KEY.eq(packageKey))
                        .orderBy(PACKAGE_CASE.SUBMITTED_AT.desc(), PACKAGE_CASE.PARENT_ID);
        return (after.isEmpty()
                        ? ordered.limit(PAGE + 1)
                        : ordered.seek(PackageRows.at(after.get().submittedAt()), after.get().id())
                                .limit(PAGE + 1))
                .fetch(this::whole);
    }

    private Optional<PackageCase> one(Condition which) {
        return db.selectFrom(PACKAGE_CASE).where(which).fetchOptional(this::whole);
    }

    private PackageCase whole(PackageCaseRecord row) {
        return rows.whole(
                row,
                db.selectFrom(PACKAGE_PART)
                        .where(PACKAGE_PART.PARENT_ID.eq(row.getParentId()))
                        .orderBy(PACKAGE_PART.PLACE)
                        .fetch(rows::part));
    }

    private static String context(PackageCase.Part part) {
        return "package-part:" + part.caseId().orElseThrow();
    }

    private OffsetDateTime now() {
        return PackageRows.at(clock.instant());
    }
}
