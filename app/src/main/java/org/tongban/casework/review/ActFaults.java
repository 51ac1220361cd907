package org.tongban.casework.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.casework.Notice;
import org.tongban.casework.Officers;
import org.tongban.casework.staff.StaffDay;
import org.tongban.directory.Place;
import org.tongban.web.Typed;

/** What is wrong with the boxes of a pressed button, all of it, before the engine is asked. */
final class ActFaults {

    private ActFaults() {}

    /**
     * The faults by box, in the order of the page.
     *
     * @param paper that a slip is in, where one was chosen
     */
    static Map<String, String> of(
            ActForm form, Place place, Optional<Notice> paper, StaffDay.Now now) {
        var wrong = new LinkedHashMap<String, String>();
        for (var box : form.missing()) {
            var name = now.say("review.box." + box.replaceAll("\\d", ""));
            wrong.put(box, now.say("review.missing", name));
        }
        switch (form.at("act")) {
            case "start" -> {
                if (form.isNoNumber("expectedDays")) {
                    wrong.put("expectedDays", now.say("review.no-number"));
                }
            }
            case "visit" ->
                    Officers.read(form.at("officers"), place)
                            .fault(now.texts())
                            .ifPresent(why -> wrong.put("officers", why));
            case "grant" -> {
                var until = form.at("validUntil");
                if (!until.isEmpty() && Typed.date(until).isEmpty()) {
                    wrong.put("validUntil", now.say("review.no-day"));
                }
            }
            case "correctSlip" ->
                    paper.filter(one -> !stands(form.at("slipWrong"), one))
                            .ifPresent(
                                    _ ->
                                            wrong.putIfAbsent(
                                                    "slipWrong",
                                                    now.say("review.slip.not-in-paper")));
            default -> {
                // The rest is ruled by the engine.
            }
        }
        return wrong;
    }

    /** Whether the words stand in the paper, so that there is something to put right. */
    private static boolean stands(String words, Notice paper) {
        return Stream.concat(
                        Stream.of(paper.title(), paper.number(), paper.addressee()),
                        paper.paragraphs().stream())
                .anyMatch(part -> part.contains(words));
    }
}
