package org.tongban.certificates.wallet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.Certificates;
import org.tongban.crypto.Keys;
import org.tongban.crypto.Sm2Verifier;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file with which a machine checks a certificate without us: the signed text exactly as it was
 * signed, the signature, and the key it is checked with.
 */
@Component
class SignedFile {

    /** SM2 with SM3 over the UTF-8 bytes of {@code content}; DER; the standard's default id. */
    private static final String ALGORITHM = "SM2-SM3";

    private final Certificates certificates;
    private final Keys keys;

    SignedFile(Certificates certificates, Keys keys) {
        this.certificates = certificates;
        this.keys = keys;
    }

    byte[] of(Certificate certificate) {
        var file = JsonMapper.shared().createObjectNode();
        var bytes = certificates.signedBytes(certificate);
        file.put("content", new String(bytes, StandardCharsets.UTF_8));
        file.put("algorithm", ALGORITHM);
        file.put("signature", Base64.getEncoder().encodeToString(certificate.signature()));
        file.put("keyId", certificate.keyId());
        keys.verifier(certificate.keyId())
                .map(Sm2Verifier::pem)
                .ifPresent(pem -> file.put("publicKey", pem));
        return JsonMapper.shared().writeValueAsBytes(file);
    }
}
