-- At most one trip (最多跑一次) is promised in batches with a date (A5, SZ17). Which items fulfil it is read from their
-- fields; here stands only when it was promised for which. An item is promised once.
CREATE TABLE trip_batch (
    batch        int  PRIMARY KEY CHECK (batch > 0),
    published_on date NOT NULL,
    document     text NOT NULL,   -- number of the document that published it
    who          text NOT NULL,
    at           timestamptz NOT NULL
);

CREATE TABLE trip_batch_item (
    item_key text PRIMARY KEY REFERENCES item,
    batch    int  NOT NULL REFERENCES trip_batch
);
CREATE INDEX trip_batch_item_by_batch ON trip_batch_item (batch, item_key);

-- What changed in the lists since a day is read from the versions and from what was done to the entries.
CREATE INDEX entry_act_by_time ON entry_act (at DESC, item_key);
