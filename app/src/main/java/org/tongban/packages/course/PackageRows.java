package org.tongban.packages.course;

import static org.tongban.schema.Tables.PACKAGE_CASE;
import static org.tongban.schema.Tables.PACKAGE_PART;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSONB;
import org.tongban.casework.Act.DeliveryWay;
import org.tongban.schema.tables.records.PackageCaseRecord;
import org.tongban.schema.tables.records.PackagePartRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Applications and their parts as rows, there and back. */
class PackageRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    PackageCaseRecord of(PackageCase made) {
        var row = PACKAGE_CASE.newRecord();
        row.setParentId(made.id());
        row.setParentNo(made.no());
        row.setPackageKey(made.packageKey());
        row.setPackageVersion(made.packageVersion());
        row.setAccountId(made.accountId());
        row.setCallerName(made.callerName());
        row.setDelivery(made.delivery().name());
        row.setState(code(made.state()));
        row.setSubmittedAt(at(made.submittedAt()));
        row.setSubmittedOn(made.submittedOn());
        row.setPromisedOn(made.promisedOn());
        made.closedAt().ifPresent(closed -> row.setClosedAt(at(closed)));
        row.setFieldsAsked(made.counted().fields());
        row.setFieldsApart(made.counted().fieldsApart());
        row.setMaterialsAsked(made.counted().materials());
        row.setMaterialsApart(made.counted().materialsApart());
        row.setVisitsAsked(made.counted().visits());
        row.setVisitsApart(made.counted().visitsApart());
        row.setProjectCode(made.projectCode().orElse(null));
        return row;
    }

    /** Without what it begins with, which is sealed. */
    PackagePartRecord of(UUID parent, PackageCase.Part part) {
        var row = PACKAGE_PART.newRecord();
        row.setParentId(parent);
        row.setPartKey(part.key());
        row.setPlace(part.place());
        row.setItemVersion(part.itemVersion().orElse(null));
        row.setAgencyKey(part.agency());
        row.setName(part.name());
        row.setCaseId(part.caseId().orElse(null));
        row.setNeeds(JSONB.valueOf(JSON.writeValueAsString(part.needs())));
        row.setState(code(part.state()));
        row.setBecauseOf(part.becauseOf().orElse(null));
        row.setNote(part.note().orElse(null));
        part.endedAt().ifPresent(ended -> row.setEndedAt(at(ended)));
        return row;
    }

    PackageCase whole(PackageCaseRecord row, List<PackageCase.Part> parts) {
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
                parts);
    }

    PackageCase.Part part(PackagePartRecord row) {
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

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
