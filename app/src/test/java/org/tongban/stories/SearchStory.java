package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People look for what they want in their own words, and are never left standing. */
class SearchStory {

    private static final String FIRST_HIT = ".needs h2";
    private static final String LICENCE = "食品经营许可";

    @Test
    @Tag("F3")
    @Tag("H1")
    void somebodyFindsTheirLicenceInTheirOwnWordsByItsLettersAndWithASlip() {
        try (var citizen = Reader.withAPhone()) {
            citizen.opens("/").fills("q", "开饭馆").pressesEnter();
            assertThat(citizen.text(FIRST_HIT)).contains(LICENCE);
            assertThat(citizen.text(".why")).as("why it was found").contains("开饭馆");

            citizen.fills("q", "spjyxk").pressesEnter();
            assertThat(citizen.text(FIRST_HIT)).contains(LICENCE);

            citizen.fills("q", "食品经营许克").pressesEnter();
            assertThat(citizen.text(FIRST_HIT)).contains(LICENCE);
            citizen.presses(FIRST_HIT + " a");
            assertThat(citizen.heading()).contains(LICENCE);
        }
    }

    @Test
    @Tag("F3")
    void aSearchIsNarrowedAndWidenedAgain() {
        try (var citizen = Reader.withoutScript()) {
            citizen.opens("/search?q=许可");
            var all = citizen.text(".found");

            var side = citizen.page().locator(".narrow details").last();
            if (side.getAttribute("open") == null) side.locator("summary").click();
            side.locator(".chips a").last().click();
            assertThat(citizen.page().url()).contains("q=");
            assertThat(citizen.text(".found")).isNotEqualTo(all);
            assertThat(citizen.page().locator(".narrow a[aria-current]").count()).isPositive();

            citizen.presses(".narrow a[aria-current]");
            assertThat(citizen.text(".found")).isEqualTo(all);
        }
    }

    @Test
    @Tag("F3")
    void whoeverFindsNothingIsShownAWayOut() {
        try (var citizen = Reader.withAPhone()) {
            citizen.opens("/search?q=<script>alert(1)</script>zzqx");
            assertThat(citizen.text("main")).contains("没有");
            assertThat(citizen.page().locator("main script").count()).isZero();

            citizen.presses("main a[href='/items']");
            assertThat(citizen.page().locator(".needs li").count()).isPositive();
        }
    }
}
