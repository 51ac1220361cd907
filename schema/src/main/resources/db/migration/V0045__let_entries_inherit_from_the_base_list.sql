-- The base catalogue: what is the same on every level (A1, A2). An entry refers to it and holds no copy; what was in
-- force is composed into each published version, which has a day of its own on which it takes effect (A3).
CREATE TABLE base_item (
    base_code text PRIMARY KEY CHECK (base_code ~ '^[0-9A-Z]{12}$')
);

CREATE TABLE base_version (
    base_code    text NOT NULL REFERENCES base_item,
    version      int  NOT NULL CHECK (version > 0),
    effective_on date NOT NULL,
    published_at timestamptz NOT NULL,
    definition   jsonb NOT NULL,
    fingerprint  text NOT NULL,   -- SM3 of the definition: the same text again is not a new version
    reason       text NOT NULL,
    PRIMARY KEY (base_code, version)
);
CREATE INDEX base_version_in_force ON base_version (base_code, effective_on DESC, version DESC);

ALTER TABLE item ADD COLUMN base_code text REFERENCES base_item;
ALTER TABLE item ADD COLUMN ends_on date;   -- from this day it takes no new case
CREATE INDEX item_by_base ON item (base_code, item_key);

ALTER TABLE item_version ADD COLUMN effective_on date;
UPDATE item_version SET effective_on = (published_at AT TIME ZONE 'Asia/Shanghai')::date;
ALTER TABLE item_version ALTER COLUMN effective_on SET NOT NULL;
ALTER TABLE item_version ADD COLUMN base_version int;
ALTER TABLE item_version ADD COLUMN cause text NOT NULL DEFAULT 'pack'
    CHECK (cause IN ('pack', 'edited', 'base', 'exchange', 'delegated'));
ALTER TABLE item_version ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE item_version ADD COLUMN changed_on date;   -- the day the condition itself changed, where somebody told it
CREATE INDEX item_version_in_force ON item_version (item_key, effective_on DESC, version DESC);
CREATE INDEX item_version_to_come ON item_version (effective_on, item_key);
