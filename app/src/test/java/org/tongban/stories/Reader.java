package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Somebody at a browser of their own. Every page they come to is checked with axe. */
final class Reader implements AutoCloseable {

    private static final Playwright PLAYWRIGHT = Playwright.create();
    private static final Browser BROWSER =
            PLAYWRIGHT
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(Path.of(chromium()))
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-background-networking")));

    /** A folder for a picture of every page looked at, for people to look at; empty for none. */
    private static final String PICTURES = System.getenv().getOrDefault("TONGBAN_PICTURES", "");

    private static final int MOST_VISITS = 60;
    private static final int BETWEEN_VISITS_MILLIS = 250;

    private static final AtomicInteger TAKEN = new AtomicInteger();

    private final House house = House.theOnly();
    private final BrowserContext context;
    private final Page page;
    private final List<String> found = new ArrayList<>();
    private final boolean script;
    private boolean hurrying;

    private Reader(int width, boolean script) {
        this.script = script;
        context =
                BROWSER.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 844)
                                .setJavaScriptEnabled(script)
                                .setLocale("zh-CN"));
        page = context.newPage();
    }

    static Reader withAPhone() {
        return new Reader(390, true);
    }

    static Reader atADesk() {
        return new Reader(1280, true);
    }

    /** On a phone whose browser runs no scripts. */
    static Reader withoutScript() {
        return new Reader(390, false);
    }

    private static String chromium() {
        return System.getenv().getOrDefault("TONGBAN_CHROMIUM", "/usr/bin/chromium");
    }

    Page page() {
        return page;
    }

    Reader opens(String path) {
        page.navigate(path.startsWith("http") ? path : house.at(path));
        return looks();
    }

    Reader signsIn(String path, String login) {
        page.navigate(house.at(path));
        return signsInHere(login);
    }

    /** On the sign-in page to which another page has sent us. */
    Reader signsInHere(String login) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(house.password());
        return presses("main form button[type=submit]");
    }

    Reader fills(String name, String text) {
        page.locator("[name='" + name + "']").first().fill(text);
        return this;
    }

    Reader chooses(String name, String value) {
        page.locator("input[name='" + name + "'][value='" + value + "']")
                .check(new Locator.CheckOptions().setForce(true));
        return this;
    }

    Reader presses(String selector) {
        return leaves(() -> page.locator(selector).first().click());
    }

    Reader pressesLast(String selector) {
        return leaves(() -> page.locator(selector).last().click());
    }

    Reader pressesEnter() {
        return leaves(() -> page.keyboard().press("Enter"));
    }

    /**
     * Does what leads to another page, and looks at that one: the page left behind bears a mark.
     */
    private Reader leaves(Runnable act) {
        if (!script) {
            // A click on what leads on waits for the page by itself.
            act.run();
            return looks();
        }
        page.evaluate("document.documentElement.setAttribute('data-left', '')");
        act.run();
        page.locator("html:not([data-left])").waitFor();
        return looks();
    }

    /** Uploads a paper of one's own, also where the office would get it itself. */
    Reader uploads(String material, Path file) {
        var folded = page.locator("#m-" + material + " details:has(input[type=file])");
        if (folded.count() > 0) folded.locator("summary").click();
        page.locator("#m-" + material + " input[type=file]").setInputFiles(file);
        return presses("#m-" + material + " form:has(input[type=file]) button[type=submit]");
    }

    String heading() {
        return page.locator("h1").first().innerText().strip();
    }

    String text(String selector) {
        return page.locator(selector).first().innerText().strip();
    }

    /**
     * Goes through pages without the check of each: for a way on which another story looks at every
     * page.
     */
    Reader hurries(Runnable way) {
        hurrying = true;
        try {
            way.run();
        } finally {
            hurrying = false;
        }
        return this;
    }

    /** Opens the folded part in which the button of an act stands. */
    Reader unfolds(String act) {
        var part = page.locator("details:has(button[value='" + act + "'])").first();
        if (part.getAttribute("open") == null) part.locator("summary").first().click();
        return this;
    }

    /** A paper of the case by its title, from the page of the case. */
    Reader opensPaper(String title) {
        return opens(
                page.locator("a[href*='/papers/']:has-text('" + title + "')")
                        .first()
                        .getAttribute("href"));
    }

    /** Loads the page anew until something has come that others make a moment later. */
    Reader looksAgainUntil(String there) {
        for (var again = 0; again < 50 && page.locator(there).count() == 0; again++) {
            page.reload();
        }
        assertThat(page.locator(there).count()).as(there).isPositive();
        return looks();
    }

    /** What a link leads to that is no page: a file, got with the session of this browser. */
    byte[] fetches(String link) {
        var href = page.locator(link).first().getAttribute("href");
        var answer = context.request().get(house.at(href));
        assertThat(answer.status()).as(href).isEqualTo(200);
        return answer.body();
    }

    /** Every material of the checklist is found in order. */
    Reader findsAllInOrder() {
        for (var mark : page.locator(".switch input[value=ok]").all()) {
            mark.check(new Locator.CheckOptions().setForce(true));
        }
        return this;
    }

    /** Waits for the page and checks it for everything a machine can see of accessibility. */
    Reader looks() {
        page.waitForLoadState();
        // The check itself is a script; a browser without any would wait for it for ever.
        if (!script || hurrying) return this;
        if (!PICTURES.isEmpty()) takesPictures();
        if (!Build.isNew(page)) return this;
        var violations =
                new AxeBuilder(page)
                        // Our pages have no frames: one run in the page says it all.
                        .setLegacyMode(true)
                        .options(onlyViolations())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations();
        for (var violation : violations) {
            var places =
                    violation.getNodes().stream()
                            .map(node -> String.valueOf(node.getHtml()))
                            .limit(3)
                            .collect(Collectors.joining(" | "));
            found.add(page.url() + ": " + violation.getId() + " " + places);
        }
        return this;
    }

    /** What is right is not reported: thousands of nodes, carried over and read for nothing. */
    private static AxeRunOptions onlyViolations() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** As wide as a phone and as wide as a desk. */
    private void takesPictures() {
        var width = page.viewportSize().width;
        var number = TAKEN.incrementAndGet();
        for (var each : new int[] {390, 1280}) {
            page.setViewportSize(each, 844);
            var name = "%03d-%d.png".formatted(number, each);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of(PICTURES, name))
                            .setFullPage(true));
        }
        page.setViewportSize(width, 844);
    }

    /**
     * Comes back to a page until something is on it that another part of the house brings by
     * itself, a moment after the act.
     */
    Reader opensUntil(String path, String selector) {
        hurries(
                () -> {
                    opens(path);
                    for (var visit = 0; page.locator(selector).count() == 0; visit++) {
                        assertThat(visit).as(selector + " on " + path).isLessThan(MOST_VISITS);
                        page.waitForTimeout(BETWEEN_VISITS_MILLIS);
                        opens(path);
                    }
                });
        return looks();
    }

    /** Ends the visit; whatever was found wrong on the way is said now, all of it. */
    @Override
    public void close() {
        context.close();
        assertThat(found).as("what axe found").isEmpty();
    }
}
