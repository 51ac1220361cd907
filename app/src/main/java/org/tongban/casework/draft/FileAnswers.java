package org.tongban.casework.draft;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongban.casework.SubmittedFile;
import org.tongban.files.FileStore;

/**
 * Gives an uploaded file back to a browser in a way that nothing in it can run: its checked type
 * and no other, in a sandbox, kept by nobody on the way.
 */
@Component
public class FileAnswers {

    private final FileStore store;

    FileAnswers(FileStore store) {
        this.store = store;
    }

    /** The content, shown where a browser can show it and offered under its name. */
    public ResponseEntity<Resource> of(SubmittedFile file) {
        InputStream content = store.open(file.sm3());
        // In a sandbox a browser draws pictures only; its viewer of PDFs does not start there.
        var kind =
                file.mediaType().startsWith("image/")
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment();
        var disposition = kind.filename(file.name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(content));
    }
}
