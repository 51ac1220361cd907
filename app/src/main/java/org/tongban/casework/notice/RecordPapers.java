package org.tongban.casework.notice;

import java.util.Map;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Notice;
import org.tongban.law.LegalBasis;

/**
 * What was written down of something that took place, for those who were there to read and sign.
 */
final class RecordPapers {

    private RecordPapers() {}

    /** 听证笔录: time, place, chair, who was there and what was said. */
    @LegalBasis("licensing/48/1(5)")
    static PaperDraft hearing(CaseEvent.HearingHeld event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.HEARING_RECORD, "hearing-record");
        var held = of.file().heard().orElseThrow();
        var on = held.on();
        var place = held.place();
        var chair = held.chair();
        draft.say(
                "body",
                Map.of(
                        "item",
                        of.item().name(),
                        "day",
                        of.dates().paperDay(on == null ? of.today() : on),
                        "place",
                        place == null ? "" : place,
                        "chair",
                        chair == null ? "" : chair));
        draft.say("present", Map.of("names", String.join("、", event.present())));
        draft.say("transcript", Map.of("transcript", event.transcript()));
        draft.say("signed", Map.of());
        return draft;
    }

    /** 现场核查笔录: by whom, with their work numbers, and what was found. */
    @LegalBasis("licensing/34")
    static PaperDraft site(CaseEvent.VisitRecorded event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.SITE_RECORD, "site-record");
        draft.say(
                "body",
                Map.of(
                        "item", of.item().name(),
                        "day", of.dates().paperDay(event.on()),
                        "place", event.place()));
        draft.say("officers", Map.of("names", String.join("、", event.officers())));
        draft.say("record", Map.of("record", event.record()));
        if (event.files() > 0) draft.say("pictures", Map.of("files", event.files()));
        draft.say("signed", Map.of());
        return draft;
    }
}
