package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An office that says nothing for five working days has accepted. */
class SilenceStory {

    /**
     * Five working days lie within these from whichever day, a holiday of three days included: what
     * the office had to answer in, and what it promised to decide in.
     */
    private static final int LONG_ENOUGH = 12;

    @Test
    @Tag("B7")
    @Tag("B13")
    @Tag("G1")
    void silenceIsAcceptanceFromTheDayOfReceiptAndWhatThenIsLateIsSeen() {
        var house = House.theOnly();
        try (var citizen = Reader.withAPhone();
                var clerk = Reader.atADesk();
                var supervisor = Reader.atADesk()) {
            citizen.hurries(() -> citizen.signsIn("/sign-in", "weilan"));
            var renewal = Renewal.sentBy(citizen);
            var received = house.today();

            house.letDaysPass(LONG_ENOUGH);

            var asFrom = received.getMonthValue() + "月" + received.getDayOfMonth() + "日";
            citizen.hurries(() -> citizen.signsIn("/sign-in", "weilan"));
            citizen.opens(renewal.forTheApplicant());
            assertThat(citizen.heading()).contains("正在审查");
            assertThat(citizen.text(".timeline")).contains("没有在规定时间内答复", asFrom);
            citizen.opensPaper("行政许可受理通知书");
            assertThat(citizen.text("main")).contains("没有在规定时间内答复", "自收到申请材料之日", asFrom);

            clerk.hurries(() -> clerk.signsIn("/staff/sign-in", "counter1"));
            clerk.opens(renewal.atTheDesk());
            assertThat(clerk.page().locator("button[value=accept]").count())
                    .as("there is nothing left to accept")
                    .isZero();
            assertThat(clerk.text("main")).contains("没有在规定时间内答复");

            supervisor.hurries(() -> supervisor.signsIn("/staff/sign-in", "supervisor1"));
            supervisor.opens("/staff/late");
            var next = supervisor.page().locator("a[rel=next]");
            while (!isOn(supervisor, renewal) && next.count() > 0) {
                supervisor.hurries(() -> supervisor.presses("a[rel=next]"));
            }
            assertThat(isOn(supervisor, renewal)).as("the case stands on the list").isTrue();
            supervisor.presses("a[href$='" + renewal.id() + "']");
            assertThat(supervisor.text("main")).contains("超");
        }
    }

    private static boolean isOn(Reader supervisor, Renewal renewal) {
        return supervisor.page().locator("a[href$='" + renewal.id() + "']").count() > 0;
    }
}
