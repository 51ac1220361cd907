package org.tongban.accounts;

/**
 * What identifies or reaches a person. Asked for only where it is needed, never put into a log or a
 * session; staff who are shown it leave a {@link Looks look}.
 *
 * @param mobile empty when not known
 * @param address empty when not known
 */
public record PrivatePart(String idNumber, String mobile, String address) {

    /** Says nothing, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "PrivatePart";
    }
}
