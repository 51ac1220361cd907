package org.tongban.sharing.objections;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongban.sharing.Resource;
import org.tongban.sharing.Resources;
import org.tongban.sharing.resources.SharingWords;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Tag;
import org.tongban.web.Texts;

/** What both doors ask for and show of an objection. */
@Component
class ObjectionForm {

    static final String RESOURCE = "resource";
    static final String ABOUT = "about";
    static final String WORDS = "words";
    static final int LONGEST = 500;

    private final Resources resources;
    private final SharingWords words;

    ObjectionForm(Resources resources, SharingWords words) {
        this.resources = resources;
        this.words = words;
    }

    /** What was typed; about whom is the doors' own matter. */
    record Typed(String resource, String about, String words) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    /** What is the matter with resource and words. */
    Map<String, String> faults(Typed typed, Texts texts) {
        var faults = new LinkedHashMap<String, String>();
        if (offered().stream().noneMatch(one -> one.key().equals(typed.resource()))) {
            faults.put(RESOURCE, texts.localize("sharing.objection.resource.wrong"));
        }
        if (typed.words().isBlank() || typed.words().strip().length() > LONGEST) {
            faults.put(WORDS, texts.localize("sharing.objection.words.wrong", LONGEST));
        }
        return faults;
    }

    List<FieldView> fields(Typed typed, FieldView about, ErrorSummary errors, Texts texts) {
        return List.of(
                FieldView.of(
                                FieldKind.CHOICE,
                                RESOURCE,
                                texts.localize("sharing.objection.resource"))
                        .options(
                                offered().stream()
                                        .map(
                                                one ->
                                                        new Option(
                                                                one.key(),
                                                                one.name(),
                                                                words.agency(one.provider())))
                                        .toList())
                        .value(typed.resource())
                        .error(errors),
                about.value(typed.about()).error(errors),
                FieldView.of(FieldKind.LONGTEXT, WORDS, texts.localize("sharing.objection.words"))
                        .hint(texts.localize("sharing.objection.words.hint"))
                        .maxLength(LONGEST)
                        .value(typed.words())
                        .error(errors));
    }

    /** What somebody keeps for others. */
    private List<Resource> offered() {
        return resources.all().stream().filter(one -> one.share() != Resource.Share.NONE).toList();
    }

    ObjectionsPage.Line line(Objection one, String href, Texts texts) {
        return new ObjectionsPage.Line(
                href,
                words.resource(one.resource()),
                texts.localize(
                        "sharing.objection.note",
                        words.agency(one.provider()),
                        one.who(),
                        moment(one.raisedAt(), texts)),
                one.said().words(),
                one.answer()
                        .map(
                                answer ->
                                        texts.localize(
                                                "sharing.objection.answered",
                                                answer.by(),
                                                moment(answer.at(), texts),
                                                answer.words()))
                        .orElse(""),
                tag(one, texts));
    }

    private String moment(Instant at, Texts texts) {
        return words.moment(at, texts);
    }

    static Tag tag(Objection one, Texts texts) {
        return switch (one.state()) {
            case OPEN -> Tag.soon(texts.localize("sharing.objection.state.open"));
            case CORRECTED -> Tag.got(texts.localize("sharing.objection.state.corrected"));
            case RIGHT -> Tag.plain(texts.localize("sharing.objection.state.right"));
        };
    }
}
