package org.tongban.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import org.tongban.crypto.FieldCipher;
import org.tongban.web.KeptPages;

/**
 * Keeps the last answers of a browser's forms in its session: they end with it, every node finds
 * them, and in the database they are encrypted, because they show what somebody typed.
 */
@Component
final class SessionPages implements KeptPages {

    /** As far back as people go; each is some five thousand bytes. */
    private static final int MOST = 6;

    /** A page beyond this is not worth its place in a session that every request reads. */
    private static final int LARGEST_BYTES = 400_000;

    private static final String NAME = "kept.";
    private static final int KEY_BYTES = 12;

    private final FieldCipher cipher;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SessionPages(FieldCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public Optional<String> keep(HttpServletRequest request, Kept page) {
        var session = request.getSession(false);
        if (session == null || page.html().length > LARGEST_BYTES) return Optional.empty();
        var key = newKey();
        session.setAttribute(NAME + key, cipher.encrypt(packed(page), context(key)));
        var names = names(session);
        names.subList(0, Math.max(0, names.size() - MOST)).forEach(session::removeAttribute);
        return Optional.of(key);
    }

    @Override
    public Optional<Kept> find(HttpServletRequest request, String key) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(NAME + key) instanceof byte[] encrypted
                ? Optional.of(unpacked(cipher.decryptBytes(encrypted, context(key))))
                : Optional.empty();
    }

    /** The moment comes first, so that names in their order are pages in theirs. */
    private String newKey() {
        var chance = new byte[KEY_BYTES];
        random.nextBytes(chance);
        return "%013d-%s".formatted(clock.millis(), HexFormat.of().formatHex(chance));
    }

    private static List<String> names(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.startsWith(NAME))
                .sorted()
                .toList();
    }

    private static String context(String key) {
        return "kept-page:" + key;
    }

    private static byte[] packed(Kept page) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(page.status()).array());
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(page.html());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail to be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static Kept unpacked(byte[] packed) {
        var status = ByteBuffer.wrap(packed).getInt();
        var bytes = new ByteArrayInputStream(packed, Integer.BYTES, packed.length - Integer.BYTES);
        try (var zip = new GZIPInputStream(bytes)) {
            return new Kept(status, zip.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException("a page that was encrypted whole is whole", broken);
        }
    }
}
