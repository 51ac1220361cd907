package org.tongban.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * What an office of the county granted goes back down to the town concerned (数据回流): by grant, on
 * record, and to no other town. It stands here because the cases of this house name a region.
 */
@Tag("D4")
class ReturnedRecordsTests extends PackageHouse {

    private static final String PATH = "/staff/returned";
    private static final String ITEM = "disability-certificate";

    @Test
    void aTownReadsItsOwnRecordsWhileItMay() throws Exception {
        var whole = send("disability", PAN, Map.of("has", "not-yet"), 31);
        office.work();
        grant(whole, ITEM);
        var caseId = part(whole, ITEM).caseId().orElseThrow();
        var follower =
                followers.stream()
                        .filter(one -> one.name().equals("region-records"))
                        .findFirst()
                        .orElseThrow();
        for (var line : register.line(caseId)) {
            transaction.executeWithoutResult(_ -> follower.follow(line));
            transaction.executeWithoutResult(_ -> follower.follow(line));
        }
        var head = signedIn("massorganisation2");
        var town = signedIn("sanhe2");
        var otherTown = signedIn("dahe2");
        assertThat(page(town, PATH)).contains("还没有部门同意");

        assertThat(grant(signedIn("health2"), "sanhe-office").getStatus()).isEqualTo(422);
        assertThat(grant(head, "health").getStatus()).as("no town").isEqualTo(422);
        assertThat(grant(head, "sanhe-office").getStatus()).isEqualTo(303);
        assertThat(grant(head, "sanhe-office").getStatus()).as("it stands").isEqualTo(422);
        assertThat(grant(head, "dahe-town").getStatus()).isEqualTo(303);

        var records = address(page(town, PATH));
        var caseNo = casework.find(caseId).orElseThrow().caseNo();
        assertThat(page(town, records)).contains(caseNo, "潘某忠").doesNotContain(PAN.number());
        assertThat(page(otherTown, address(page(otherTown, PATH)))).doesNotContain(caseNo);
        assertThat(get(otherTown, records).getStatus()).as("another town's").isEqualTo(404);
        assertThat(get(head, records).getStatus()).as("it is the town's").isEqualTo(404);
        assertThat(page(head, PATH)).containsPattern("看了 [1-9]\\d* 条");

        var takeBack = Pattern.compile(records + "/take-back").matcher(page(head, PATH));
        assertThat(takeBack.find()).isTrue();
        browser.perform(post(takeBack.group()).with(csrf()).cookie(head)).andReturn();
        assertThat(get(town, records).getStatus()).isEqualTo(404);
        assertThat(page(town, PATH)).contains("已经不能看");
    }

    private MockHttpServletResponse grant(Cookie who, String town) throws Exception {
        return browser.perform(
                        post(PATH)
                                .with(csrf())
                                .cookie(who)
                                .param("item", ITEM)
                                .param("town", town)
                                .param("purpose", "上门走访")
                                .param(
                                        "until",
                                        LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                                .plusDays(30)
                                                .toString()))
                .andReturn()
                .getResponse();
    }

    private static String address(String page) {
        var found = Pattern.compile("href=\"(" + PATH + "/[0-9a-f-]{36})\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MockHttpServletResponse get(Cookie who, String path) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get(path).cookie(who))
                .andReturn()
                .getResponse();
    }

    private String page(Cookie who, String path) throws Exception {
        var answer = get(who, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
