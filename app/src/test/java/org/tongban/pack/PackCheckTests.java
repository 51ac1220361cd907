package org.tongban.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackReader;

/** One mistake at a time in the pack that comes with the program. */
@Tag("A4")
class PackCheckTests {

    private static final String ITEM = "items/market/food-business-new.yaml";
    private static final String RESOURCE = "resources/population.yaml";

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                ITEM + " | level: 4 | levle: 4 | levle | 没有“levle”这个键",
                RESOURCE + " | provider: police | provider: nobody | provider | 没有部门“nobody”",
                RESOURCE + " | standsFor: id-card | standsFor: id | standsFor | 没有证照类型“id”",
                "resources/market-entities.yaml | share: unconditional | share: conditional | share |"
                        + " 有条件共享的，要写明条件",
                RESOURCE + " | 101001/0001 | 1/1 | code | “1/1”不合要求",
                RESOURCE + " | key: residence | key: holderName | items.key | 重复",
                RESOURCE + " | key: population | key: people | key | 文件名和 key 不一样",
                ITEM + " | level: 4 | level: 9 | level | “9”不合要求",
                ITEM + " | caseKind: promised | caseKind: soon | caseKind | “soon”不在表中",
                ITEM + " | 520131012001 | 520131012009 | catalogCode | 基本目录里没有“520131012009”",
                ITEM
                        + " | promised: { days: 5 | promised: { days: 11 | limits.promised.days |"
                        + " 承诺时限 11 天比法定时限 10 天长",
                ITEM
                        + " | promised: { days: 5 | promised: { days: 0 | limits.promised.days |"
                        + " 承诺时限是 0 的应当是即办件",
                ITEM + " | visits: 0 | visits: 1 | visitReason | 要到现场 1 次，就要写明为什么",
                ITEM
                        + " | post: market-decide | post: market-nobody | steps[3].post |"
                        + " 没有岗位“market-nobody”",
                ITEM
                        + " | post: market-decide | post: market-review | steps[3].post |"
                        + " 岗位“market-review”没有权限 decide",
                ITEM
                        + " | after: [site, canteen-health] | after: [sight] | steps[3].after[0] |"
                        + " 前面没有步骤“sight”",
                ITEM
                        + " | certificate: food-business | certificate: food-busines |"
                        + " result.certificate | 没有证照类型“food-busines”",
                ITEM + " | name: 操作流程图 | name: 其他有关材料 | materials[3].name | 兜底的说法：“其他有关材料”，要写清楚是什么",
                ITEM + " | key: floor-plan | key: identity | materials.key | “identity”重复，第一次在第",
                ITEM
                        + " | prefill: applicant.mobile | prefill: applicant.phone |"
                        + " form[0].fields[3].prefill | 没有“applicant.phone”",
                ITEM
                        + " | form.area > 200 | form.aera > 200 | steps[1].when |"
                        + " 没有“form.aera”，是不是“form.area”",
                ITEM
                        + " | key: food-business-new | key: food-business-nwe | key | 文件名应当是"
                        + " food-business-nwe.yaml",
                "agencies.yaml | 11990101TB0001012D | 11990101TB0001012E | [0].creditCode | 号码不对：",
                "agencies.yaml | complaintPhone: \"0854-3920101\" | complaintPhone:"
                        + " \"0854-3920001\" | [0].complaintPhone | 投诉电话不能和咨询电话相同",
                "centres.yaml | agency: police | agency: polise | [0].windows[4].agency |"
                        + " 没有“polise”",
                "staff.yaml | scope: region, window: w01 | scope: region, window: w99 |"
                        + " posts[0].window | 没有“w99”",
                "place.yaml | region: \"522732000000\" | region: \"522732000009\" | region |"
                        + " 没有“522732000009”",
                "notices.yaml | 最晚于 {day}答复是否受理 | 最晚于 {dya}答复是否受理 | receipt.next | 没有“{dya}”可填",
                "notices.yaml | 最晚于 {day}答复是否受理 | 最晚于五日内答复是否受理 | receipt.next | 这里必须写出“{day}”",
                "notices.yaml | 之日起六十日内向{review} | 之日起尽快向{review} | non-acceptance.remedies |"
                        + " 这里必须写明申请行政复议的期限",
                "certificate-types-1.yaml | from: form.premises | from: form.premisses |"
                        + " [0].fields[3].from | 没有“form.premisses”",
            })
    void namesFileLineAndKey(
            String file, String right, String wrong, String keyPath, String message)
            throws IOException {
        var line = change(file, right, wrong);

        var faults = faults();

        assertThat(faults)
                .as("%s", faults)
                .anySatisfy(
                        fault -> {
                            assertThat(fault.file()).isEqualTo(file);
                            assertThat(fault.keyPath()).isEqualTo(keyPath);
                            assertThat(fault.message()).contains(message);
                            assertThat(fault.isError()).isTrue();
                            if (!keyPath.equals("visitReason") && !keyPath.equals("catalogCode")) {
                                assertThat(fault.line()).isEqualTo(line);
                            }
                        });
    }

    @Test
    void anUnknownKeySaysWhichThereAre() throws IOException {
        change("place.yaml", "hotline:", "hotlien:");

        assertThat(faults())
                .filteredOn(fault -> fault.keyPath().equals("hotlien"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.allowed()).contains("hotline", "remedies"));
    }

    @Test
    void aPaperWithoutItsRemediesIsRefused() throws IOException {
        change("notices.yaml", "\n  remedies: ", "\n  remedy: ");

        assertThat(faults())
                .filteredOn(fault -> fault.file().equals("notices.yaml"))
                .anySatisfy(
                        fault -> {
                            assertThat(fault.keyPath()).isEqualTo("non-acceptance");
                            assertThat(fault.message()).isEqualTo("缺少“remedies”");
                            assertThat(fault.isError()).isTrue();
                        });
    }

    @Test
    void aPackMayLeaveItsPapersToTheStandardWords() throws IOException {
        copy();
        Files.delete(folder.resolve("notices.yaml"));

        assertThat(faults()).noneMatch(PackFault::isError);
    }

    @Test
    void saysWhereYamlBreaks() throws IOException {
        var line = change("place.yaml", "hotline: \"12345\"", "hotline: \"12345");

        assertThat(faults())
                .filteredOn(fault -> fault.message().startsWith("不是正确的 YAML"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isGreaterThanOrEqualTo(line));
    }

    @Test
    void reportsTotalsThatDoNotAgree() throws IOException {
        change("place.yaml", "windows: 118", "windows: 130");

        assertThat(faults())
                .extracting(PackFault::message, PackFault::severity)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "合计不符：写的是 130，各行相加是 118", PackFault.Severity.FINDING));
    }

    @Test
    void refusesFilesThatAreTooLargeTooDeepOrNotText() throws IOException {
        copy();
        Files.writeString(folder.resolve("centres.yaml"), "# " + "x".repeat(3 * 1024 * 1024));
        Files.writeString(folder.resolve("staff.yaml"), "[".repeat(500) + "]".repeat(500));
        Files.write(folder.resolve("place.yaml"), new byte[] {(byte) 0xC3, (byte) 0x28});

        assertThat(faults())
                .extracting(PackFault::file, PackFault::message)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("centres.yaml", "文件太大，最多 2 MB"),
                        org.assertj.core.groups.Tuple.tuple("staff.yaml", "层次太深，最多 30 层"),
                        org.assertj.core.groups.Tuple.tuple("place.yaml", "不是 UTF-8 编码"));
    }

    /** The line on which the mistake now stands. */
    private int change(String file, String right, String wrong) throws IOException {
        copy();
        var path = folder.resolve(file);
        var text = Files.readString(path, StandardCharsets.UTF_8);
        assertThat(text).contains(right);
        var at = text.indexOf(right);
        Files.writeString(
                path, text.substring(0, at) + wrong + text.substring(at + right.length()));
        return 1 + (int) IntStream.range(0, at).filter(i -> text.charAt(i) == '\n').count();
    }

    private void copy() throws IOException {
        PackImportTests.copy(SanduPackTests.SANDU, folder);
    }

    private List<PackFault> faults() throws IOException {
        return PackCheck.check(PackReader.read(folder)).faults();
    }
}
