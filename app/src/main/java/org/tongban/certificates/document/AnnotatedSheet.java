package org.tongban.certificates.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tongban.certificates.CertificateContent;
import org.tongban.documents.Mark;
import org.tongban.documents.Sheet;
import org.tongban.documents.Typesetter;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Texts;

/**
 * The sheet of a certificate with a strip below it that says for whom, for what and until when the
 * copy serves, and the same in pale words under the face, so that no part of it can be cut out and
 * used elsewhere.
 */
final class AnnotatedSheet {

    private static final double POINT = 25.4 / 72;
    private static final double STRIP = 30;
    private static final double MARGIN = 12;
    private static final double HEAD = 13 * POINT;
    private static final double SIZE = 10.5 * POINT;
    private static final double LEADING = 1.6;
    private static final double PALE_SIZE = 15 * POINT;
    private static final double PALE_EVERY = 34;
    private static final int PALE = 0xE4DED0;

    private AnnotatedSheet() {}

    static Sheet of(
            Sheet original,
            CertificateContent content,
            CertificateFiles.Annotation annotation,
            Typesetter type,
            Texts words) {
        var marks = new ArrayList<Mark>(pale(original, annotation, type, words));
        marks.addAll(original.pages().getFirst());
        marks.addAll(strip(original, content, annotation, type, words));
        var metadata = new LinkedHashMap<>(original.metadata());
        // The four of an annotated copy: made at, maker, reason, last day. Keys of our own.
        metadata.put("JZJ_ZZSJ", annotation.madeOn().toString());
        metadata.put("JZJ_ZZZ", content.issuer().name());
        metadata.put(
                "JZJ_SY",
                words.localize("library.copy.reason", annotation.agency(), annotation.item()));
        metadata.put("JZJ_YXQJZRQ", annotation.until().toString());
        return new Sheet(
                words.localize("library.copy.title", original.title()),
                original.author(),
                original.width(),
                original.height() + STRIP,
                List.of(marks),
                original.seal(),
                metadata);
    }

    /** Drawn first, so that the face stands over it. */
    private static List<Mark> pale(
            Sheet original, CertificateFiles.Annotation annotation, Typesetter type, Texts words) {
        var pale = words.localize("library.copy.pale", annotation.item());
        var marks = new ArrayList<Mark>();
        var step = type.width(pale, PALE_SIZE) + 2 * PALE_SIZE;
        var row = 0;
        for (var y = PALE_EVERY; y < original.height() - MARGIN; y += PALE_EVERY) {
            var shift = row++ % 2 == 0 ? 0 : step / 2;
            for (var x = MARGIN + shift; x + step < original.width(); x += step) {
                marks.add(new Mark.Text(x, y, PALE_SIZE, 0, PALE, pale));
            }
        }
        return marks;
    }

    private static List<Mark> strip(
            Sheet original,
            CertificateContent content,
            CertificateFiles.Annotation annotation,
            Typesetter type,
            Texts words) {
        var dates = new Dates(Preferences.CHINESE);
        var width = original.width() - 2 * MARGIN;
        var top = original.height();
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Line(MARGIN, top, MARGIN + width, top, 0.4, Mark.RED));
        var head = words.localize("library.copy.head");
        marks.add(new Mark.Text(MARGIN, top + 7, HEAD, 0, Mark.RED, head));
        var terms =
                words.localize(
                        "library.copy.terms",
                        content.issuer().name(),
                        dates.paperDay(annotation.madeOn()),
                        annotation.agency(),
                        annotation.item(),
                        dates.paperDay(annotation.until()));
        var baseline = top + 13.5;
        for (var line : type.lines(terms, SIZE, width, 0)) {
            marks.add(new Mark.Text(MARGIN, baseline, SIZE, 0, Mark.BLACK, line));
            baseline += SIZE * LEADING;
        }
        return marks;
    }
}
