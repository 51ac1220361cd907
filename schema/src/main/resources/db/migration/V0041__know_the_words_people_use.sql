-- What people say and what the lists call it: words.yaml of the pack, in its order.
CREATE TABLE search_meaning (
    place_in_list int    PRIMARY KEY,
    term          text   NOT NULL,
    words         text[] NOT NULL,
    items         text[] NOT NULL,   -- keys of items that these words mean by themselves; may be empty
    CONSTRAINT search_meaning_says_something CHECK (cardinality(words) > 0)
);

-- Events of a life or a business by which people look for what has to be done.
CREATE TABLE life_event (
    event_key     text   PRIMARY KEY,
    name          text   NOT NULL,
    items         text[] NOT NULL,
    place_in_list int    NOT NULL
);
CREATE INDEX life_event_in_order ON life_event (place_in_list, event_key);
