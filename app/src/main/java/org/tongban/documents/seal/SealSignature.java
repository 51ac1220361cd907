package org.tongban.documents.seal;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.tongban.crypto.SigningDevice;

/**
 * 电子签章数据: the structure SES_Signature of GB/T 38540-2020, one document sealed once.
 *
 * @param toSign the encoded TBS_Sign: exactly what the sealer signed
 * @param sealed what the document's hash was at that time
 * @param about where in the document the hashed part is
 * @param certificate of the sealer
 * @param timed whether a time stamp of somebody else hangs on it
 */
@SuppressWarnings("ArrayRecordComponent") // Carried to the check, never compared as a record.
public record SealSignature(
        byte[] toSign,
        ElectronicSeal seal,
        Instant at,
        byte[] sealed,
        String about,
        byte[] certificate,
        String algorithm,
        byte[] signature,
        boolean timed) {

    private static final String SM2_WITH_SM3 = GMObjectIdentifiers.sm2sign_with_sm3.getId();

    /** More than any of our own and less than would hurt to read. */
    private static final int LONGEST = 1024 * 1024;

    private static final int WITHOUT_TIME_STAMP = 4;

    /**
     * Seals.
     *
     * @param hash SM3 of what is sealed
     * @param about ASCII
     * @return the structure in DER
     */
    public static byte[] make(
            HeldSeal held, Instant at, byte[] hash, String about, SigningDevice device) {
        try {
            var toSign =
                    ElectronicSeal.sequence(
                            new ASN1Integer(ElectronicSeal.VERSION),
                            ASN1Sequence.getInstance(held.seal().der()),
                            ElectronicSeal.time(at),
                            new DERBitString(hash),
                            new DERIA5String(about));
            var signature = device.sign(held.keyName(), toSign.getEncoded(ASN1Encoding.DER));
            return ElectronicSeal.sequence(
                            toSign,
                            new DEROctetString(held.sealer().der()),
                            new ASN1ObjectIdentifier(SM2_WITH_SM3),
                            new DERBitString(signature))
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a structure in memory has an encoding", e);
        }
    }

    /**
     * Reads a signature.
     *
     * @throws Malformed when it is none of this standard, or something follows it
     */
    public static SealSignature read(byte[] der) throws Malformed {
        if (der.length > LONGEST) throw new Malformed("too long for a signature");
        try {
            // fromByteArray refuses what follows the structure.
            var whole = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
            var toSign = ASN1Sequence.getInstance(whole.getObjectAt(0));
            if (ASN1Integer.getInstance(toSign.getObjectAt(0)).intValueExact()
                    != ElectronicSeal.VERSION) {
                throw new Malformed("not a signature of GB/T 38540-2020");
            }
            return new SealSignature(
                    toSign.getEncoded(ASN1Encoding.DER),
                    ElectronicSeal.read(
                            toSign.getObjectAt(1).toASN1Primitive().getEncoded(ASN1Encoding.DER)),
                    ElectronicSeal.instant(toSign.getObjectAt(2)),
                    ASN1BitString.getInstance(toSign.getObjectAt(3)).getOctets(),
                    ASN1IA5String.getInstance(toSign.getObjectAt(4)).getString(),
                    ASN1OctetString.getInstance(whole.getObjectAt(1)).getOctets(),
                    ASN1ObjectIdentifier.getInstance(whole.getObjectAt(2)).getId(),
                    ASN1BitString.getInstance(whole.getObjectAt(3)).getOctets(),
                    whole.size() > WITHOUT_TIME_STAMP);
        } catch (IOException | ParseException | RuntimeException e) {
            // Bouncy Castle throws runtime exceptions of many kinds on bytes that are no structure.
            throw new Malformed("not a sealed signature", e);
        }
    }

    /** Whether the sealer's key signed it. */
    public boolean isSignedBy(SealCertificate sealer) {
        return algorithm.equals(SM2_WITH_SM3) && sealer.key().verifies(toSign, signature);
    }

    /** Whether this is what was sealed. */
    public boolean isAbout(byte[] hash) {
        return Arrays.equals(sealed, hash);
    }
}
