package org.tongban.packages.course;

import org.tongban.web.Tag;
import org.tongban.web.Texts;

/** How a whole application and its parts stand, in a word. */
public final class WholeTags {

    private WholeTags() {}

    /** Of the whole, with how many of its parts are done. */
    public static Tag of(PackageCase one, Texts texts) {
        var aims = one.parts().stream().filter(part -> !part.isLookup()).toList();
        var granted = aims.stream().filter(part -> part.state() == PartState.GRANTED).count();
        return switch (one.state()) {
            case RUNNING ->
                    one.parts().stream().anyMatch(PackageCase.Part::isAsking)
                            ? Tag.soon(texts.localize("packages.state.asks"))
                            : Tag.soon(
                                    texts.localize("packages.state.running", granted, aims.size()));
            case DONE -> Tag.got(texts.localize("packages.state.done"));
            case PARTLY_DONE ->
                    Tag.plain(texts.localize("packages.state.partly-done", granted, aims.size()));
            case NOT_DONE -> Tag.stop(texts.localize("packages.state.not-done"));
        };
    }

    /** Of a part. */
    public static Tag of(PackageCase.Part part, Texts texts) {
        if (part.isLookup() && part.note().filter(note -> !note.startsWith("found")).isPresent()) {
            return part.state() == PartState.GRANTED
                    ? Tag.plain(texts.localize("packages.part.on-paper"))
                    : Tag.stop(texts.localize("packages.part.refused"));
        }
        if (part.isWithdrawing()) return Tag.soon(texts.localize("packages.part.withdrawing"));
        var words =
                texts.localize(
                        "packages.part." + part.state().name().toLowerCase(java.util.Locale.ROOT));
        return switch (part.state()) {
            case WAITING -> Tag.plain(words);
            case READY, RUNNING -> Tag.soon(words);
            case GRANTED ->
                    Tag.got(part.isLookup() ? texts.localize("packages.part.looked-up") : words);
            case REFUSED, STOPPED -> Tag.stop(words);
            case WITHDRAWN -> Tag.plain(words);
        };
    }
}
