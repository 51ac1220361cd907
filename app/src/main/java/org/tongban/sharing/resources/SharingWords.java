package org.tongban.sharing.resources;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.sharing.Resource;
import org.tongban.sharing.Resources;
import org.tongban.sharing.asking.AskRegister;
import org.tongban.sharing.asking.Questions;
import org.tongban.sharing.asking.RegisterBook;
import org.tongban.sharing.requests.RightRequest;
import org.tongban.web.Dates;
import org.tongban.web.Tag;
import org.tongban.web.Texts;

/** How resources, offices, items and what came of questions are called on pages. */
@Component
public class SharingWords {

    private final Resources resources;
    private final Directory directory;
    private final Catalogue catalogue;
    private final RegisterBook book;
    private final AskRegister ask;
    private final Clock clock;

    SharingWords(
            Resources resources,
            Directory directory,
            Catalogue catalogue,
            RegisterBook book,
            AskRegister ask,
            Clock clock) {
        this.resources = resources;
        this.directory = directory;
        this.catalogue = catalogue;
        this.book = book;
        this.ask = ask;
        this.clock = clock;
    }

    public String resource(String key) {
        return resources.find(key).map(Resource::name).orElse(key);
    }

    public String agency(String key) {
        return directory.current().agency(key).map(Agency::shortName).orElse(key);
    }

    public String item(String key) {
        return catalogue.current(key).map(item -> item.definition().name()).orElse(key);
    }

    public String moment(Instant at, Texts texts) {
        return new Dates(texts.locale()).moment(LocalDateTime.ofInstant(at, clock.getZone()));
    }

    /** Whether it can be asked now, and whether a real register would answer. */
    Tag register(Resource resource, Texts texts) {
        var name = resource.connection();
        if (name.isEmpty()) return Tag.plain(texts.localize("sharing.register.none"));
        if (ask.isResting(name.get())) return Tag.stop(texts.localize("sharing.register.resting"));
        return book.find(name.get())
                .map(
                        address ->
                                address.simulated()
                                        ? Tag.soon(texts.localize("sharing.register.simulated"))
                                        : Tag.got(texts.localize("sharing.register.connected")))
                .orElseGet(() -> Tag.plain(texts.localize("sharing.register.no-address")));
    }

    Tag state(RightRequest request, Texts texts) {
        var words = texts.localize("sharing.request." + lower(request.state()));
        return switch (request.state()) {
            case WAITING -> Tag.you(words);
            case GRANTED -> Tag.got(words);
            case REFUSED, TAKEN_BACK -> Tag.stop(words);
        };
    }

    /** What came of a question. */
    public Tag outcome(Questions.Outcome outcome, Texts texts) {
        var words = texts.localize("sharing.outcome." + lower(outcome).replace('_', '-'));
        return switch (outcome) {
            case KNOWN, YES -> Tag.got(words);
            case NONE, NO, UNKNOWN -> Tag.plain(words);
            case NO_RIGHT, SLOW, DOWN, WRONG, THROTTLED -> Tag.stop(words);
        };
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
