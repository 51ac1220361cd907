package org.tongban.casework.progress;

import java.util.List;
import java.util.Locale;
import org.tongban.casework.Notice;
import org.tongban.casework.paper.PaperFiles;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.NoticeView;
import org.tongban.web.Rendered;

/** A paper of the office on its sheet, as it was issued. */
final class PaperPages {

    private PaperPages() {}

    /**
     * The page.
     *
     * @param sealImage address of the seal's picture; empty to leave its place marked
     * @param files ways to the sealed files
     */
    static Rendered page(
            Notice notice,
            String addressee,
            String organ,
            Link back,
            String sealImage,
            List<Link> files) {
        return Rendered.of("casework/progress/paper")
                .with(
                        "notice",
                        new NoticeView(
                                organ,
                                notice.title(),
                                notice.number(),
                                addressee + "：",
                                PaperFiles.SEAL,
                                new Dates(Locale.SIMPLIFIED_CHINESE).paperDay(notice.issuedOn()),
                                !sealImage.isEmpty(),
                                sealImage))
                .with("paragraphs", notice.paragraphs())
                .with("back", back)
                .with("files", files);
    }
}
