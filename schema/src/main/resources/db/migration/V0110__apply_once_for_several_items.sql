-- One thing at a time (C1 to C4): packages of items, and one application that becomes several cases.
-- A part keeps its share of the answers until its case is made: what it needs of another part may come weeks later.
CREATE TABLE package (
    package_key     text PRIMARY KEY,
    current_version int  NOT NULL,
    in_use          boolean NOT NULL,
    place_in_list   int  NOT NULL
);

CREATE TABLE package_version (
    package_key  text NOT NULL REFERENCES package,
    version      int  NOT NULL,
    published_at timestamptz NOT NULL,
    definition   jsonb NOT NULL,
    PRIMARY KEY (package_key, version)
);

-- A draft that becomes several cases belongs to no item.
ALTER TABLE draft ADD COLUMN combined text NOT NULL DEFAULT '';
ALTER TABLE draft ALTER COLUMN item_key DROP NOT NULL;
ALTER TABLE draft ALTER COLUMN item_version DROP NOT NULL;
ALTER TABLE draft ADD CONSTRAINT draft_of_an_item_or_combined CHECK ((item_key IS NULL) = (combined <> ''));

CREATE TABLE package_case (
    parent_id        uuid PRIMARY KEY,   -- the draft's id: a draft sent twice makes one
    parent_no        text NOT NULL UNIQUE,
    package_key      text NOT NULL,
    package_version  int  NOT NULL,
    account_id       uuid NOT NULL REFERENCES account,
    caller_name      text NOT NULL,
    delivery         text NOT NULL,
    state            text NOT NULL CHECK (state IN ('running', 'done', 'partly_done', 'not_done')),
    submitted_at     timestamptz NOT NULL,
    submitted_on     date NOT NULL,
    promised_on      date NOT NULL,      -- working days of the package from the day of receipt
    closed_at        timestamptz,
    fields_asked     int  NOT NULL,      -- what was asked, and what the single applications would have asked
    fields_apart     int  NOT NULL,
    materials_asked  int  NOT NULL,
    materials_apart  int  NOT NULL,
    visits_asked     int  NOT NULL,
    visits_apart     int  NOT NULL,
    FOREIGN KEY (package_key, package_version) REFERENCES package_version,
    CONSTRAINT package_case_closed_when_it_rests CHECK ((state = 'running') = (closed_at IS NULL))
);
CREATE INDEX package_case_by_account ON package_case (account_id, submitted_at DESC, parent_id);
CREATE INDEX package_case_by_package ON package_case (package_key, submitted_at DESC, parent_id);

CREATE TABLE package_part (
    parent_id    uuid NOT NULL REFERENCES package_case,
    part_key     text NOT NULL,          -- of the item, or of what is only looked up
    place        int  NOT NULL,
    item_version int,                    -- absent: only looked up
    agency_key   text NOT NULL,
    name         text NOT NULL,
    case_id      uuid,                   -- known before the case is made, so that it is made once
    needs        jsonb NOT NULL,         -- keys of the parts whose results it needs
    state        text NOT NULL CHECK (state IN ('waiting', 'ready', 'running', 'granted', 'refused', 'withdrawn', 'stopped')),
    because_of   text,                   -- key of the part that stopped it
    note         text,                   -- what holds it up, or what was found
    share        bytea,                  -- encrypted: answers, files and promises of this part; gone once its case is there
    try_at       timestamptz,            -- not before then, after something failed
    withdraw     text,                   -- reason of a withdrawal that is still to be carried out
    started_at   timestamptz,
    ended_at     timestamptz,
    PRIMARY KEY (parent_id, part_key),
    CONSTRAINT package_part_has_a_case CHECK ((item_version IS NULL) = (case_id IS NULL))
);
CREATE UNIQUE INDEX package_part_by_case ON package_part (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX package_part_to_start ON package_part (try_at, parent_id) WHERE state = 'ready';
CREATE INDEX package_part_to_withdraw ON package_part (try_at, parent_id) WHERE withdraw IS NOT NULL;
