package org.tongban.casework.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Attempts;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.codes.CaseNumber;
import org.tongban.codes.Parsed;
import org.tongban.codes.QueryCode;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * Progress for whoever holds the case number and the query code. Every wrong pair gets the same
 * answer, and guesses are counted for the address and for the number.
 */
@Controller
class LookUp {

    /** A hall with one address for all may be wrong this often in a quarter of an hour. */
    private static final int MOST_BY_ADDRESS = 60;

    private static final int MOST_BY_NUMBER = 10;

    private static final String ADDRESS = "progress.address";
    private static final String NUMBER = "progress.number";

    private final CaseDoor door;
    private final ApplicantCases cases;
    private final Attempts attempts;
    private final TextBundles bundles;

    LookUp(CaseDoor door, ApplicantCases cases, Attempts attempts, TextBundles bundles) {
        this.door = door;
        this.cases = cases;
        this.attempts = attempts;
        this.bundles = bundles;
    }

    @GetMapping("/progress")
    @Open(door = Door.PUBLIC, audit = "progress.asked")
    Rendered ask(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        return form(number, code, ErrorSummary.none(), texts(request));
    }

    @PostMapping("/progress")
    @Open(door = Door.PUBLIC, audit = "progress.shown")
    Rendered show(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        var texts = texts(request);
        if (isGuessing(number, request)) {
            return refused(number, code, "progress.too-many", texts)
                    .status(HttpStatus.TOO_MANY_REQUESTS);
        }
        return found(number, code)
                .map(
                        one ->
                                Rendered.of("casework/progress/open", door.openPage(one, texts))
                                        .with("papers", cases.papers(one.id()))
                                        .with("number", one.file().caseNo())
                                        .with("code", one.queryCode()))
                .orElseGet(
                        () -> {
                            countWrong(number, request);
                            return refused(number, code, "progress.wrong", texts)
                                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
                        });
    }

    /** A paper for whoever holds the pair; the name on it is masked. */
    @PostMapping("/progress/paper")
    @Open(door = Door.PUBLIC, audit = "paper.shown")
    Rendered paper(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            @RequestParam int paper,
            HttpServletRequest request) {
        var texts = texts(request);
        if (isGuessing(number, request)) {
            return refused(number, code, "progress.too-many", texts)
                    .status(HttpStatus.TOO_MANY_REQUESTS)
                    .at("/progress");
        }
        var one = found(number, code);
        if (one.isEmpty()) {
            countWrong(number, request);
            return refused(number, code, "progress.wrong", texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at("/progress");
        }
        return cases.papers(one.get().id()).stream()
                .filter(each -> each.no() == paper)
                .findFirst()
                .map(
                        each ->
                                PaperPages.page(
                                        each.notice(),
                                        masked(each.notice().addressee()),
                                        door.office(one.get()).name(),
                                        new Link(
                                                texts.localize("progress.back.look-up"),
                                                "/progress"),
                                        "",
                                        List.of()))
                .orElseThrow(CaseDoor::notFound);
    }

    private Optional<FoundCase> found(String number, String code) {
        if (CaseNumber.read(number) instanceof Parsed.Valid<CaseNumber>(var caseNo)
                && QueryCode.read(code) instanceof Parsed.Valid<QueryCode>(var queryCode)) {
            return cases.numbered(caseNo.value())
                    .filter(one -> isEqual(one.queryCode(), queryCode.value()));
        }
        return Optional.empty();
    }

    private static boolean isEqual(String known, String given) {
        return MessageDigest.isEqual(
                known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isGuessing(String number, HttpServletRequest request) {
        return attempts.tooMany(ADDRESS, request.getRemoteAddr(), MOST_BY_ADDRESS)
                || attempts.tooMany(NUMBER, plain(number), MOST_BY_NUMBER);
    }

    private void countWrong(String number, HttpServletRequest request) {
        attempts.count(ADDRESS, request.getRemoteAddr());
        attempts.count(NUMBER, plain(number));
    }

    private static String plain(String number) {
        return CaseNumber.read(number) instanceof Parsed.Valid<CaseNumber>(var caseNo)
                ? caseNo.value()
                : number;
    }

    /** 韦某兰 stands as 韦**. */
    private static String masked(String name) {
        return name.isEmpty() ? name : name.substring(0, 1) + "*".repeat(name.length() - 1);
    }

    private Rendered refused(String number, String code, String why, Texts texts) {
        return form(number, code, ErrorSummary.of(Map.of("number", texts.localize(why))), texts);
    }

    private Rendered form(String number, String code, ErrorSummary errors, Texts texts) {
        return Rendered.of(
                "casework/progress/lookUp",
                new LookUpPage(
                        FieldView.text("number", texts.localize("progress.number"))
                                .hint(texts.localize("progress.number.hint"))
                                .value(number)
                                .autocomplete("off")
                                .error(errors),
                        FieldView.text("code", texts.localize("progress.code"))
                                .hint(texts.localize("progress.code.hint"))
                                .value(code)
                                .autocomplete("off"),
                        errors));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
