package org.tongban.certificates.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.casework.Trust;
import org.tongban.certificates.BrowsedHouse;
import org.tongban.certificates.CertificateActs;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.Origin;
import org.tongban.certificates.Verification;
import org.tongban.certificates.VerifyCertificate;
import org.tongban.certificates.document.CertificateFiles;
import org.tongban.certificates.document.CertificateFiles.Format;

@Tag("D2")
class DirectIssueTests extends BrowsedHouse {

    private static final String NEW = DirectDoor.PATH + "/new/market/business-licence";

    @Autowired private DirectIssues issues;
    @Autowired private Certificates certificates;
    @Autowired private CertificateActs acts;
    @Autowired private CertificateFiles files;
    @Autowired private VerifyCertificate verify;

    @Test
    void oneProposesAndAnotherIssues() throws Exception {
        var clerk = signedIn("/staff/sign-in", "market1");
        var head = signedIn("/staff/sign-in", "market2");

        var path = proposed(clerk, "990101198506150020");
        var waiting = page(get(path).cookie(clerk));
        var decided = answer(deciding(path, head, "issue"));

        assertThat(waiting).contains("等待核对", "提出的人不能自己同意").doesNotContain("value=\"issue\"");
        assertThat(decided.getStatus()).isEqualTo(303);
        var issue = issues.find(id(path)).orElseThrow();
        var certificate = certificates.find(issue.certificate().orElseThrow()).orElseThrow();
        assertThat(certificate.origin()).isEqualTo(Origin.DIRECT);
        assertThat(certificate.trust()).isEqualTo(Trust.A);
        assertThat(verify.verify(certificate).verdict()).isEqualTo(Verification.Verdict.VALID);
        assertThat(files.of(certificate, Format.OFD)).isPresent();
        assertThat(acts.of(certificate.id()).getFirst().by()).contains("、");
        assertThat(page(get("/staff/certificates/" + certificate.id()).cookie(head)))
                .contains("直接颁发", "市场主体登记管理条例");
        assertThat(answer(deciding(path, head, "issue")).getStatus()).isEqualTo(422);
    }

    @Test
    void whoeverProposesCannotAgree() throws Exception {
        var head = signedIn("/staff/sign-in", "market2");

        var path = proposed(head, "990101198506150020");
        var own = answer(deciding(path, head, "issue"));

        assertThat(own.getStatus()).isEqualTo(422);
        assertThat(issues.find(id(path)).orElseThrow().state())
                .isEqualTo(DirectIssue.State.PROPOSED);
    }

    @Test
    void whatIsRefusedIssuesNothing() throws Exception {
        var path = proposed(signedIn("/staff/sign-in", "market1"), "990101198506150020");

        answer(deciding(path, signedIn("/staff/sign-in", "market2"), "refuse"));

        var issue = issues.find(id(path)).orElseThrow();
        assertThat(issue.state()).isEqualTo(DirectIssue.State.REFUSED);
        assertThat(issue.certificate()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAtItsBoxAndWhatWasTypedStays() throws Exception {
        var clerk = signedIn("/staff/sign-in", "market1");

        var answer = answer(proposing(clerk, "990101198506150021").param("reason", ""));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("持证主体代码：不是正确的", "凤羽街道 5 号", "请写明颁发理由");
    }

    @Test
    void anOfficeThatTheTypeDoesNotNameFindsNoForm() throws Exception {
        var other = signedIn("/staff/sign-in", "health2");

        assertThat(answer(get(NEW).cookie(other)).getStatus()).isEqualTo(404);
    }

    private String proposed(Cookie session, String holder) throws Exception {
        var answer = answer(proposing(session, holder).param("reason", "登记系统故障期间受理，补发"));
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(303);
        return Objects.requireNonNull(answer.getHeader("Location"));
    }

    private static MockHttpServletRequestBuilder proposing(Cookie session, String holder) {
        return post(NEW)
                .with(csrf())
                .cookie(session)
                .param("c.holder", "陆某芳")
                .param("c.holderNumber", holder)
                .param("f.businessName", "陆记米粉店")
                .param("f.representative", "陆某芳")
                .param("f.capital", "5")
                .param("f.premises", "凤羽街道 5 号")
                .param("f.scope", "米粉")
                .param("basis", "市场主体登记管理条例的实施办法");
    }

    private static MockHttpServletRequestBuilder deciding(String path, Cookie session, String act) {
        return post(path).with(csrf()).cookie(session).param("act", act).param("why", "已核对登记档案");
    }
}
