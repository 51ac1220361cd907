package org.tongban.supervision;

/** The answer to an act on a card. */
sealed interface FindingRuling {

    record Done(Finding next) implements FindingRuling {}

    record Refused(FindingRefusal why) implements FindingRuling {}
}
