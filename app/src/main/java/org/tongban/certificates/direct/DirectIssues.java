package org.tongban.certificates.direct;

import static org.tongban.schema.Tables.DIRECT_ISSUE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Casework;
import org.tongban.certificates.CertificateActs;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.Origin;
import org.tongban.certificates.claim.ClaimCheck;
import org.tongban.certificates.claim.ClaimFault;
import org.tongban.certificates.direct.DirectIssue.State;
import org.tongban.certificates.issue.NewNumbers;
import org.tongban.crypto.Keys;
import org.tongban.crypto.LookupHash;
import org.tongban.crypto.RandomTokens;
import org.tongban.database.RowIds;
import org.tongban.directory.Directory;
import org.tongban.law.LegalBasis;
import org.tongban.schema.tables.records.DirectIssueRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Proposals to issue without a case; the second person's agreement issues, in one transaction. */
@Component
@LegalBasis("practice/old-paper/direct")
class DirectIssues {

    static final int PAGE = 50;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

    private final DSLContext db;
    private final Keys keys;
    private final KnownTypes types;
    private final Certificates certificates;
    private final CertificateActs acts;
    private final NewNumbers numbers;
    private final Directory directory;
    private final LookupHash lookup;
    private final RowIds ids;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();

    DirectIssues(
            DSLContext db,
            Keys keys,
            KnownTypes types,
            Certificates certificates,
            CertificateActs acts,
            NewNumbers numbers,
            Directory directory,
            LookupHash lookup,
            RowIds ids,
            Clock clock) {
        this.db = db;
        this.keys = keys;
        this.types = types;
        this.certificates = certificates;
        this.acts = acts;
        this.numbers = numbers;
        this.directory = directory;
        this.lookup = lookup;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is the matter with what was typed; nothing: it can be proposed. */
    List<ClaimFault> faults(CertificateType type, Map<String, String> cells) {
        return ClaimCheck.ofToday(type, cells, LocalDate.now(clock)).faults();
    }

    /**
     * Proposes a certificate.
     *
     * @param cells without faults; ask {@link #faults} first
     * @throws IllegalArgumentException when the agency may not issue the type
     */
    UUID propose(
            CertificateType type,
            String agency,
            Map<String, String> cells,
            String reason,
            String basis,
            StaffPrincipal by) {
        if (!type.mayBeIssuedBy(agency)) {
            throw new IllegalArgumentException(agency + " does not issue " + type.key());
        }
        var id = ids.next();
        db.insertInto(DIRECT_ISSUE)
                .set(DIRECT_ISSUE.ISSUE_ID, id)
                .set(DIRECT_ISSUE.TYPE_KEY, type.key())
                .set(DIRECT_ISSUE.AGENCY_KEY, agency)
                .set(
                        DIRECT_ISSUE.CELLS,
                        keys.fieldCipher().encrypt(JSON.writeValueAsString(cells), context(id)))
                .set(DIRECT_ISSUE.REASON, reason)
                .set(DIRECT_ISSUE.BASIS, basis)
                .set(DIRECT_ISSUE.PROPOSED_AT, now())
                .set(DIRECT_ISSUE.PROPOSED_LOGIN, by.login())
                .set(DIRECT_ISSUE.PROPOSED_BY, by.name())
                .execute();
        return id;
    }

    /**
     * Issues what somebody else proposed.
     *
     * @param why in words that stay beside the certificate
     * @return false when it was decided before, or is no longer allowed
     */
    @Transactional
    public boolean issue(UUID id, String why, StaffPrincipal by) {
        var open = lock(id, by);
        if (open.isEmpty()) return false;
        var proposal = open.get();
        var known = types.current(proposal.type()).orElseThrow();
        var type = known.type();
        var agency = directory.current().agency(proposal.agency()).orElseThrow();
        var today = LocalDate.now(clock);
        var claim = ClaimCheck.ofToday(type, proposal.cells(), today).claim();
        // The type may have changed since the proposal.
        if (claim.isEmpty() || !type.mayBeIssuedBy(proposal.agency())) return false;
        var fresh = numbers.next(type, agency, today);
        var certificate = ids.next();
        var content =
                new CertificateContent(
                        fresh.identifier(),
                        fresh.number(),
                        type.key(),
                        type.typeCode(),
                        type.name(),
                        claim.get().holder(),
                        new CertificateContent.Issuer(
                                agency.key(), agency.name(), agency.creditCode()),
                        "",
                        today,
                        claim.get().validUntil().orElse(null),
                        claim.get().lines(),
                        Origin.DIRECT,
                        known.version());
        var holder = lookup.of(claim.get().holder().number(), Casework.APPLICANT);
        certificates.enterWithoutCase(
                List.of(new Certificates.Entry(certificate, id, tokens.next(), holder, content)));
        acts.issued(
                certificate,
                proposal.reason() + "；" + proposal.basis() + "；" + why,
                new CertificateActs.By(by.getName(), proposal.proposedBy() + "、" + by.name()));
        decide(id, State.ISSUED, Optional.of(certificate), why, by);
        return true;
    }

    /**
     * Refuses what somebody else proposed.
     *
     * @return false when it was decided before
     */
    @Transactional
    public boolean refuse(UUID id, String why, StaffPrincipal by) {
        if (lock(id, by).isEmpty()) return false;
        decide(id, State.REFUSED, Optional.empty(), why, by);
        return true;
    }

    private Optional<DirectIssue> lock(UUID id, StaffPrincipal by) {
        return db.selectFrom(DIRECT_ISSUE)
                .where(DIRECT_ISSUE.ISSUE_ID.eq(id))
                .and(DIRECT_ISSUE.STATE.eq(word(State.PROPOSED)))
                .and(DIRECT_ISSUE.PROPOSED_LOGIN.ne(by.login()))
                .forUpdate()
                .fetchOptional(this::issue);
    }

    private void decide(
            UUID id, State state, Optional<UUID> certificate, String why, StaffPrincipal by) {
        db.update(DIRECT_ISSUE)
                .set(DIRECT_ISSUE.STATE, word(state))
                .set(DIRECT_ISSUE.DECIDED_AT, now())
                .set(DIRECT_ISSUE.DECIDED_LOGIN, by.login())
                .set(DIRECT_ISSUE.DECIDED_BY, by.name())
                .set(DIRECT_ISSUE.DECIDED_WHY, why)
                .set(DIRECT_ISSUE.CERTIFICATE_ID, certificate.orElse(null))
                .where(DIRECT_ISSUE.ISSUE_ID.eq(id))
                .execute();
    }

    Optional<DirectIssue> find(UUID id) {
        return list(DIRECT_ISSUE.ISSUE_ID.eq(id), 1).stream().findFirst();
    }

    /**
     * Proposals of some offices, the last first.
     *
     * @param before the last one of the page before
     * @return one more than {@value #PAGE} when there are more
     */
    List<DirectIssue> of(Collection<String> agencies, Optional<UUID> before) {
        return list(
                DIRECT_ISSUE
                        .AGENCY_KEY
                        .in(agencies)
                        .and(before.map(DIRECT_ISSUE.ISSUE_ID::lt).orElse(DSL.noCondition())),
                PAGE + 1);
    }

    private List<DirectIssue> list(Condition which, int most) {
        return db.selectFrom(DIRECT_ISSUE)
                .where(which)
                .orderBy(DIRECT_ISSUE.ISSUE_ID.desc())
                .limit(most)
                .fetch(this::issue);
    }

    private DirectIssue issue(DirectIssueRecord row) {
        return new DirectIssue(
                row.getIssueId(),
                row.getTypeKey(),
                row.getAgencyKey(),
                JSON.readValue(
                        keys.fieldCipher().decrypt(row.getCells(), context(row.getIssueId())),
                        CELLS),
                row.getReason(),
                row.getBasis(),
                row.getProposedAt().toInstant(),
                row.getProposedLogin(),
                row.getProposedBy(),
                State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getDecidedAt())
                        .map(
                                at ->
                                        new DirectIssue.Decision(
                                                at.toInstant(),
                                                row.getDecidedBy(),
                                                row.getDecidedWhy())),
                Optional.ofNullable(row.getCertificateId()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String context(UUID id) {
        return "direct-issue:" + id;
    }
}
