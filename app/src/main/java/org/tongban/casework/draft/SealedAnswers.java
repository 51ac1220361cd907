package org.tongban.casework.draft;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.crypto.FieldCipher;
import tools.jackson.databind.json.JsonMapper;

/** What of a draft is encrypted, bound to the draft: copied to another one it cannot be read. */
@Component
public class SealedAnswers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FieldCipher cipher;

    SealedAnswers(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * The answers.
     *
     * @param typed as typed, by field key
     * @param tab the browser tab that wrote last; empty where that does not matter
     */
    public record Writing(Map<String, List<String>> typed, String tab) {}

    public byte[] seal(UUID draft, Applicant applicant) {
        return sealed(draft, applicant);
    }

    public byte[] seal(UUID draft, Writing writing) {
        return sealed(draft, writing);
    }

    public Applicant applicant(UUID draft, byte[] sealed) {
        return JSON.readValue(cipher.decrypt(sealed, context(draft)), Applicant.class);
    }

    public Writing writing(UUID draft, byte[] sealed) {
        return JSON.readValue(cipher.decrypt(sealed, context(draft)), Writing.class);
    }

    private byte[] sealed(UUID draft, Object part) {
        return cipher.encrypt(JSON.writeValueAsString(part), context(draft));
    }

    private static String context(UUID draft) {
        return "draft:" + draft;
    }
}
