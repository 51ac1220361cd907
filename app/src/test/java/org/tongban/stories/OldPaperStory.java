package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An office brings its old food licences into the library: what is wrong is said before anything is
 * written, what contradicts is decided, a colleague compares the sample, and its head confirms.
 */
class OldPaperStory {

    private static final String HEADER =
            "证照编号,持证主体,持证主体代码,颁发日期,有效期至,经营者名称,统一社会信用代码,法定代表人（负责人）,经营场所,主体业态,经营项目,扫描件\n";

    @Test
    @Tag("D2")
    void anOfficeBringsItsOldCertificatesIntoTheLibrary() {
        try (var clerk = Reader.atADesk();
                var head = Reader.atADesk();
                var overseer = Reader.atADesk()) {
            clerk.signsIn("/staff/sign-in", "market1");
            head.signsIn("/staff/sign-in", "market2");
            overseer.signsIn("/staff/sign-in", "supervisor1");

            var first = handsIn(clerk, "2016 年以前.csv", good() + wrong());
            readsTheReport(clerk);
            clerk.presses("main form button[type=submit]");
            assertThat(clerk.text("main")).contains("等待抽查和确认", "等待抽查的行");

            handsIn(clerk, "补正.csv", row("JY001", "凤凰大道 9 号", ""));
            decides(clerk);
            looksAtTheSample(head, first);
            confirms(head, first);
            overseer.opens("/staff/old-paper");
            assertThat(overseer.text("main")).contains("食品经营许可证", "已确认");
        }
    }

    private static String handsIn(Reader clerk, String name, String rows) {
        clerk.opens("/staff/old-paper");
        clerk.page().locator("#type").selectOption("food-business");
        clerk.page()
                .locator("#table")
                .setInputFiles(
                        new FilePayload(
                                name,
                                "text/csv",
                                (HEADER + rows).getBytes(StandardCharsets.UTF_8)));
        clerk.page()
                .locator("#scans")
                .setInputFiles(new FilePayload("扫描件.zip", "application/zip", scans()));
        clerk.presses("form[enctype] button[type=submit]");
        assertThat(clerk.heading()).startsWith(name);
        return clerk.page().url().replaceAll("^.*(/staff/old-paper/)", "$1");
    }

    private static void readsTheReport(Reader clerk) {
        assertThat(clerk.text("main"))
                .contains(
                        "已核对，未写入",
                        "持证主体代码：不是正确的公民身份号码",
                        "有效期至：超过这种证照的最长有效期",
                        "扫描件：压缩包里没有这个文件",
                        "写入 2 本证照");
        clerk.presses("nav a[href$='only=refused']");
        assertThat(clerk.page().locator("ul.check li").count()).isEqualTo(3);
    }

    private static void decides(Reader clerk) {
        clerk.presses("ul.check a");
        assertThat(clerk.text("main")).contains("中华路 3 号", "凤凰大道 9 号", "不同");
        clerk.presses("button[value=TAKEN]");
        assertThat(clerk.text(".errors")).contains("请写明理由");
        clerk.fills("why", "店已迁址，存根已更正").presses("button[value=TAKEN]");
        assertThat(clerk.text("main")).contains("以纸质证照为准");
        clerk.opens("/staff/old-paper/waiting");
        assertThat(clerk.text("main")).contains("没有等您决定的行");
    }

    private static void looksAtTheSample(Reader head, String batch) {
        head.opens(batch);
        while (head.page().locator(".pane .chips a").count() > 0) {
            head.presses(".pane .chips a >> nth=0");
            head.presses("button[value=agrees]");
        }
    }

    private static void confirms(Reader head, String batch) {
        head.opens(batch).fills("why", "对照存根核对无误");
        head.presses("form[action$='/confirmation'] button[type=submit]");
        assertThat(head.text("main")).contains("已确认");
        head.opens("/staff/certificates?q=JY002");
        assertThat(head.text("main")).contains("存量证照确认", "对照存根核对无误", "可信等级");
    }

    private static String good() {
        return row("JY001", "中华路 3 号", "一.png") + row("JY002", "中华路 5 号", "");
    }

    private static String wrong() {
        return row("JY003", "中华路 7 号", "").replace("990101198506150020", "990101198506150021")
                + row("JY004", "中华路 7 号", "").replace("2029", "2039")
                + row("JY005", "中华路 7 号", "二.png");
    }

    /** A table with one licence, whose scan is the picture of {@link Scan#zipped}. */
    static byte[] table(String number) {
        return (HEADER + row(number, "中华路 9 号", "一.png")).getBytes(StandardCharsets.UTF_8);
    }

    private static String row(String number, String premises, String scan) {
        return "%s,陆某芳,990101198506150020,%s,%s,陆记米粉店,,陆某芳,%s,餐饮服务经营者,热食类食品制售,%s\n"
                .formatted(number, "2025-03-02", "2029-03-01", premises, scan);
    }

    private static byte[] scans() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("一.png"));
            zip.write(Files.readAllBytes(Scan.picture()));
            zip.closeEntry();
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
        return bytes.toByteArray();
    }
}
