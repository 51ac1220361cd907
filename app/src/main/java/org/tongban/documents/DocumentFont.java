package org.tongban.documents;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.documents.font.SystemFonts;
import org.tongban.documents.font.TextFont;

/** The font of documents, read when the first one is made. */
@Component
public class DocumentFont {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentFont.class);

    private final String stated;
    private Optional<TextFont> font = Optional.empty();
    private boolean asked;

    DocumentFont(@Value("${tongban.font:${TONGBAN_FONT:}}") String stated) {
        this.stated = stated;
    }

    /** Empty when this machine has no font for Chinese; the log has said what to do. */
    public synchronized Optional<TextFont> find() {
        if (!asked) {
            asked = true;
            font = opened();
        }
        return font;
    }

    private Optional<TextFont> opened() {
        var file = SystemFonts.find(stated);
        if (file.isEmpty()) {
            LOG.error(SystemFonts.ADVICE);
            return Optional.empty();
        }
        try {
            return Optional.of(TextFont.open(file.get()));
        } catch (IOException | RuntimeException unreadable) {
            // Readers of fonts throw runtime exceptions of several kinds on a damaged file.
            LOG.error("{}：{}", SystemFonts.ADVICE, file.get(), unreadable);
            return Optional.empty();
        }
    }
}
