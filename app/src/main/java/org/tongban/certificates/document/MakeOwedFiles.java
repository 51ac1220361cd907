package org.tongban.certificates.document;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the files of certificates a moment after they were issued: never in the transaction of an
 * act, on every node at once, each certificate on one. What is owed is a small index, so that
 * looking costs nothing when there is nothing to do, and what was issued before there were files
 * gets its own.
 */
@Component
class MakeOwedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MakeOwedFiles.class);

    /** In milliseconds. A holder who is faster has the files made by asking for them. */
    private static final long PAUSE = 2_000;

    private final CertificateFiles files;
    private final boolean serving;

    MakeOwedFiles(CertificateFiles files, @Value("${tongban.followers:true}") boolean serving) {
        this.files = files;
        this.serving = serving;
    }

    @Scheduled(fixedDelay = PAUSE)
    void make() {
        if (!serving) return;
        try {
            while (files.makeNext()) {
                // There is more.
            }
        } catch (RuntimeException fault) {
            LOG.error("files of certificates stand still: {}", fault.getMessage(), fault);
        }
    }
}
