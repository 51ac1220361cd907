package org.tongban.casework.notice.wording;

import static org.tongban.casework.notice.wording.PartForm.part;

import java.util.List;
import java.util.regex.Pattern;
import org.tongban.casework.notice.wording.PartForm.Statement;
import org.tongban.law.LegalBasis;

/**
 * What the law and the practice of offices ask of a paper: its parts in reading order.
 *
 * @param name as in {@code notices.yaml} and in the keys of the standard words
 */
public record PaperForm(String name, List<PartForm> parts) {

    /** Beside the title; a paper about a licence may bear the name that the law gives it. */
    public static final String TITLE = "title";

    public static final String LICENCE_TITLE = "title.licence";

    /** Not a paper itself: how papers are numbered. */
    public static final PaperForm NUMBERING =
            paper(
                    "numbering",
                    part("number").needs("mark", "nature", "sign", "year", "number"),
                    part("licence"),
                    part("service"));

    @LegalBasis("licensing/32/1(5)")
    private static final PaperForm ACCEPTANCE =
            paper(
                    "acceptance",
                    part(TITLE),
                    part(LICENCE_TITLE),
                    part("licence").needs("item", "day"),
                    part("body").needs("item", "day"),
                    part("deemed").needs("item", "day"),
                    part("real").needs("item", "proof"),
                    part("term").needs("promised", "statutory"),
                    part("procedures").needs("kinds"),
                    part("free"),
                    part("fee").needs("fees"),
                    part("contact").needs("hotline"));

    @LegalBasis("licensing/32/1(4)")
    private static final PaperForm CORRECTION =
            paper(
                    "correction",
                    part(TITLE),
                    part("licence").needs("item"),
                    part("body").needs("item"),
                    part("each").needs("material", "what").mayUse("number"),
                    part("until").needs("day"),
                    part("once"));

    @LegalBasis({"licensing/47/1", "licensing/47/2"})
    private static final PaperForm HEARING_RIGHT =
            paper(
                    "hearing-right",
                    part(TITLE),
                    part(LICENCE_TITLE),
                    part("body").needs("item", "reason"),
                    part("interested").needs("names"),
                    part("right").needs("day"),
                    part("free"),
                    part("contact").needs("hotline"));

    @LegalBasis("licensing/38")
    private static final PaperForm REFUSAL =
            paper(
                    "refusal",
                    part(TITLE),
                    part(LICENCE_TITLE),
                    part("facts").needs("item", "facts"),
                    part("reasons").needs("articles", "reasons"),
                    part("licence").mayUse("item"),
                    part("body").mayUse("item"),
                    remedies());

