package org.tongban.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTests {

    @Test
    void aNumberOfACitizenTellsItsPartsAndHidesItself() {
        var id = CitizenId.of("990101199001010019");

        assertThat(id.birthDate()).isEqualTo(LocalDate.of(1990, 1, 1));
        assertThat(id.region6()).isEqualTo("990101");
        assertThat(id).hasToString("990101********0019");
        assertThat("" + id).doesNotContain("19900101");
    }

    @Test
    void aRefusalDoesNotRepeatTheNumber() {
        assertThatThrownBy(() -> CitizenId.of("990101199001010018"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WRONG_CHECK");
    }

    @Test
    void anOrganisationShowsItsCode() {
        var code = CreditCode.of("91350100M000100Y43");

        assertThat(code.organisationCode()).isEqualTo("M000100Y4");
        assertThat(code.region6()).isEqualTo("350100");
        assertThat(code).hasToString("91350100M000100Y43");
    }

    @ParameterizedTest
    @CsvSource({
        "522732, 522732000000",
        "522732101, 522732101000",
        "522732101003, 522732101003",
        "５２２７３２, 522732000000"
    })
    void fillsAShortRegionWithZeros(String typed, String full) {
        assertThat(RegionCode.read(typed).orElseThrow()).hasToString(full);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "5227, WRONG_LENGTH",
        "022732, WRONG_CHARACTER",
        "52273A, WRONG_CHARACTER"
    })
    void refusesWhatIsNoRegion(String typed, CodeFault fault) {
        assertThat(RegionCode.read(typed).fault()).contains(fault);
    }

    @Test
    void aCodeOfAnItemTellsWhatIsInside() {
        var code = ItemCode.of("11370800MB28559184300011711200001");

        assertThat(code.implementingBody()).contains(CreditCode.of("11370800MB28559184"));
        assertThat(code.level()).contains(UseLevel.CITY);
        assertThat(code.type()).contains(ItemType.LICENSING);
        assertThat(code.base()).contains(ItemCode.of("000117112000"));
        assertThat(ItemCode.of("XK0010100Y").base()).isEmpty();
        assertThat(
                        ItemCode.of("511Z07001006-511602000000-000-11511301008778183N-1-00")
                                .implementingBody())
                .contains(CreditCode.of("11511301008778183N"));
    }

    @Test
    void refusesACodeOfAnItemUnderTheWrongScheme() {
        assertThatThrownBy(() -> new ItemCode("000117112000", ItemCode.Scheme.GUIDE_2016))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void typesAndLevelsKeepTheCodesOfTheStandard() {
        assertThat(ItemType.ofCode("20")).contains(ItemType.PUBLIC_SERVICE);
        assertThat(ItemType.ofCode("00")).isEmpty();
        assertThat(ItemType.PENALTY.onApplication()).isFalse();
        assertThat(ItemType.LICENSING.messageKey()).isEqualTo("item-type.01");
        assertThat(UseLevel.ofCode("7")).contains(UseLevel.GRADED);
        assertThat(UseLevel.ofCode("8")).isEmpty();
        assertThat(UseLevel.COUNTY.messageKey()).isEqualTo("use-level.4");
    }

    @Test
    void checksAsThePublicVectorOfTheStandard() {
        assertThat(Mod37_36.check("A12425GABC1234002")).isEqualTo('M');
        assertThat(Mod37_36.fits("A12425GABC1234002M")).isTrue();
        assertThatThrownBy(() -> Mod37_36.check("a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void composesTheIdentifierOfACertificate() {
        var identifier =
                CertificateIdentifier.compose(
                        CertificateTypeCode.of("11100000000013338W011"),
                        CreditCode.of("11430000006122244L"),
                        "20230000403",
                        1);

        assertThat(identifier)
                .hasToString(
                        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U");
        assertThat(identifier.serial()).isEqualTo("20230000403");
        assertThat(identifier.version()).isEqualTo(1);
        assertThat(identifier.issuer()).hasToString("11430000006122244L");
        assertThat(identifier.type().definedBy()).hasToString("11100000000013338W");
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "20230000403, 0", "20230000403, 1000", "a1, 1"})
    void composesNoIdentifierOutsideItsLimits(String serial, int version) {
        var type = CertificateTypeCode.of("11100000000013338W011");
        var issuer = CreditCode.of("11430000006122244L");

        assertThatThrownBy(() -> CertificateIdentifier.compose(type, issuer, serial, version))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void composesAndPrintsTheNumberOfACase() {
        var number =
                CaseNumber.compose(
                        RegionCode.of("522732000000"), LocalDate.of(2026, 11, 17), 'W', 318);

        assertThat(number.printed()).isEqualTo("522732-20261117-W-000318-C");
        assertThat(number.value()).hasSize(22);
        assertThat(number.day()).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat(number.channel()).isEqualTo('W');
        assertThat(number.region6()).isEqualTo("522732");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "522732-20261117-W-000318-C",
                "52273220261117W000318C",
                " 522732 20261117 w 000318 c ",
                "５２２７３２－２０２６１１１７－Ｗ－０００３１８－Ｃ",
                "522732–20261117—w—000318-c"
            })
    void readsTheNumberOfACaseHoweverTyped(String typed) {
        assertThat(CaseNumber.read(typed).orElseThrow())
                .isEqualTo(CaseNumber.of("52273220261117W000318C"));
    }

    @ParameterizedTest
    @CsvSource({
        "522732-20261117-W-000318-K, WRONG_CHECK",
        "522732-20261117-1-000318-C, WRONG_CHARACTER",
        "522732-20261117-W-0003I8-C, WRONG_CHARACTER",
        "522732-20261117-W-318-C, WRONG_LENGTH",
        "'  ', EMPTY"
    })
    void refusesWhatIsNoNumberOfACase(String typed, CodeFault fault) {
        assertThat(CaseNumber.read(typed).fault()).contains(fault);
    }

    @Test
    void refusesANumberOfACaseWithADayThatDoesNotExist() {
        var body = "52273220260230W000318";

        assertThat(CaseNumber.read(body + Mod37_36.check(body)).fault())
                .contains(CodeFault.IMPOSSIBLE_DATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000_000})
    void composesNoNumberOfACaseOutsideItsLimits(int serial) {
        var region = RegionCode.of("522732000000");
        var day = LocalDate.of(2026, 11, 17);

        assertThatThrownBy(() -> CaseNumber.compose(region, day, 'W', serial))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawsQueryCodesThatCanBeReadBackAndHidesThem() {
        var code = QueryCode.draw(new SecureRandom());

        assertThat(QueryCode.read(code.value().toLowerCase(Locale.ROOT)).orElseThrow())
                .isEqualTo(code);
        assertThat(code).hasToString("********");
        assertThat(code.value()).doesNotContain("0", "O", "1", "I", "L", "2", "Z", "5", "S", "V");
        assertThat(QueryCode.read("ABCDEFG0").fault()).contains(CodeFault.WRONG_CHARACTER);
        assertThat(QueryCode.read("ABC").fault()).contains(CodeFault.WRONG_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800003210",
                "138 0000 3210",
                "+86 138-0000-3210",
                "8613800003210",
                "008613800003210",
                "１３８００００３２１０"
            })
    void readsAMobileNumberHoweverTypedAndHidesIt(String typed) {
        assertThat(Mobile.read(typed).orElseThrow()).hasToString("138****3210");
    }

    @ParameterizedTest
    @CsvSource({
        "12800003210, WRONG_CHARACTER",
        "1380000321, WRONG_LENGTH",
        "'', EMPTY",
        "1380000321O, WRONG_CHARACTER"
    })
    void refusesWhatIsNoMobileNumber(String typed, CodeFault fault) {
        assertThat(Mobile.read(typed).fault()).contains(fault);
    }

    @Test
    void holdsTheFormOfAnInvestmentProject() {
        assertThat(InvestmentProjectCode.read("2016-440784-70-03-006957").isValid()).isTrue();
        assertThat(InvestmentProjectCode.read("2016—440784—70—03—006957").isValid()).isTrue();
        assertThat(InvestmentProjectCode.read("20164407847003006957").fault())
                .contains(CodeFault.WRONG_LENGTH);
        assertThat(InvestmentProjectCode.read("2016-44078-470-03-006957").fault())
                .contains(CodeFault.WRONG_PARTS);
    }

    @ParameterizedTest
    @CsvSource({"韦某兰, 韦*兰", "张三, 张*", "欧阳某兰, 欧**兰", "王, *", "'', ''", "'𠮷某兰', '𠮷*兰'"})
    void masksANameOfAPerson(String name, String masked) {
        assertThat(Names.masked(name)).isEqualTo(masked);
    }
}
