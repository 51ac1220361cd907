package org.tongban.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the check characters promise; the seed is in the name of the test. */
class CheckPropertyTests {

    private static final String DIGITS = "0123456789";
    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWrongDigitOfACitizenIsCaught(long seed) {
        var random = new Random(seed);
        var id = anyCitizen(random);

        for (var at = 0; at < 17; at++) {
            var wrong = withOther(id, at, DIGITS, random);

            assertThat(CitizenId.read(wrong).isValid()).as(wrong).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySwapOfNeighboursOfACitizenIsCaught(long seed) {
        var id = anyCitizen(new Random(seed));

        for (var at = 0; at < 16; at++) {
            var wrong = swapped(id, at, at + 1);

            assertThat(CitizenId.read(wrong).isValid()).as(wrong).isEqualTo(wrong.equals(id));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWrongCharacterOfAnOrganisationIsCaught(long seed) {
        var random = new Random(seed);
        var code = anyOrganisation(random);

        for (var at = 0; at < 18; at++) {
            var wrong = withOther(code, at, CREDIT, random);

            assertThat(CreditCode.read(wrong).isValid()).as(wrong).isFalse();
        }
    }

    /** Position 1 and 18 weigh the same, so a swap of those two alone may pass. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyOtherSwapInAnOrganisationIsCaught(long seed) {
        var code = anyOrganisation(new Random(seed));

        for (var from = 0; from < 17; from++) {
            for (var to = from + 1; to < 18; to++) {
                var wrong = swapped(code, from, to);
                if (from > 0 || to < 17) {
                    assertThat(CreditCode.read(wrong).isValid())
                            .as(wrong)
                            .isEqualTo(wrong.equals(code));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWrongCharacterOfAnIsoCheckIsCaught(long seed) {
        var random = new Random(seed);
        var body = any(random, ALL, 1 + random.nextInt(60));
        var text = body + Mod37_36.check(body);

        assertThat(Mod37_36.fits(text)).isTrue();
        for (var at = 0; at < text.length(); at++) {
            assertThat(Mod37_36.fits(withOther(text, at, ALL, random))).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noTextMakesAReaderFail(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = random.nextInt(80); i > 0; i--) {
            text.appendCodePoint(random.nextInt(0x3000));
        }
        var typed = random.nextBoolean() ? text.toString() : "1.2.156.3005.2." + text;

        assertThat(CitizenId.read(typed).isValid()).isFalse();
        assertThat(CreditCode.read(typed).isValid()).isFalse();
        assertThat(CaseNumber.read(typed).isValid()).isFalse();
        assertThat(CertificateIdentifier.read(typed).isValid()).isFalse();
        assertThat(CertificateIdentifier.imported(typed).isSound()).isFalse();
        assertThat(CreditCode.imported(typed).isSound()).isFalse();
        assertThat(ItemCode.read(typed).isValid()).isFalse();
        assertThat(Mobile.read(typed).isValid()).isFalse();
        assertThat(RegionCode.read(typed).isValid()).isFalse();
    }

    /** A number of the region that does not exist, found by trying the last character. */
    private static String anyCitizen(Random random) {
        var body =
                String.format(
                        Locale.ROOT,
                        "990101%04d%02d%02d%03d",
                        1900 + random.nextInt(120),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        random.nextInt(1000));
        return completed(body, "0123456789X");
    }

    private static String completed(String body, String checks) {
        return checks.chars()
                .mapToObj(check -> body + (char) check)
                .filter(text -> CitizenId.read(text).isValid())
                .findFirst()
                .orElseThrow();
    }

    private static String anyOrganisation(Random random) {
        var body = "91" + any(random, DIGITS, 6) + any(random, CREDIT, 8);
        return "0123456789X"
                .chars()
                .mapToObj(inner -> body + (char) inner)
                .flatMap(start -> CREDIT.chars().mapToObj(outer -> start + (char) outer))
                .filter(text -> CreditCode.read(text).isValid())
                .findFirst()
                .orElseThrow();
    }

    private static String any(Random random, String alphabet, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String withOther(String text, int at, String alphabet, Random random) {
        var shift = 1 + random.nextInt(alphabet.length() - 1);
        var was = alphabet.indexOf(text.charAt(at));
        var other = alphabet.charAt((was + shift) % alphabet.length());
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static String swapped(String text, int from, int to) {
        var characters = text.toCharArray();
        characters[from] = text.charAt(to);
        characters[to] = text.charAt(from);
        return new String(characters);
    }
}
