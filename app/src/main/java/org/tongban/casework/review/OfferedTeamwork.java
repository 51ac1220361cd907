package org.tongban.casework.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Act;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Consultation;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.staff.StaffDay;
import org.tongban.casework.staff.TakenFiles;
import org.tongban.directory.Agency;
import org.tongban.directory.Place;
import org.tongban.directory.Post;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;

/**
 * What colleagues can do with one another on a case, as boxes of the page: ask others in, answer
 * when asked, hand over, put a visit or a note on record.
 */
final class OfferedTeamwork {

    /** So many seats can be asked at once on the page. */
    static final int SEATS = 4;

    private final StaffPrincipal staff;
    private final Place place;
    private final ActBoxes boxes;
    private final StaffDay.Now now;

    OfferedTeamwork(StaffPrincipal staff, Place place, ActBoxes boxes, StaffDay.Now now) {
        this.staff = staff;
        this.place = place;
        this.boxes = boxes;
        this.now = now;
    }

    /** The answer box stands open: it is what the reader came for. */
    Optional<ReviewPage.Part> answer(List<CaseTask> mine) {
        if (mine.stream().allMatch(CaseTask::isMain)) return Optional.empty();
        var fields =
                List.of(
                        boxes.choice(
                                "agrees",
                                List.of(
                                        new Option("yes", now.say("words.agrees")),
                                        new Option("no", now.say("words.disagrees")))),
                        boxes.words("answerOpinion"));
        return Optional.of(boxes.part("answer", "main", "", fields, true));
    }

    List<ReviewPage.Part> parts(List<CaseTask> mine) {
        var parts = new ArrayList<ReviewPage.Part>();
        if (mine.stream().anyMatch(CaseTask::isMain)) {
            parts.add(boxes.part("consult", "second", "", consultation(), false));
        }
        var colleagues = colleagues(mine);
        if (!colleagues.isEmpty()) {
            parts.add(
                    boxes.part(
                            "handOver",
                            "second",
                            boxes.choice("colleague", colleagues),
                            boxes.words("handOverReason")));
        }
        parts.add(boxes.part("visit", "second", "", visit(), false));
        parts.add(boxes.part("note", "second", boxes.words("note")));
        return parts;
    }

    private List<FieldView> consultation() {
        var fields = new ArrayList<FieldView>();
        fields.add(
                boxes.choice(
                        "consultForm",
                        Arrays.stream(Consultation.Form.values())
                                .map(one -> new Option(one.name(), now.words().form(one)))
                                .toList()));
        var posts = posts();
        for (var seat = 1; seat <= SEATS; seat++) {
            var field = boxes.choice("post" + seat, posts);
            fields.add(seat == 1 ? field : field.optional());
        }
        fields.add(
                boxes.choice(
                                "rule",
                                Arrays.stream(Consultation.Rule.values())
                                        .map(
                                                one ->
                                                        new Option(
                                                                one.name(),
                                                                now.say(
                                                                        "review.rule."
                                                                                + one.name()
                                                                                        .toLowerCase(
                                                                                                Locale
                                                                                                        .ROOT))))
                                        .toList())
                        .optional());
        fields.add(boxes.words("question"));
        fields.add(boxes.workingDays("days").optional());
        return fields;
    }

    /** Everybody who reviews or decides, by office. */
    private List<Option> posts() {
        return place.posts().stream()
                .filter(post -> post.has("review") || post.has("decide"))
                .map(post -> new Option(post.key(), label(post)))
                .sorted(Comparator.comparing(Option::label).thenComparing(Option::value))
                .toList();
    }

    private String label(Post post) {
        var office = post.agency().flatMap(place::agency).map(Agency::shortName).orElse("");
        return office + " " + post.name();
    }

    private List<Option> colleagues(List<CaseTask> mine) {
        return mine.stream()
                .map(CaseTask::post)
                .distinct()
                .flatMap(post -> place.holdersOf(post).stream())
                .distinct()
                .filter(member -> !member.id().equals(staff.staffId()))
                .map(member -> new Option(member.id().toString(), member.name()))
                .toList();
    }

    private List<FieldView> visit() {
        return List.of(
                boxes.choice(
                        "visit",
                        Arrays.stream(Act.Visit.values())
                                .map(
                                        one ->
                                                new Option(
                                                        one.name(),
                                                        now.say(
                                                                "words.event.visit_recorded."
                                                                        + one.name()
                                                                                .toLowerCase(
                                                                                        Locale
                                                                                                .ROOT))))
                                .toList()),
                boxes.day("visitedOn"),
                boxes.line("place"),
                boxes.line("officers"),
                boxes.words("record"),
                FieldView.of(
                                FieldKind.FILE,
                                TakenFiles.BOX + SubmittedFile.VISIT,
                                now.say("review.box.pictures"))
                        .hint(now.say("review.box.pictures.hint"))
                        .optional()
                        .files("image/*,application/pdf", true, true)
                        .error(boxes.errors()));
    }
}
