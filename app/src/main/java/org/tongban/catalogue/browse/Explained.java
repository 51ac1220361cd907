package org.tongban.catalogue.browse;

import org.tongban.catalogue.Why;
import org.tongban.web.Texts;

/** Reasons in words for people. */
final class Explained {

    private Explained() {}

    /** Empty for a list, where nothing needs a reason. */
    static String why(Why why, Texts texts) {
        return switch (why) {
            case Why.Listed() -> "";
            case Why.Code(var code) -> texts.localize("search.why.code", code);
            case Why.Name() -> texts.localize("search.why.name");
            case Why.Called(var phrase) -> texts.localize("search.why.called", phrase);
            case Why.Word(var said, var term) -> texts.localize("search.why.word", said, term);
            case Why.Sound(var said, var phrase) ->
                    texts.localize("search.why.sound", said, phrase);
            case Why.Letters(var said, var phrase) ->
                    texts.localize("search.why.letters", said, phrase);
            case Why.Sentence(var sentence) -> texts.localize("search.why.sentence", sentence);
            case Why.Mention() -> texts.localize("search.why.mention");
        };
    }
}
