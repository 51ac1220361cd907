package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

/** The one page on which a clerk takes in an application for somebody who stands at the window. */
record Window(Reader clerk) {

    /** Finds the item by some words and begins. */
    void opens(String words, String item) {
        clerk.opens("/staff/desk/new").fills("q", words).pressesEnter();
        clerk.presses("button[name=item][value='" + item + "']");
    }

    /**
     * @param kind PERSON or FIRM
     * @param contact of a firm; empty for a person
     */
    void isAppliedForBy(String kind, String name, String number, String contact) {
        clerk.chooses("a.kind", kind).fills("a.name", name).fills("a.number", number);
        clerk.fills("a.contact", contact).fills("a.mobile", "13800003999");
        clerk.fills("a.address", "三都水族自治县三合街道1号");
    }

    /** Saves, so that the page asks for what follows from the situation. */
    void asksForWhatFollows() {
        clerk.presses(".acts button[value=save]");
    }

    /**
     * With every paper as an original on the desk.
     *
     * @return the id of the case
     */
    String sends(String delivery) {
        for (var box : clerk.page().locator("input[name=paper]").all()) {
            box.check(new Locator.CheckOptions().setForce(true));
        }
        clerk.chooses("delivery", delivery).presses("button[value=send]");
        assertThat(clerk.page().url()).as(clerk.text("main")).contains("done=submit");
        return clerk.page().url().replaceAll(".*/staff/desk/([^?]+).*", "$1");
    }
}
