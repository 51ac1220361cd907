package org.tongban.catalogue;

/** Why a search shows an item. */
public sealed interface Why {

    /** It stands in a list; nobody searched. */
    record Listed() implements Why {}

    /** Its code was typed. */
    record Code(String code) implements Why {}

    /** What was typed stands in its name. */
    record Name() implements Why {}

    /** People call it so. */
    record Called(String phrase) implements Why {}

    /** What was said is another word for a term of the lists. */
    record Word(String said, String term) implements Why {}

    /** What was typed sounds like it. */
    record Sound(String said, String phrase) implements Why {}

    /** Its pinyin or the first letters of it were typed. */
    record Letters(String said, String phrase) implements Why {}

    /** The question means about the same as this sentence of the item. */
    record Sentence(String sentence) implements Why {}

    /** Some of the words stand in its description. */
    record Mention() implements Why {}
}
