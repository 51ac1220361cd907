package org.tongban.files;

import com.benjaminwan.ocrlibrary.TextBlock;
import io.github.mymonstercat.Model;
import io.github.mymonstercat.ocr.InferenceEngine;
import io.github.mymonstercat.ocr.config.HardwareConfig;
import io.github.mymonstercat.ocr.config.ParamConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads with the PP-OCR models that lie in a dependency, without any network. Where its native part
 * does not load (another processor, another C library) it is off, and says so once.
 */
@Component
class RapidPictureText implements PictureText {

    private static final Logger LOG = LoggerFactory.getLogger(RapidPictureText.class);

    /** Reading runs beside people's requests: one core is enough for it. */
    private static final int THREADS = 1;

    private static final int NO_GRAPHICS_CARD = -1;

    private static final String PREFIX = "tongban-scan-";
    private static final Path IN_MEMORY = Path.of("/dev/shm");
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private final Clock clock;
    private boolean isLoaded;
    private Optional<InferenceEngine> engine = Optional.empty();

    RapidPictureText(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean isThere() {
        return engine().isPresent();
    }

    /** One picture at a time: the engine keeps what it works on in one place. */
    @Override
    public synchronized List<String> lines(byte[] picture) {
        var reader =
                engine().orElseThrow(() -> new IllegalStateException("pictures cannot be read"));
        try {
            // The engine reads files only; nobody but this user may open it.
            var file = Files.createTempFile(folder(), PREFIX, ".img");
            try {
                Files.write(file, picture);
                return reader
                        .runOcr(file.toString(), ParamConfig.getDefaultConfig())
                        .getTextBlocks()
                        .stream()
                        .map(TextBlock::getText)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
            } finally {
                Files.delete(file);
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    /** Where there is a folder that lies in memory, no scan comes to the disk. */
    private static Path folder() {
        return Files.isWritable(IN_MEMORY)
                ? IN_MEMORY
                : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** What a crash left of one that was being read; those of another node are younger. */
    private void clear() {
        var before = clock.instant().minus(LEFT_OVER);
        try (var left = Files.newDirectoryStream(folder(), PREFIX + "*")) {
            for (var file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException notOurs) {
            LOG.warn("left-over scans cannot be cleared away: {}", notOurs.toString());
        }
    }

    /** Loaded when the first picture comes: it takes memory that a house without scans saves. */
    private synchronized Optional<InferenceEngine> engine() {
        if (!isLoaded) {
            clear();
            engine = load();
            isLoaded = true;
        }
        return engine;
    }

    private static Optional<InferenceEngine> load() {
        try {
            return Optional.of(
                    InferenceEngine.getInstance(
                            Model.ONNX_PPOCR_V3, new HardwareConfig(THREADS, NO_GRAPHICS_CARD)));
        } catch (RuntimeException | LinkageError missing) {
            LOG.warn("scans are not read by machine here: {}", missing.toString());
            return Optional.empty();
        }
    }
}
