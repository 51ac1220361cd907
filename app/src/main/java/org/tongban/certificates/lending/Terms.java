package org.tongban.certificates.lending;

import java.time.LocalDate;

/**
 * On what terms a certificate is lent.
 *
 * @param until the last day
 * @param times how often it may be seen
 */
record Terms(String borrower, String purpose, LocalDate until, int times) {

    static final int LONGEST_BORROWER = 60;
    static final int LONGEST_PURPOSE = 200;

    /** A loan for longer is a copy; the next purpose is another loan. */
    static final int MOST_DAYS = 90;

    static final int MOST_TIMES = 20;
}
