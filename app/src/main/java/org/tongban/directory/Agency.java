package org.tongban.directory;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A body that decides on applications. Figures are those of the source; a blank cell is empty.
 *
 * @param shortName as people say it
 * @param noticeMark opens the number of its documents, such as 三市监
 * @param creditCode its unified social credit code
 * @param windows seats in the hall
 * @param front people at them
 * @param back people behind them
 * @param complaintPhone differs from {@code phone}
 */
public record Agency(
        String key,
        String name,
        String shortName,
        String noticeMark,
        String creditCode,
        Kind kind,
        WindowKind windowKind,
        OptionalInt windows,
        OptionalInt front,
        OptionalInt back,
        Optional<String> note,
        String phone,
        String complaintPhone,
        String address,
        String region) {

    /** 县直、垂管、企业、群团、乡镇街道; stored in lower case. */
    public enum Kind {
        COUNTY,
        VERTICAL,
        COMPANY,
        GROUP,
        TOWN
    }

    /** Whether it sits at windows of its own (常驻) or at comprehensive ones (综合). */
    public enum WindowKind {
        RESIDENT,
        COMPREHENSIVE
    }
}
