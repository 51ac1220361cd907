-- Service items. A published version never changes; a case stays on the version it was filed under (A3).
CREATE TABLE item (
    item_key        text PRIMARY KEY,
    agency_key      text NOT NULL REFERENCES agency,
    name            text NOT NULL,
    state           text NOT NULL CHECK (state IN ('in_use', 'paused', 'cancelled')),
    current_version int,
    place_in_list   int  NOT NULL
);
CREATE INDEX item_by_agency ON item (agency_key, place_in_list, item_key);

CREATE TABLE item_version (
    item_key     text NOT NULL REFERENCES item,
    version      int  NOT NULL CHECK (version > 0),
    published_at timestamptz NOT NULL,
    definition   jsonb NOT NULL,
    fingerprint  text NOT NULL,   -- SM3 of the definition: the same text imported again is not a new version
    PRIMARY KEY (item_key, version)
);

-- Items taken over from another place's list: kept as they came, with what is wrong with them.
CREATE TABLE foreign_item (
    import_id   uuid NOT NULL,
    line        int  NOT NULL,
    department  text NOT NULL,
    agency_code text NOT NULL,
    name        text NOT NULL,
    local_code  text NOT NULL,
    type_code   text NOT NULL,
    region_code text NOT NULL,
    faults      text[] NOT NULL,
    PRIMARY KEY (import_id, line)
);
