-- Entries are delegated to a lower level and taken back (下放、承接、上收; A3, SZ13). Towns decide then, so they are agencies.
ALTER TABLE agency DROP CONSTRAINT agency_kind_check;
ALTER TABLE agency ADD CONSTRAINT agency_kind_check
    CHECK (kind IN ('county', 'vertical', 'company', 'group', 'town'));

-- Which entry was delegated to which agency as which other entry, from when until when.
CREATE TABLE entry_delegation (
    item_key    text NOT NULL REFERENCES item,    -- of who delegates
    agency_key  text NOT NULL REFERENCES agency,  -- who takes it over
    taken_as    text NOT NULL REFERENCES item,    -- the entry of who takes it over
    from_day    date NOT NULL,
    reason      text NOT NULL,
    by_whom     text NOT NULL,
    until_day   date,                             -- taken back from this day
    back_reason text,
    back_by     text,
    PRIMARY KEY (item_key, agency_key, from_day),
    CONSTRAINT entry_delegation_ends_after_it_began CHECK (until_day IS NULL OR until_day >= from_day)
);
CREATE UNIQUE INDEX entry_delegation_one_at_a_time ON entry_delegation (item_key, agency_key) WHERE until_day IS NULL;
CREATE INDEX entry_delegation_by_taker ON entry_delegation (taken_as, from_day);
