package org.tongban.casework.batch;

import java.util.List;
import org.tongban.web.NoticeView;

/** One paper of a print run, on its own sheet. */
public record PrintedSheet(NoticeView notice, List<String> paragraphs) {
    public PrintedSheet {
        paragraphs = List.copyOf(paragraphs);
    }
}
