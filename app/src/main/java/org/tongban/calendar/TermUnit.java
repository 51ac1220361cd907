package org.tongban.calendar;

/** What a period is counted in. */
public enum TermUnit {
    /** Days on which authorities work: rest days and public holidays do not count. */
    WORKING_DAYS,
    /** Every day counts; an end on a rest day moves to the next working day. */
    CALENDAR_DAYS
}
