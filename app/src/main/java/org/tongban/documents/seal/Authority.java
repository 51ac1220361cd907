package org.tongban.documents.seal;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import org.tongban.crypto.SigningDevice;
import org.tongban.documents.font.TextFont;

/**
 * This installation's own certifying authority and seal maker. It is no licensed authority: others
 * trust its seals only if they take its root over. A place in earnest replaces it by the
 * certificates of a licensed one.
 */
public final class Authority {

    /** Names of the keys in the signing device. */
    public static final String KEY = "authority";

    public static final String MAKER_KEY = "seal-maker";

    private static final String HOUSE = "Tongban";
    private static final Duration ROOT = Duration.ofDays(20 * 365L);
    private static final Duration MAKER = Duration.ofDays(10 * 365L);
    private static final Duration SEALER = Duration.ofDays(5 * 365L);
    private static final int SERIAL_BITS = 127;
    private static final int ID_BYTES = 16;

    private final SigningDevice device;
    private final Instant from;
    private final SecureRandom random = new SecureRandom();

    /**
     * The authority as it works at one moment.
     *
     * @param now from which what it issues holds
     */
    public Authority(SigningDevice device, Instant now) {
        this.device = device;
        this.from = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Name of the agency's key in the signing device.
     *
     * @param number counts from 1
     */
    public static String keyOf(SealOwner owner, int number) {
        return number == 1 ? "agency-" + owner.key() : "agency-" + owner.key() + "-" + number;
    }

    public SealCertificate root() {
        var wanted =
                new SealCertificate.Wanted(
                        SealCertificate.Role.AUTHORITY,
                        "本平台自建印章认证机构（未经许可，仅供试用）",
                        HOUSE,
                        device.make(KEY),
                        from,
                        from.plus(ROOT));
        return SealCertificate.issue(wanted, serial(), SealCertificate.name(wanted), KEY, device);
    }

    public SealCertificate maker(SealCertificate root) {
        return issued(root, SealCertificate.Role.SEAL_MAKER, "电子印章制作", HOUSE, MAKER_KEY, MAKER);
    }

    public SealCertificate sealer(SealCertificate root, SealOwner owner, String keyName) {
        return issued(
                root,
                SealCertificate.Role.SEALER,
                owner.name(),
                owner.creditCode(),
                keyName,
                SEALER);
    }

    /** A seal of an agency for one purpose. */
    public ElectronicSeal seal(
            SealCertificate maker,
            SealCertificate sealer,
            SealOwner owner,
            String purpose,
            TextFont font) {
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        return ElectronicSeal.make(
                new ElectronicSeal.Wanted(
                        HexFormat.of().formatHex(id).toUpperCase(Locale.ROOT),
                        owner.name() + purpose,
                        sealer,
                        from,
                        sealer.until(),
                        SealPicture.of(font, owner.name(), purpose)),
                maker,
                MAKER_KEY,
                device);
    }

    private SealCertificate issued(
            SealCertificate root,
            SealCertificate.Role role,
            String name,
            String organisation,
            String keyName,
            Duration length) {
        var until = from.plus(length);
        return SealCertificate.issue(
                new SealCertificate.Wanted(
                        role,
                        name,
                        organisation,
                        device.make(keyName),
                        from,
                        until.isAfter(root.until()) ? root.until() : until),
                serial(),
                root.subjectName(),
                KEY,
                device);
    }

    private BigInteger serial() {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
    }
}
