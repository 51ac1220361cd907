package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sealed files of a certificate: its holder downloads them, anybody has them checked. */
final class SealedFile {

    private SealedFile() {}

    /** The holder is on the page of a certificate; the other need not be signed in. */
    static void isCheckedByAnybody(Reader holder, Reader anybody) throws IOException {
        var ofd = saved(downloaded(holder, "certificate.ofd"));
        var pdf = saved(downloaded(holder, "certificate.pdf"));

        checks(anybody, ofd);
        assertThat(anybody.heading()).isEqualTo("文件是真的");
        assertThat(anybody.text("ol.steps")).contains("第 1 步", "第 8 步").doesNotContain("不通过");
        checks(anybody, pdf);
        assertThat(anybody.heading()).isEqualTo("文件是真的");

        checks(anybody, altered(ofd));
        assertThat(anybody.heading()).isEqualTo("验证不通过");
        assertThat(anybody.text("ol.steps li:first-child")).contains("不通过", "被改过", "OFD.xml");
        checks(anybody, Files.writeString(Files.createTempFile("a", ".ofd"), "不是 OFD"));
        assertThat(anybody.heading()).isEqualTo("不能验证这个文件");
    }

    private static Download downloaded(Reader holder, String file) {
        return holder.page()
                .waitForDownload(() -> holder.page().locator("a[href$='" + file + "']").click());
    }

    private static Path saved(Download download) throws IOException {
        var name = download.suggestedFilename();
        var file = Files.createTempFile("sealed-", name.substring(name.lastIndexOf('.')));
        download.saveAs(file);
        return file;
    }

    private static void checks(Reader reader, Path file) {
        reader.opens("/verify");
        reader.page().locator("input[type=file]").setInputFiles(file);
        reader.presses("form[action='/verify/file'] button").looks();
    }

    /** The same file with another holder in its metadata. */
    private static Path altered(Path ofd) throws IOException {
        var changed = Files.createTempFile("altered-", ".ofd");
        try (var zip = new java.util.zip.ZipInputStream(Files.newInputStream(ofd));
                var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(changed))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var content = zip.readAllBytes();
                if (entry.getName().equals("OFD.xml")) {
                    content =
                            new String(content, StandardCharsets.UTF_8)
                                    .replace("Name=\"CZZT\">", "Name=\"CZZT\">某")
                                    .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        return changed;
    }
}