    /** All, in the order in which a case meets them. */
    public static final List<PaperForm> ALL =
            List.of(
                    NUMBERING,
                    paper(
                            "receipt",
                            part(TITLE),
                            part("body").needs("day", "item", "number").mayUse("files"),
                            part("next").needs("day"),
                            part("contact").needs("hotline")),
                    ACCEPTANCE,
                    CORRECTION,
                    paper(
                            "non-acceptance",
                            part(TITLE),
                            part("body").needs("item"),
                            part("ground.not-needed"),
                            part("ground.not-our-power").needs("office"),
                            part("ground.not-eligible"),
                            part("reason").needs("reason"),
                            remedies()),
                    paper(
                            "tolerant-acceptance",
                            part(TITLE),
                            part("body").needs("item", "day"),
                            part("deemed").needs("item", "day"),
                            part("each").needs("material").mayUse("number"),
                            part("until").needs("day"),
                            part("consequence"),
                            part("term").needs("promised", "statutory"),
                            part("free"),
                            part("fee").needs("fees"),
                            part("contact").needs("hotline")),
                    paper(
                            "supplement-extension",
                            part(TITLE),
                            part("body").needs("item", "reason", "day").mayUse("days"),
                            part("once")),
                    paper(
                            "papers-never-came",
                            part(TITLE),
                            part("body").needs("item", "day", "materials"),
                            part("broken"),
                            remedies()),
                    paper(
                            "procedure",
                            part(TITLE),
                            part("body").needs("item", "kind", "reason", "days"),
                            part("stops"),
                            part("stops-by").needs("basis"),
                            part("counted").needs("basis")),
                    paper(
                            "extension",
                            part(TITLE),
                            part("body").needs("item", "days", "reason", "day")),
                    paper(
                            "grant",
                            part(TITLE),
                            part(LICENCE_TITLE),
                            part("licence").needs("item"),
                            part("body").needs("item"),
                            part("conditions").needs("conditions"),
                            part("validity").needs("day"),
                            part("opinion").needs("opinion"),
                            part("certificate").needs("result"),
                            part("result").needs("result"),
                            part("automatic").needs("rules")),
                    REFUSAL,
                    paper("ended", part(TITLE), part("body").needs("item", "day"), part("again")),
                    paper(
                            "correction-again",
                            part(TITLE),
                            part("body").needs("item", "reason"),
                            part("each").needs("material", "what").mayUse("number"),
                            part("until").needs("day")),
                    paper(
                            "supplement-rejection",
                            part(TITLE),
                            part("body").needs("item", "materials", "reason"),
                            part("until").needs("day")),
                    HEARING_RIGHT,
                    paper(
                            "hearing-call",
                            part(TITLE),
                            part("body").needs("item", "day", "place", "chair"),
                            part("challenge"),
                            part("stops")),
                    paper(
                            "hearing-declined",
                            part(TITLE),
                            part("body").needs("item", "reason"),
                            part("goes-on"),
                            part("contact").needs("hotline")),
                    paper(
                            "hearing-record",
                            part(TITLE),
                            part("body").needs("item", "day", "place", "chair"),
                            part("present").needs("names"),
                            part("transcript").needs("transcript"),
                            part("signed")),
                    paper(
                            "site-record",
                            part(TITLE),
                            part("body").needs("item", "day", "place"),
                            part("officers").needs("names"),
                            part("record").needs("record"),
                            part("pictures").needs("files"),
                            part("signed")),
                    paper(
                            "forwarding",
                            part(TITLE),
                            part("body").needs("item", "authority"),
                            part("next").needs("authority", "day")),
                    paper(
                            "higher-decision",
                            part(TITLE),
                            part("granted").needs("item", "authority", "document").mayUse("day"),
                            part("refused").needs("item", "authority", "document").mayUse("day"),
                            part("words").needs("words"),
                            part("remedies-there")),
                    paper(
                            "simulation",
                            part(TITLE),
                            part("body").needs("item", "lacking"),
                            part("term").needs("promised"),
                            part("effect"),
                            part("contact").needs("hotline")),
                    paper("simulation-ended", part(TITLE), part("body").needs("item", "reason")),
                    paper(
                            "withdrawal",
                            part(TITLE),
                            part("body").needs("item", "day"),
                            part("again")),
                    paper(
                            "slip-correction",
                            part(TITLE),
                            part("body").needs("item", "paper"),
                            part("change").needs("wrong", "right"),
                            part("effect")),
                    paper(
                            "objection-answer",
                            part(TITLE),
                            part("founded").needs("item"),
                            part("unfounded").needs("item"),
                            part("words").needs("words"),
                            remedies()),
                    paper("revocation-dropped", part(TITLE), part("body").needs("item", "reasons")),
                    paper("voided", part(TITLE), part("body").needs("item", "reason")),
                    paper(
                            "revocation-intent",
                            part(TITLE),
                            part(LICENCE_TITLE),
                            part("body").needs("item", "material", "findings"),
                            part("right").needs("day"),
                            part("contact").needs("hotline")),
                    paper(
                            "revocation",
                            part(TITLE),
                            part(LICENCE_TITLE),
                            part("facts").needs("item", "facts"),
                            part("reasons").needs("articles", "reasons"),
                            part("licence"),
                            part("body"),
                            part("broken").needs("materials"),
                            remedies()));

    public PaperForm {
        parts = List.copyOf(parts);
    }

    private static PaperForm paper(String name, PartForm... parts) {
        return new PaperForm(name, List.of(parts));
    }

    /** Whoever is told no is told where to turn, and until when. */
    private static PartForm remedies() {
        return part("remedies")
                .needs("review", "court")
                .says(
                        new Statement("申请行政复议的期限（六十日）", Pattern.compile("(六十|60) ?日")),
                        new Statement("提起行政诉讼的期限（六个月）", Pattern.compile("(六|6) ?个月")));
    }
}
