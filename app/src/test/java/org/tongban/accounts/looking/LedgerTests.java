package org.tongban.accounts.looking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.access.StaffPrincipal;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.Looks;
import org.tongban.certificates.BrowsedHouse;
import org.tongban.codes.CitizenId;
import org.tongban.schema.Tables;

/** One record of who looked at somebody's data: whole, a page at a time, of a month. */
@Tag("D1")
@Tag("H4")
class LedgerTests extends BrowsedHouse {

    private static final Pattern PURPOSE = Pattern.compile("核对第 (\\d+) 次");

    @Autowired private Accounts accounts;
    @Autowired private Looks looks;
    @Autowired private DSLContext db;

    @Test
    void staffAndRegistersStandInOneRecordAndNobodyElsesLooksDo() throws Exception {
        var shitao = signedIn("shitao");
        page(get("/apply/shop-sign").cookie(shitao));
        looked("990101199910090191", "受理审查");

        var mine = page(get("/my/looks").cookie(shitao));
        var others = page(get("/my/looks").cookie(signedIn("lihui")));

        assertThat(mine)
                .contains("市场主体登记信息", "办理“规范户外招牌设施设置服务”", "受理审查")
                .contains("身份证号、手机号、住址", "tel:");
        assertThat(others).doesNotContain("受理审查");
    }

    @Test
    void everyLookIsOnOnePageAndOnOneOnly() throws Exception {
        for (var time = 1; time <= 65; time++) {
            looked("990101199305210159", "核对第 " + time + " 次");
        }
        var yangbo = signedIn("yangbo");

        var seen = new ArrayList<String>();
        var address = Optional.of("/my/looks");
        while (address.isPresent()) {
            var page = page(get(address.get()).cookie(yangbo));
            PURPOSE.matcher(page).results().forEach(found -> seen.add(found.group(1)));
            address = next(page);
        }

        assertThat(seen).hasSize(65).doesNotHaveDuplicates();
    }

    @Test
    void aMonthWithoutLooksSaysSoAndAWrongMonthIsAllMonths() throws Exception {
        looked("990101197307180337", "终审");
        var lihui = signedIn("lihui");

        assertThat(page(get("/my/looks?month=2001-01").cookie(lihui))).contains("这个月没有人看过");
        assertThat(page(get("/my/looks?month=%27%3B--").cookie(lihui))).contains("终审");
        assertThat(page(get("/my/looks?month=&before=" + new UUID(0, 0)).cookie(lihui)))
                .doesNotContain("终审");
    }

    private static Optional<String> next(String page) {
        var found =
                Pattern.compile("href=\"(/my/looks\\?month=[^\"]*before=[^\"]+)\"").matcher(page);
        return found.find() ? Optional.of(found.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    private void looked(String number, String purpose) {
        var clerk =
                db.select(Tables.STAFF.STAFF_ID, Tables.STAFF.NAME)
                        .from(Tables.STAFF)
                        .where(Tables.STAFF.LOGIN.eq("counter1"))
                        .fetchSingle();
        looks.record(
                new StaffPrincipal(
                        clerk.value1(),
                        clerk.value2(),
                        "counter1",
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        false),
                Optional.empty(),
                accounts.subject(CitizenId.of(number)),
                Optional.empty(),
                purpose);
    }
}
