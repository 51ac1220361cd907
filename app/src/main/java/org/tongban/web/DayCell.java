package org.tongban.web;

import java.time.LocalDate;

/**
 * One calendar day of a deadline.
 *
 * @param today a mark of its own: today is also counted, a rest day, or the last
 * @param label why the day has its role, with the article if there is one; stands in the day by day
 *     table
 */
public record DayCell(LocalDate date, DayRole role, boolean today, String label) {}
