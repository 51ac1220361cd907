package org.tongban.casework.words;

import org.tongban.casework.Evidence;
import org.tongban.web.Dates;
import org.tongban.web.Texts;

/** What applicants, and clerks for them, read of what the office gets itself, or cannot. */
public record EvidenceWords(Texts texts) {

    /** What is fetched, from where, and what of it the office sees. */
    public String found(Evidence.Found found) {
        return found.origin()
                .map(
                        origin ->
                                texts.localize(
                                        "apply.evidence.asked.note",
                                        register(origin),
                                        at(origin),
                                        found.name(),
                                        found.number(),
                                        found.issuer(),
                                        until(found)))
                .orElseGet(
                        () ->
                                texts.localize(
                                        "apply.evidence.found.note",
                                        found.name(),
                                        found.number(),
                                        found.issuer(),
                                        until(found)));
    }

    /** The same in one line, where several stand below each other. */
    public String brief(Evidence.Found found) {
        return found.origin()
                .map(
                        origin ->
                                texts.localize(
                                        "apply.evidence.asked.brief",
                                        register(origin),
                                        at(origin),
                                        found.name(),
                                        found.number()))
                .orElseGet(
                        () ->
                                texts.localize(
                                        "apply.evidence.found.brief",
                                        found.name(),
                                        found.number(),
                                        until(found)));
    }

    /** That nobody can be asked now, and what can be done. */
    public String outOfReach(Evidence.OutOfReach unreached) {
        return texts.localize("apply.evidence.out-of-reach.note", unreached.name());
    }

    private String register(Evidence.Origin origin) {
        return origin.simulated()
                ? texts.localize("apply.evidence.simulated", origin.register())
                : origin.register();
    }

    private String at(Evidence.Origin origin) {
        return new Dates(texts.locale()).moment(origin.at());
    }

    /** Why the application stops, and what can be done. */
    public String barring(Evidence.Spoilt spoilt) {
        return texts.localize("apply.evidence.barring", state(spoilt));
    }

    /** That the one we have has expired, so that a newer one is asked for. */
    public String expired(Evidence.Spoilt spoilt) {
        return texts.localize("apply.evidence.expired", state(spoilt));
    }

    private String state(Evidence.Spoilt spoilt) {
        return new CaseWords(texts).spoilt(spoilt.name(), spoilt.fault());
    }

    private String until(Evidence.Found found) {
        return found.validUntil()
                .map(
                        day ->
                                texts.localize(
                                        "apply.evidence.until",
                                        new Dates(texts.locale()).paperDay(day)))
                .orElseGet(() -> texts.localize("apply.evidence.without-end"));
    }
}
