package org.tongban.documents.seal;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.tongban.crypto.SigningDevice;
import org.tongban.crypto.Sm3;

/**
 * 电子印章: the structure SESeal of GB/T 38540-2020. The maker's signature stands over the encoded seal
 * information.
 *
 * @param der the seal as it was made
 * @param info the encoded seal information: exactly what the maker signed
 * @param listed certificates of those who may seal with it, or their SM3 hashes
 * @param picture width and height are in millimetres
 */
@SuppressWarnings("ArrayRecordComponent") // Carried to the check, never compared as a record.
public record ElectronicSeal(
        byte[] der,
        byte[] info,
        String id,
        String name,
        boolean listsHashes,
        List<byte[]> listed,
        Instant from,
        Instant until,
        Picture picture,
        byte[] maker,
        String algorithm,
        byte[] signature) {

    /** The picture of a seal. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Picture(String type, byte[] bytes, int width, int height) {}

    /** What a seal is to be. */
    public record Wanted(
            String id,
            String name,
            SealCertificate sealer,
            Instant from,
            Instant until,
            Picture picture) {}

    static final int VERSION = 4;

    private static final String ID = "ES";
    private static final String VENDOR = "Tongban";

    /** 印章类型: 1, a seal of an organisation. */
    private static final int OF_ORGANISATION = 1;

    private static final int CERTIFICATES = 1;
    private static final int HASHES = 2;
    private static final String SM2_WITH_SM3 = GMObjectIdentifiers.sm2sign_with_sm3.getId();

    public ElectronicSeal {
        listed = List.copyOf(listed);
    }

    /** Makes a seal: the maker signs for what it looks like and who may use it. */
    static ElectronicSeal make(
            Wanted wanted, SealCertificate maker, String makerKey, SigningDevice device) {
        var header =
                sequence(new DERIA5String(ID), new ASN1Integer(VERSION), new DERIA5String(VENDOR));
        var property =
                sequence(
                        new ASN1Integer(OF_ORGANISATION),
                        new DERUTF8String(wanted.name()),
                        new ASN1Integer(CERTIFICATES),
                        sequence(new DEROctetString(wanted.sealer().der())),
                        time(wanted.from()),
                        time(wanted.from()),
                        time(wanted.until()));
        var look = wanted.picture();
        var picture =
                sequence(
                        new DERIA5String(look.type()),
                        new DEROctetString(look.bytes()),
                        new ASN1Integer(look.width()),
                        new ASN1Integer(look.height()));
        var info = sequence(header, new DERIA5String(wanted.id()), property, picture);
        try {
            var signature = device.sign(makerKey, info.getEncoded(ASN1Encoding.DER));
            var seal =
                    sequence(
                            info,
                            new DEROctetString(maker.der()),
                            new ASN1ObjectIdentifier(SM2_WITH_SM3),
                            new DERBitString(signature));
            return read(seal.getEncoded(ASN1Encoding.DER));
        } catch (IOException | Malformed e) {
            throw new IllegalStateException("a seal just made can be read", e);
        }
    }

    /**
     * Reads a seal.
     *
     * @throws Malformed when it is none of this standard
     */
    public static ElectronicSeal read(byte[] der) throws Malformed {
        try {
            var seal = ASN1Sequence.getInstance(der);
            var info = ASN1Sequence.getInstance(seal.getObjectAt(0));
            var header = ASN1Sequence.getInstance(info.getObjectAt(0));
            if (!ASN1IA5String.getInstance(header.getObjectAt(0)).getString().equals(ID)
                    || ASN1Integer.getInstance(header.getObjectAt(1)).intValueExact() != VERSION) {
                throw new Malformed("not a seal of GB/T 38540-2020");
            }
            var property = ASN1Sequence.getInstance(info.getObjectAt(2));
            var listType = ASN1Integer.getInstance(property.getObjectAt(2)).intValueExact();
            if (listType != CERTIFICATES && listType != HASHES) {
                throw new Malformed("unknown type of the list of certificates");
            }
            var picture = ASN1Sequence.getInstance(info.getObjectAt(3));
            return new ElectronicSeal(
                    der.clone(),
                    info.getEncoded(ASN1Encoding.DER),
                    ASN1IA5String.getInstance(info.getObjectAt(1)).getString(),
                    ASN1UTF8String.getInstance(property.getObjectAt(1)).getString(),
                    listType == HASHES,
                    listed(listType, ASN1Sequence.getInstance(property.getObjectAt(3))),
                    instant(property.getObjectAt(5)),
                    instant(property.getObjectAt(6)),
                    new Picture(
                            ASN1IA5String.getInstance(picture.getObjectAt(0)).getString(),
                            ASN1OctetString.getInstance(picture.getObjectAt(1)).getOctets(),
                            ASN1Integer.getInstance(picture.getObjectAt(2)).intValueExact(),
                            ASN1Integer.getInstance(picture.getObjectAt(3)).intValueExact()),
                    ASN1OctetString.getInstance(seal.getObjectAt(1)).getOctets(),
                    ASN1ObjectIdentifier.getInstance(seal.getObjectAt(2)).getId(),
                    ASN1BitString.getInstance(seal.getObjectAt(3)).getOctets());
        } catch (IOException | RuntimeException | ParseException e) {
            // Bouncy Castle throws runtime exceptions of many kinds on bytes that are no structure.
            throw new Malformed("not an electronic seal", e);
        }
    }

    /** Whether the maker named in the seal signed it. */
    boolean isSignedBy(SealCertificate claimedMaker) {
        return algorithm.equals(SM2_WITH_SM3) && claimedMaker.key().verifies(info, signature);
    }

    /** Whether the holder of the certificate may seal with it. */
    boolean lists(byte[] certificate) {
        var wanted = listsHashes ? Sm3.hash(certificate) : certificate;
        return listed.stream().anyMatch(one -> Arrays.equals(one, wanted));
    }

    boolean holdsAt(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(until);
    }

    private static List<byte[]> listed(int type, ASN1Sequence list) {
        var found = new ArrayList<byte[]>();
        for (var entry : list) {
            found.add(
                    type == CERTIFICATES
                            ? ASN1OctetString.getInstance(entry).getOctets()
                            : ASN1OctetString.getInstance(
                                            ASN1Sequence.getInstance(entry).getObjectAt(1))
                                    .getOctets());
        }
        return found;
    }

    static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    static ASN1GeneralizedTime time(Instant moment) {
        return new DERGeneralizedTime(Date.from(moment));
    }

    static Instant instant(ASN1Encodable time) throws ParseException {
        return ASN1GeneralizedTime.getInstance(time).getDate().toInstant();
    }

    @Override
    public String toString() {
        return "ElectronicSeal[" + id + " " + name + "]";
    }
}
