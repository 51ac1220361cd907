package org.tongban.casework.notice;

/**
 * An office as its papers name it.
 *
 * @param mark opens the numbers of its papers, such as 三市监
 */
public record OfficeName(String name, String mark, String phone, String complaintPhone) {

    /** Where offices are looked up by key; kept in memory, asked at every paper. */
    @FunctionalInterface
    public interface Source {
        OfficeName of(String agencyKey);
    }
}
