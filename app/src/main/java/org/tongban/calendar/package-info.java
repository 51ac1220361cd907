/**
 * Owns the legal calendar: which day is a working day, in which place, how sure that is, and how a
 * period in days is counted with the clock stopped and running. Every due date comes out of the
 * same walk that explains it day by day.
 */
@NullMarked
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"law"})
package org.tongban.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
