package org.tongban.documents.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.tongban.crypto.SigningDevice;
import org.tongban.crypto.Sm2Verifier;

/**
 * An X.509 certificate with an SM2 key, of those who make seals and of those who seal.
 *
 * @param der the certificate as issued
 * @param subject who it is about, as RFC 4519 writes names
 * @param serial lower-case hex
 * @param authority whether it may issue others
 * @param signs whether its key may sign documents
 */
@SuppressWarnings("ArrayRecordComponent") // Carried to the check, never compared as a record.
public record SealCertificate(
        byte[] der,
        String subject,
        String commonName,
        String issuer,
        String serial,
        Instant from,
        Instant until,
        boolean authority,
        boolean signs,
        Sm2Verifier key) {

    /** What a certificate is for. */
    public enum Role {
        AUTHORITY,
        SEAL_MAKER,
        SEALER
    }

    private static final AlgorithmIdentifier SM2_WITH_SM3 =
            new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);

    /** Whose certificate, for which key, until when. */
    public record Wanted(
            Role role,
            String name,
            String organisation,
            Sm2Verifier key,
            Instant from,
            Instant until) {}

    /**
     * Issues a certificate.
     *
     * @param serial positive, never used before by this issuer
     * @param issuerName subject of the issuer's certificate
     * @param issuerKey name of the issuer's key in the device
     */
    static SealCertificate issue(
            Wanted wanted,
            BigInteger serial,
            X500Name issuerName,
            String issuerKey,
            SigningDevice device) {
        var tbs = new V3TBSCertificateGenerator();
        tbs.setSerialNumber(new org.bouncycastle.asn1.ASN1Integer(serial));
        tbs.setSignature(SM2_WITH_SM3);
        tbs.setIssuer(issuerName);
        tbs.setSubject(name(wanted));
        tbs.setStartDate(new Time(Date.from(wanted.from())));
        tbs.setEndDate(new Time(Date.from(wanted.until())));
        tbs.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(wanted.key().encoded()));
        try {
            var isAuthority = wanted.role() == Role.AUTHORITY;
            var extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            extensions.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            isAuthority
                                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                    : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            tbs.setExtensions(extensions.generate());
            var body = tbs.generateTBSCertificate();
            var signature = device.sign(issuerKey, body.getEncoded(ASN1Encoding.DER));
            var whole =
                    new DERSequence(
                            new org.bouncycastle.asn1.ASN1Encodable[] {
                                body, SM2_WITH_SM3, new DERBitString(signature)
                            });
            return read(whole.getEncoded(ASN1Encoding.DER));
        } catch (IOException | Malformed e) {
            throw new IllegalStateException("a certificate just made can be read", e);
        }
    }

    static X500Name name(Wanted wanted) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, wanted.organisation())
                .addRDN(BCStyle.CN, wanted.name())
                .build();
    }

    /**
     * Reads a certificate.
     *
     * @throws Malformed when it is none, or not one with an SM2 key
     */
    public static SealCertificate read(byte[] der) throws Malformed {
        try {
            var certificate = Certificate.getInstance(der);
            var extensions = certificate.getTBSCertificate().getExtensions();
            var constraints =
                    extensions == null ? null : BasicConstraints.fromExtensions(extensions);
            var usage = extensions == null ? null : KeyUsage.fromExtensions(extensions);
            var authority =
                    constraints != null
                            && constraints.isCA()
                            && usage != null
                            && usage.hasUsages(KeyUsage.keyCertSign);
            var commonNames = certificate.getSubject().getRDNs(BCStyle.CN);
            return new SealCertificate(
                    der.clone(),
                    certificate.getSubject().toString(),
                    commonNames.length == 0
                            ? certificate.getSubject().toString()
                            : commonNames[0].getFirst().getValue().toString(),
                    certificate.getIssuer().toString(),
                    serial(certificate.getSerialNumber().getValue()),
                    certificate.getStartDate().getDate().toInstant(),
                    certificate.getEndDate().getDate().toInstant(),
                    authority,
                    usage == null || usage.hasUsages(KeyUsage.digitalSignature),
                    Sm2Verifier.of(certificate.getSubjectPublicKeyInfo().getEncoded()));
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle throws runtime exceptions of many kinds on bytes that are no structure.
            throw new Malformed("not a certificate with an SM2 key", e);
        }
    }

    /** Whether the other's key signed this one, and the names match. */
    boolean isIssuedBy(SealCertificate other) {
        var certificate = Certificate.getInstance(der);
        try {
            return issuer.equals(other.subject())
                    && GMObjectIdentifiers.sm2sign_with_sm3.equals(
                            certificate.getSignatureAlgorithm().getAlgorithm())
                    && other.key()
                            .verifies(
                                    certificate.getTBSCertificate().getEncoded(ASN1Encoding.DER),
                                    certificate.getSignature().getOctets());
        } catch (IOException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }

    /** Whether the moment lies in its period. */
    boolean holdsAt(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(until);
    }

    private static String serial(BigInteger number) {
        return HexFormat.of().formatHex(number.toByteArray());
    }

    X500Name subjectName() {
        return Certificate.getInstance(der).getSubject();
    }

    @Override
    public String toString() {
        return "SealCertificate[" + serial + " " + subject + "]";
    }
}
