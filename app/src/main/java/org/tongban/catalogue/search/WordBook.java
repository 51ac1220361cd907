package org.tongban.catalogue.search;

import static org.tongban.schema.Tables.LIFE_EVENT;
import static org.tongban.schema.Tables.SEARCH_MEANING;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.search.PeoplesWords.LifeEvent;
import org.tongban.catalogue.search.PeoplesWords.Meaning;

/** Keeps people's words. The index takes a change up with its next look at the database. */
@Component
public class WordBook {

    private final DSLContext db;

    public WordBook(DSLContext db) {
        this.db = db;
    }

    /** Puts these words in the place of the present ones, in the caller's transaction. */
    public void replaceWith(PeoplesWords words) {
        if (words.equals(read())) return;
        db.deleteFrom(SEARCH_MEANING).execute();
        db.deleteFrom(LIFE_EVENT).execute();
        var place = 0;
        for (var meaning : words.meanings()) {
            db.insertInto(SEARCH_MEANING)
                    .set(SEARCH_MEANING.PLACE_IN_LIST, ++place)
                    .set(SEARCH_MEANING.TERM, meaning.term())
                    .set(SEARCH_MEANING.WORDS, meaning.words().toArray(String[]::new))
                    .set(SEARCH_MEANING.ITEMS, meaning.items().toArray(String[]::new))
                    .execute();
        }
        for (var event : words.lifeEvents()) {
            db.insertInto(LIFE_EVENT)
                    .set(LIFE_EVENT.EVENT_KEY, event.key())
                    .set(LIFE_EVENT.NAME, event.name())
                    .set(LIFE_EVENT.ITEMS, event.items().toArray(String[]::new))
                    .set(LIFE_EVENT.PLACE_IN_LIST, ++place)
                    .execute();
        }
    }

    /** All words, in the order of the pack. */
    public PeoplesWords read() {
        return new PeoplesWords(
                db.selectFrom(SEARCH_MEANING)
                        .orderBy(SEARCH_MEANING.PLACE_IN_LIST)
                        .fetch(
                                row ->
                                        new Meaning(
                                                row.getTerm(),
                                                List.of(row.getWords()),
                                                List.of(row.getItems()))),
                db.selectFrom(LIFE_EVENT)
                        .orderBy(LIFE_EVENT.PLACE_IN_LIST, LIFE_EVENT.EVENT_KEY)
                        .fetch(
                                row ->
                                        new LifeEvent(
                                                row.getEventKey(),
                                                row.getName(),
                                                List.of(row.getItems()))));
    }
}
