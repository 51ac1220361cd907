package org.tongban.web;

/** A short mark beside a name, drawn by {@code web/tag}. */
public record Tag(Tone tone, String text) {

    public static Tag got(String text) {
        return new Tag(Tone.GOT, text);
    }

    public static Tag you(String text) {
        return new Tag(Tone.YOU, text);
    }

    public static Tag late(String text) {
        return new Tag(Tone.LATE, text);
    }

    public static Tag soon(String text) {
        return new Tag(Tone.SOON, text);
    }

    public static Tag stop(String text) {
        return new Tag(Tone.STOP, text);
    }

    public static Tag plain(String text) {
        return new Tag(Tone.PLAIN, text);
    }
}
