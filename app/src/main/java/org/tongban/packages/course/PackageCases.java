package org.tongban.packages.course;

import static org.tongban.schema.Tables.PACKAGE_CASE;
import static org.tongban.schema.Tables.PACKAGE_PART;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.casework.Act.DeliveryWay;
import org.tongban.crypto.FieldCipher;
import org.tongban.schema.tables.records.PackageCaseRecord;
import org.tongban.schema.tables.records.PackagePartRecord;
import tools.jackson.core.type.TypeReference;
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
        var row = db.newRecord(PACKAGE_CASE);
        row.setParentId(made.id());
        row.setParentNo(made.no());
        row.setPackageKey(made.packageKey());
        row.setPackageVersion(made.packageVersion());
        row.setAccountId(made.accountId());
        row.setCallerName(made.callerName());
        row.setDelivery(made.delivery().name());
        row.setState(code(WholeState.RUNNING));
        row.setSubmittedAt(at(made.submittedAt()));
        row.setSubmittedOn(made.submittedOn());
        row.setPromisedOn(made.promisedOn());
        row.setFieldsAsked(made.counted().fields());
        row.setFieldsApart(made.counted().fieldsApart());
        row.setMaterialsAsked(made.counted().materials());
        row.setMaterialsApart(made.counted().materialsApart());
        row.setVisitsAsked(made.counted().visits());
        row.setVisitsApart(made.counted().visitsApart());
        row.setProjectCode(made.projectCode().orElse(null));
        row.insert();
        parts.forEach(part -> insert(made.id(), part));
        return settle(made.id());
    }

    private void insert(UUID parent, NewPart made) {
        var part = made.part();
        var row = db.newRecord(PACKAGE_PART);
        row.setParentId(parent);
        row.setPartKey(part.key());
        row.setPlace(part.place());
        row.setItemVersion(part.itemVersion().orElse(null));
        row.setAgencyKey(part.agency());
        row.setName(part.name());
        row.setCaseId(part.caseId().orElse(null));
        row.setNeeds(JSONB.valueOf(JSON.writeValueAsString(part.needs())));
        row.setState(code(part.state()));
        row.setNote(part.note().orElse(null));
        row.setTryAt(at(clock.instant()));
        part.endedAt().ifPresent(ended -> row.setEndedAt(at(ended)));
        made.share()
                .ifPresent(
                        share ->
                                row.setShare(
                                        cipher.encrypt(
                                                JSON.writeValueAsString(share),
                                                context(part.caseId().orElseThrow()))));
        row.insert();
    }

    /** Locks an application and reads it. Waits for whoever has it. */
    public Optional<PackageCase> lock(UUID id) {
        return db.selectFrom(PACKAGE_CASE)
                .where(PACKAGE_CASE.PARENT_ID.eq(id))
                .forUpdate()
                .fetchOptional(this::whole);
    }

    /**
     * Draws everything that follows for the parts and the whole, and writes it. The caller holds
     * the lock.
     */
    public PackageCase settle(UUID id) {
        var before = lock(id).orElseThrow();
        var after = Course.settled(before.standings());
        for (var part : after) {
            var old = before.part(part.key()).orElseThrow();
            if (part.state() == old.state()) continue;
            db.update(PACKAGE_PART)
                    .set(PACKAGE_PART.STATE, code(part.state()))
                    .set(PACKAGE_PART.BECAUSE_OF, part.becauseOf())
                    .set(PACKAGE_PART.ENDED_AT, part.state().isOver() ? now() : null)
                    .set(PACKAGE_PART.TRY_AT, now())
                    .setNull(PACKAGE_PART.NOTE)
                    .where(PACKAGE_PART.PARENT_ID.eq(id))
                    .and(PACKAGE_PART.PART_KEY.eq(part.key()))
                    .execute();
            if (part.state() == PartState.STOPPED) forget(id, part.key());
        }
        var state = Course.of(after);
        if (state != before.state()) {
            db.update(PACKAGE_CASE)
                    .set(PACKAGE_CASE.STATE, code(state))
                    .set(PACKAGE_CASE.CLOSED_AT, state == WholeState.RUNNING ? null : now())
                    .where(PACKAGE_CASE.PARENT_ID.eq(id))
                    .execute();
        }
        return find(id).orElseThrow();
    }

    /** A part is a case now, or has ended. The caller settles the rest. */
    public void move(UUID id, String part, PartState state) {
        var update =
                db.update(PACKAGE_PART)
                        .set(PACKAGE_PART.STATE, code(state))
                        .setNull(PACKAGE_PART.NOTE);
        (state == PartState.RUNNING
                        ? update.set(PACKAGE_PART.STARTED_AT, now())
                        : update.set(PACKAGE_PART.ENDED_AT, now()).setNull(PACKAGE_PART.WITHDRAW))
                .where(PACKAGE_PART.PARENT_ID.eq(id))
                .and(PACKAGE_PART.PART_KEY.eq(part))
                .execute();
        forget(id, part);
    }

    /** What a part began with lies in its case, or will never be needed. */
    private void forget(UUID id, String part) {
        db.update(PACKAGE_PART)
                .setNull(PACKAGE_PART.SHARE)
                .where(PACKAGE_PART.PARENT_ID.eq(id))
                .and(PACKAGE_PART.PART_KEY.eq(part))
                .execute();
    }

    /** Why a part cannot begin yet, and when it is tried again. */
    public void hold(UUID id, String part, String note, Instant again) {
        db.update(PACKAGE_PART)
                .set(PACKAGE_PART.NOTE, note)
                .set(PACKAGE_PART.TRY_AT, at(again))
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
        return next(PACKAGE_PART.STATE.eq(DSL.inline(code(PartState.READY))));
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

    /** Parts of an application of which something is due now. */
    public boolean isDue(UUID id, String part) {
        return db.fetchExists(
                db.selectOne()
                        .from(PACKAGE_PART)
                        .where(PACKAGE_PART.PARENT_ID.eq(id))
                        .and(PACKAGE_PART.PART_KEY.eq(part))
                        .and(PACKAGE_PART.TRY_AT.le(now())));
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

    /** What a part begins with. */
    public Share share(UUID id, PackageCase.Part part) {
        var sealed =
                db.select(PACKAGE_PART.SHARE)
                        .from(PACKAGE_PART)
                        .where(PACKAGE_PART.PARENT_ID.eq(id))
                        .and(PACKAGE_PART.PART_KEY.eq(part.key()))
                        .fetchOptional(PACKAGE_PART.SHARE)
                        .orElseThrow();
        return JSON.readValue(
                cipher.decrypt(sealed, context(part.caseId().orElseThrow())), Share.class);
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
                        : ordered.seek(at(after.get().submittedAt()), after.get().id())
                                .limit(PAGE + 1))
                .fetch(this::whole);
    }

    private Optional<PackageCase> one(Condition which) {
        return db.selectFrom(PACKAGE_CASE).where(which).fetchOptional(this::whole);
    }

    private PackageCase whole(PackageCaseRecord row) {
        return new PackageCase(
                row.getParentId(),
                row.getParentNo(),
                row.getPackageKey(),
                row.getPackageVersion(),
                row.getAccountId(),
                row.getCallerName(),
                DeliveryWay.valueOf(row.getDelivery()),
                WholeState.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                row.getSubmittedAt().toInstant(),
                row.getSubmittedOn(),
                row.getPromisedOn(),
                Optional.ofNullable(row.getClosedAt()).map(OffsetDateTime::toInstant),
                new PackageCase.Counted(
                        row.getFieldsAsked(),
                        row.getFieldsApart(),
                        row.getMaterialsAsked(),
                        row.getMaterialsApart(),
                        row.getVisitsAsked(),
                        row.getVisitsApart()),
                Optional.ofNullable(row.getProjectCode()),
                db.selectFrom(PACKAGE_PART)
                        .where(PACKAGE_PART.PARENT_ID.eq(row.getParentId()))
                        .orderBy(PACKAGE_PART.PLACE)
                        .fetch(PackageCases::part));
    }

    private static PackageCase.Part part(PackagePartRecord row) {
        return new PackageCase.Part(
                row.getPartKey(),
                row.getPlace(),
                Optional.ofNullable(row.getItemVersion()),
                row.getAgencyKey(),
                row.getName(),
                Optional.ofNullable(row.getCaseId()),
                JSON.readValue(
                        Objects.requireNonNull(row.getNeeds()).data(), new TypeReference<>() {}),
                PartState.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getBecauseOf()),
                Optional.ofNullable(row.getNote()),
                row.getWithdraw() != null,
                Optional.ofNullable(row.getStartedAt()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getEndedAt()).map(OffsetDateTime::toInstant));
    }

    private static String context(UUID caseId) {
        return "package-part:" + caseId;
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
