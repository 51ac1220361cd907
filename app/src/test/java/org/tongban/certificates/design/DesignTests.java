package org.tongban.certificates.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.certificates.BrowsedHouse;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.KnownTypes;
import org.tongban.pack.PackExport;
import org.tongban.pack.PackImport;

@Tag("D2")
class DesignTests extends BrowsedHouse {

    private static final String TYPES = "/staff/certificate-types/";
    private static final Path SANDU =
            Path.of(System.getProperty("tongban.root", ".."), "packs", "sandu");

    @Autowired private KnownTypes types;
    @Autowired private TypeDrafts drafts;
    @Autowired private PackExport export;
    @Autowired private PackImport imports;

    @Test
    void everyTypeOfThePackIsTheSameBehindItsForm() {
        assertThat(types.all()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(types.all())
                .allSatisfy(
                        type -> assertThat(TypedType.of(type).type(type.key())).isEqualTo(type));
    }

    @Test
    void aChangeIsSeenBeforeItIsPublishedAndOldCertificatesStayOnTheirVersion() throws Exception {
        var admin = signedIn("/staff/sign-in", "admin1");
        var before = types.current("small-food-workshop").orElseThrow();
        var typed = new HashMap<>(TypedType.of(before.type()).boxes());
        typed.put("name", "食品小作坊登记证（新式）");
        typed.put("e2.label", "经营者");

        var kept = answer(sent(TYPES + "small-food-workshop/draft", admin, typed));
        var draft = page(get(TYPES + "small-food-workshop/draft").cookie(admin));
        var picture = answer(get(TYPES + "small-food-workshop/draft/preview.svg").cookie(admin));

        assertThat(kept.getStatus()).isEqualTo(303);
        assertThat(draft).contains("食品小作坊登记证（新式）", "检查通过", "preview.svg");
        assertThat(text(picture)).startsWith("<svg").contains("食品小作坊登记证（新式）", "（经营者）");
        assertThat(types.find("small-food-workshop").orElseThrow().name()).isEqualTo("食品小作坊登记证");

        assertThat(draft).contains("请另一位管理员看过以后发布").doesNotContain("/publication");
        var own = answer(publishing(admin, "small-food-workshop"));
        assertThat(own.getStatus()).as("who designed it does not publish it").isEqualTo(422);
        assertThat(text(own)).contains("请另一位管理员看过以后发布");
        publish(signedIn("/staff/sign-in", "admin2"), "small-food-workshop");

        var after = types.current("small-food-workshop").orElseThrow();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.type().name()).isEqualTo("食品小作坊登记证（新式）");
        assertThat(types.find("small-food-workshop", before.version())).contains(before.type());
        assertThat(drafts.find("small-food-workshop")).isEmpty();
    }

    @Test
    void aNewTypeGoesIntoThePackAndComesBackUnchanged(@TempDir Path folder) throws Exception {
        var admin = signedIn("/staff/sign-in", "admin1");
        answer(
                post("/staff/certificate-types/design")
                        .with(csrf())
                        .cookie(admin)
                        .param("key", "outdoor-sign"));
        answer(sent(TYPES + "outdoor-sign/draft", admin, outdoorSign()));
        publish(signedIn("/staff/sign-in", "admin2"), "outdoor-sign");
        var designed = types.current("outdoor-sign").orElseThrow();

        export.run(folder);
        assertThat(imports.run(folder, Optional.empty()).isDone()).isTrue();

        types.changed("outdoor-sign");
        assertThat(types.current("outdoor-sign")).contains(designed);
        assertThat(designed.type().mayBeIssuedBy("urban-law")).isTrue();

        imports.run(SANDU, Optional.empty());

        assertThat(types.find("outdoor-sign")).map(CertificateType::name).contains("户外招牌设置证");
    }

    @Test
    void whatIsWrongIsSaidAndKeptAsTyped() throws Exception {
        var admin = signedIn("/staff/sign-in", "admin1");
        var typed = new HashMap<>(TypedType.of(types.find("seed").orElseThrow()).boxes());
        typed.put("typeCode", "123");
        typed.put("e0.from", "form.nobodyAsks");
        typed.put("e1.key", "holder");
        typed.put("validYears", "五年");
        typed.put("issuers", "nobody");
        typed.put("p0.show", "seal");
        typed.put("p0.x", "290");
        typed.put("width", "297");
        typed.put("height", "210");

        var answer = answer(sent(TYPES + "seed/draft", admin, typed));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer))
                .contains("不是正确的证照类型代码", "和前面的相同", "没有“nobody”这个部门", "五年", "form.nobodyAsks")
                .contains("请填 0 到 255 之间的整数")
                .doesNotContain("检查通过");
        assertThat(answer(publishing(admin, "seed")).getStatus()).isEqualTo(422);
        answer(post(TYPES + "seed/draft/removal").with(csrf()).cookie(admin));
        assertThat(drafts.find("seed")).isEmpty();
    }

    private static Map<String, String> outdoorSign() {
        return Map.ofEntries(
                Map.entry("name", "户外招牌设置证"),
                Map.entry("typeCode", "11990101000000019X901"),
                Map.entry("holder", "firm"),
                Map.entry("validYears", "2"),
                Map.entry("issuers", "urban-law"),
                Map.entry("e0.key", "place"),
                Map.entry("e0.label", "设置地点"),
                Map.entry("e0.from", "applicant.address"),
                Map.entry("e0.longest", "60"),
                Map.entry("e1.key", "size"),
                Map.entry("e1.label", "规格"),
                Map.entry("e1.from", "applicant.name"),
                Map.entry("e1.choices", "大、中、小"),
                Map.entry("width", "297"),
                Map.entry("height", "210"),
                Map.entry("p0.show", "title"),
                Map.entry("p0.x", "148"),
                Map.entry("p0.y", "50"),
                Map.entry("p0.align", "middle"),
                Map.entry("p1.show", "seal"),
                Map.entry("p1.x", "220"),
                Map.entry("p1.y", "140"));
    }

    private void publish(Cookie admin, String key) throws Exception {
        assertThat(answer(publishing(admin, key)).getStatus()).isEqualTo(303);
    }

    private static MockHttpServletRequestBuilder publishing(Cookie admin, String key) {
        return post(TYPES + key + "/draft/publication")
                .with(csrf())
                .cookie(admin)
                .param("why", "按新的式样");
    }

    private static MockHttpServletRequestBuilder sent(
            String path, Cookie session, Map<String, String> typed) {
        var request = post(path).with(csrf()).cookie(session);
        typed.forEach(request::param);
        return request;
    }
}
