package org.tongban.ratings.rate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.ApplicantHashes;
import org.tongban.casework.CaseContents;
import org.tongban.casework.CaseHead;
import org.tongban.casework.CaseState;
import org.tongban.casework.Outcome;
import org.tongban.catalogue.Catalogue;
import org.tongban.codes.CaseNumber;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.ratings.Ratings;
import org.tongban.ratings.Satisfaction;
import org.tongban.web.Assets;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * The applicant rates their own closed case: one tap, once; words may follow. To anybody else, and
 * for a case without a decision, the page is not there.
 */
@Controller
class RateCase {

    private static final int LONGEST_WORDS = 500;
    private static final String WORDS = "words";

    private final CaseContents cases;
    private final ApplicantHashes hashes;
    private final Ratings ratings;
    private final Catalogue catalogue;
    private final Directory directory;
    private final TextBundles bundles;
    private final String stylesheet = Assets.marked("ratings/ratings.css");

    RateCase(
            CaseContents cases,
            ApplicantHashes hashes,
            Ratings ratings,
            Catalogue catalogue,
            Directory directory,
            TextBundles bundles) {
        this.cases = cases;
        this.hashes = hashes;
        this.ratings = ratings;
        this.catalogue = catalogue;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping("/my/cases/{caseNo}/rate")
    @Open(door = Door.APPLICANT, audit = "rating.shown")
    Rendered show(
            @PathVariable String caseNo, ApplicantPrincipal caller, HttpServletRequest request) {
        return page(ratable(caseNo, caller), "", "", texts(request));
    }

    @PostMapping("/my/cases/{caseNo}/rate")
    @Open(door = Door.APPLICANT, audit = "rating.given")
    String give(
            @PathVariable String caseNo,
            @RequestParam int satisfaction,
            ApplicantPrincipal caller) {
        var rated = ratable(caseNo, caller);
        var level =
                Satisfaction.of(satisfaction)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        ratings.give(rated.caseId(), rated.agency(), level);
        return backTo(rated);
    }

    @PostMapping("/my/cases/{caseNo}/rate/words")
    @Open(door = Door.APPLICANT, audit = "rating.explained")
    Object say(
            @PathVariable String caseNo,
            @RequestParam(name = WORDS, defaultValue = "") String typed,
            ApplicantPrincipal caller,
            HttpServletRequest request) {
        var rated = ratable(caseNo, caller);
        var words = typed.strip();
        if (words.codePointCount(0, words.length()) > LONGEST_WORDS) {
            var texts = texts(request);
            return page(rated, typed, texts.localize("ratings.words.long", LONGEST_WORDS), texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at("/my/cases/" + caseNo + "/rate");
        }
        if (!words.isEmpty()) ratings.say(rated.caseId(), words);
        return backTo(rated);
    }

    private CaseHead ratable(String caseNo, ApplicantPrincipal caller) {
        return CaseNumber.read(caseNo)
                .value()
                .flatMap(cases::head)
                .filter(RateCase::isDecidedAndClosed)
                .filter(head -> isOwn(head, caller))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean isDecidedAndClosed(CaseHead head) {
        return head.state() == CaseState.CLOSED
                && head.outcome()
                        .filter(o -> o == Outcome.GRANTED || o == Outcome.REFUSED)
                        .isPresent();
    }

    /** Somebody whom nobody has checked rates what they sent themselves. */
    private boolean isOwn(CaseHead head, ApplicantPrincipal caller) {
        var typed = hashes.typedOnly(caller.personId());
        if (typed.isPresent()) {
            return Arrays.equals(typed.get(), head.applicantHash())
                    && head.accountId().filter(caller.accountId()::equals).isPresent();
        }
        return hashes.of(caller.personId()).stream()
                .anyMatch(hash -> Arrays.equals(hash, head.applicantHash()));
    }

    private static String backTo(CaseHead head) {
        return "redirect:/my/cases/" + head.caseNo() + "/rate";
    }

    private Rendered page(CaseHead head, String typed, String error, Texts texts) {
        var given =
                ratings
                        .of(head.caseId())
                        .map(
                                rating ->
                                        new RatePage.Said(
                                                level(rating.satisfaction(), texts),
                                                rating.satisfaction().stars(),
                                                texts.localize(
                                                        "ratings.stars",
                                                        rating.satisfaction().stars()),
                                                rating.words().orElse("")))
                        .stream()
                        .toList();
        var words =
                FieldView.of(FieldKind.LONGTEXT, WORDS, texts.localize("ratings.words"))
                        .hint(texts.localize("ratings.words.hint"))
                        .maxLength(LONGEST_WORDS)
                        .value(typed)
                        .error(error)
                        .optional();
        return Rendered.of(
                "ratings/rate/page",
                new RatePage(
                        stylesheet,
                        head.caseNo(),
                        catalogue.version(head.itemKey(), head.itemVersion()).name(),
                        directory.current().agency(head.agency()).map(Agency::name).orElse(""),
                        levels(texts),
                        given,
                        words,
                        error.isEmpty()
                                ? ErrorSummary.none()
                                : ErrorSummary.of(Map.of(WORDS, error))));
    }

    private static List<RatePage.Level> levels(Texts texts) {
        return Arrays.stream(Satisfaction.values()).map(level -> level(level, texts)).toList();
    }

    private static RatePage.Level level(Satisfaction level, Texts texts) {
        return new RatePage.Level(
                level.code(),
                level.key(),
                texts.localize("ratings.level." + level.key()),
                mouth(level));
    }

    /** How the mouth of the face is drawn, in a picture of 48 units. */
    private static String mouth(Satisfaction level) {
        return switch (level) {
            case VERY_SATISFIED -> "M14 28q10 13 20 0z";
            case SATISFIED -> "M15 29q9 8 18 0";
            case FAIRLY_SATISFIED -> "M16 31h16";
            case DISSATISFIED -> "M15 34q9 -7 18 0";
            case VERY_DISSATISFIED -> "M14 36q10 -12 20 0";
        };
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
