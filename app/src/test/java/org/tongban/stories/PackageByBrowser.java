package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tongban.casework.Applicant;
import org.tongban.casework.CombinedApplications;
import org.tongban.packages.SanduPackages;

/**
 * The applicant's way through a package with a browser: says the situation, answers whatever is
 * asked and is not there yet, brings the papers that nobody fetches, sends.
 *
 * @param citizen signed in
 * @param key of the package
 * @param applicant as whom they apply; one of the account's own
 * @param situation answers to the questions of the package
 */
record PackageByBrowser(
        Reader citizen, String key, Applicant applicant, Map<String, String> situation) {

    /** More than any form has. */
    private static final int MOST_PAGES = 30;

    private static final Locator.CheckOptions FORCE = new Locator.CheckOptions().setForce(true);

    /** How a question is on the page: its name, its kind, its value, whether it is answered. */
    private static final String QUESTIONS =
            """
            all => all.filter(e => e.type !== 'hidden' && !e.disabled && !e.readOnly)
              .map(e => [e.name, e.type, e.value, String(e.checked)])
            """;

    /** Looks at the guide first, then applies. */
    SentPackage sends(Map<String, String> own) {
        citizen.opens("/packages/" + key);
        picks("as", applicant.kind().name().toLowerCase(java.util.Locale.ROOT));
        situation.forEach((question, answer) -> picks("q." + question, answer));
        citizen.presses("main form[action^='/packages'] button[type=submit]");
        citizen.presses("main a[href^='/apply/" + key + "']");
        var who = citizen.page().locator("label:has-text('" + applicant.name() + "')");
        if (who.count() > 0) who.first().click();
        citizen.presses("main form button[type=submit]");
        var draft = "/drafts/" + citizen.page().url().replaceAll(".*/drafts/([^/?]+).*", "$1");
        writes(draft, answers(own));
        brings(draft);
        citizen.opens(draft + "/check");
        picks("delivery", "electronic");
        citizen.chooses("truth", "yes").presses("main form button[type=submit]");
        assertThat(citizen.page().url()).as(citizen.text("main")).contains("/my/packages/YJS");
        return SentPackage.at(citizen.page().url().replaceAll(".*(/my/packages/[^/?]+).*", "$1"));
    }

    private void picks(String name, String value) {
        var there = citizen.page().locator("input[name='" + name + "'][value='" + value + "']");
        if (there.count() > 0) there.check(FORCE);
    }

    private Map<String, List<String>> answers(Map<String, String> own) {
        var form =
                House.theOnly()
                        .part(CombinedApplications.class)
                        .narrowed(key, applicant, situation)
                        .orElseThrow()
                        .definition();
        var answers = new LinkedHashMap<>(SanduPackages.answers(form, new Random(1)));
        own.forEach((question, answer) -> answers.put(question, List.of(answer)));
        return answers;
    }

    private void writes(String draft, Map<String, List<String>> answers) {
        citizen.opens(draft + "/form/1");
        for (var pages = 0; citizen.page().url().contains("/form/"); pages++) {
            assertThat(pages).as(citizen.text("main")).isLessThan(MOST_PAGES);
            fillsIn(answers);
            citizen.presses("main form[data-autosave] button[type=submit]:visible");
        }
    }

    /** What is filled in already stays as it is. */
    private void fillsIn(Map<String, List<String>> answers) {
        var page = citizen.page();
        var questions = (List<?>) page.locator("main [name^='f.']").evaluateAll(QUESTIONS);
        var answered = new HashMap<String, Boolean>();
        for (var each : questions) {
            var question = (List<?>) each;
            var isAnswered =
                    isPicked(question)
                            ? "true".equals(question.get(3))
                            : !String.valueOf(question.get(2)).isEmpty();
            answered.merge(String.valueOf(question.get(0)), isAnswered, Boolean::logicalOr);
        }
        for (var each : questions) {
            var question = (List<?>) each;
            var name = String.valueOf(question.get(0));
            if (Boolean.TRUE.equals(answered.put(name, true))) continue;
            var answer = answers.get(name.substring(2));
            assertThat(answer).as(name).isNotNull();
            var box = page.locator("[name='" + name + "']");
            if (isPicked(question)) {
                page.locator("[name='" + name + "'][value='" + answer.getFirst() + "']")
                        .check(FORCE);
            } else if ("select-one".equals(question.get(1))) {
                box.first().selectOption(new SelectOption().setValue(answer.getFirst()));
            } else {
                box.first().fill(answer.getFirst());
            }
        }
    }

    private static boolean isPicked(List<?> question) {
        return "radio".equals(question.get(1)) || "checkbox".equals(question.get(1));
    }

    /** Where a paper is fetched, the way to bring it oneself is folded away, and stays so. */
    private void brings(String draft) {
        citizen.opens(draft + "/materials");
        citizen.hurries(
                () -> {
                    var wanted =
                            citizen
                                    .page()
                                    .locator(
                                            "li[id^='m-']:has(input[type=file])"
                                                    + ":not(:has(details input[type=file]))")
                                    .all()
                                    .stream()
                                    .map(one -> one.getAttribute("id").substring(2))
                                    .toList();
                    for (var id : wanted) {
                        citizen.uploads(id, Scan.picture());
                    }
                });
        citizen.looks();
    }
}
