package org.tongban.certificates.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.casework.Applicant;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.claim.Claim;
import org.tongban.certificates.claim.Parts;
import org.tongban.certificates.paper.ReadScans.Reading;

/** What of a table agrees with lines that were read on a scan. */
@Tag("D2")
class ScanComparisonTests {

    private static final Claim CLAIM =
            new Claim(
                    "202352001234",
                    new CertificateContent.Holder(
                            Applicant.Kind.PERSON, "陆某芳", "990101199208170669"),
                    LocalDate.of(2023, 1, 2),
                    Optional.of(LocalDate.of(2028, 1, 1)),
                    List.of());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    as printed             | 护士执业证书/编号：202352001234/姓名 陆某芳/发证日期 2023年1月2日 至 2028年1月1日        | AGREES
                    spaced and full-width  | 编号 ２０２３ ５２００ １２３４/姓 名 陆 某 芳/2023 年 1 月 2 日/2028-01-01                | AGREES
                    broken over two lines  | 编号 20235200/1234/陆某芳/2023.1.2/2028.1.1                                            | AGREES
                    letter O for a nought  | 编号2O2352OO1234/陆某芳/2023年01月02日/2028年1月1日                                         | AGREES
                    another number         | 编号 202352001284/陆某芳/2023年1月2日/2028年1月1日                                      | DIFFERS
                    another name           | 编号 202352001234/韦某山/2023年1月2日/2028年1月1日                                      | DIFFERS
                    another last day       | 编号 202352001234/陆某芳/2023年1月2日/2027年1月1日                                      | DIFFERS
                    another day of issue   | 编号 202352001234/陆某芳/2022年1月2日/2028年1月1日                                      | DIFFERS
                    days on another page   | 护士执业证书/编号 202352001234/陆某芳                                                   | AGREES
                    a number that is longer| 编号 9202352001234/陆某芳/2023年1月2日/2028年1月1日                                     | AGREES
                    blank                  | ''                                                                                  | UNREAD
                    hardly anything        | 证书/章                                                                              | UNREAD
                    """)
    void comparesAsAPersonWould(String why, String lines, Reading wanted) {
        var found =
                ScanComparison.of(CLAIM, lines.isEmpty() ? List.of() : List.of(lines.split("/")));

        assertThat(ReadScans.reading(found)).as(why).isEqualTo(wanted);
    }

    @Test
    void whatComesNearestIsNamed() {
        var found =
                ScanComparison.of(
                        CLAIM, List.of("编号 202352001284", "姓名 陆某方", "2023年1月2日 2027年1月1日"));

        assertThat(found.get(Parts.NUMBER))
                .isEqualTo(new ScanComparison.Found(ScanComparison.Part.DIFFERS, "202352001284"));
        assertThat(found.get(Parts.HOLDER))
                .isEqualTo(new ScanComparison.Found(ScanComparison.Part.DIFFERS, "陆某方"));
        assertThat(found.get(Parts.VALID_UNTIL))
                .isEqualTo(
                        new ScanComparison.Found(
                                ScanComparison.Part.DIFFERS, "2023-01-02、2027-01-01"));
    }
}
