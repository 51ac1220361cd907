package org.tongban.sharing.calls;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.ApplicantHashes;
import org.tongban.sharing.asking.Inquiry;
import org.tongban.sharing.asking.Questions;
import org.tongban.sharing.resources.SharingWords;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Shows what registers were asked: a person what concerns them, an overseer everything. */
@Controller
class ShowQuestions {

    private static final String MINE = "/my/register-questions";
    private static final String ALL = "/staff/register-questions";

    private final Questions questions;
    private final ApplicantHashes hashes;
    private final SharingWords words;
    private final TextBundles bundles;

    ShowQuestions(
            Questions questions, ApplicantHashes hashes, SharingWords words, TextBundles bundles) {
        this.questions = questions;
        this.hashes = hashes;
        this.words = words;
        this.bundles = bundles;
    }

    @GetMapping(MINE)
    @Open(door = Door.APPLICANT, audit = "register-questions.shown")
    Rendered mine(
            @RequestParam Optional<UUID> before,
            ApplicantPrincipal caller,
            HttpServletRequest request) {
        var found = questions.about(hashes.of(caller.personId()), before);
        return Rendered.of("sharing/calls/mine", page(found, MINE, before, request));
    }

    @GetMapping(ALL)
    @Open(door = Door.STAFF, right = "supervise", audit = "register-questions.listed")
    Rendered all(@RequestParam Optional<UUID> before, HttpServletRequest request) {
        return Rendered.of("sharing/calls/all", page(questions.all(before), ALL, before, request));
    }

    private QuestionsPage page(
            List<Questions.Line> found,
            String here,
            Optional<UUID> before,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var page = found.stream().limit(Questions.PAGE).toList();
        return new QuestionsPage(
                page.stream().map(one -> line(one, texts)).toList(),
                new Pager(
                        before.isPresent() ? here : "",
                        found.size() > page.size() ? here + "?before=" + page.getLast().id() : "",
                        ""));
    }

    private QuestionsPage.Line line(Questions.Line one, Texts texts) {
        return new QuestionsPage.Line(
                words.moment(one.at(), texts),
                words.resource(one.resource()),
                words.agency(one.agency()),
                one.item().equals(Inquiry.GUARDIANS)
                        ? texts.localize("sharing.item.guardians")
                        : words.item(one.item()),
                one.staff().orElseGet(() -> texts.localize("sharing.asked.house")),
                one.purpose(),
                words.outcome(one.outcome(), texts),
                texts.localize("sharing.took", one.tookMillis()));
    }
}
