package org.tongban.casework.progress;

import java.util.Locale;
import org.tongban.casework.Notice;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.NoticeView;
import org.tongban.web.Rendered;

/** A paper of the office on its sheet, as it was issued. */
final class PaperPages {

    private PaperPages() {}

    static Rendered page(Notice notice, String addressee, String organ, Link back) {
        return Rendered.of("casework/progress/paper")
                .with(
                        "notice",
                        new NoticeView(
                                organ,
                                notice.title(),
                                notice.number(),
                                addressee + "：",
                                "行政审批专用章",
                                new Dates(Locale.SIMPLIFIED_CHINESE).paperDay(notice.issuedOn()),
                                false,
                                ""))
                .with("paragraphs", notice.paragraphs())
                .with("back", back);
    }
}
