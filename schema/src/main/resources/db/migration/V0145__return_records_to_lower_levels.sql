-- Return of data (数据回流, D4): a town reads the records of its own region that an office of the county has made, where that office has granted it.
CREATE TABLE region_record (
    case_id     uuid PRIMARY KEY,
    case_no     text NOT NULL,
    item_key    text NOT NULL,
    holder_name text NOT NULL,             -- of who applied; no number goes down
    region_code text NOT NULL,             -- as it was answered
    town        text NOT NULL,             -- its first nine figures: the town and all that lies in it
    decided_on  date NOT NULL
);
CREATE INDEX region_record_by_town ON region_record (item_key, town, decided_on DESC, case_id DESC);

CREATE TABLE return_grant (
    grant_id      uuid PRIMARY KEY,        -- in the order of time
    item_key      text NOT NULL,
    agency_key    text NOT NULL,           -- that decides on the item, and grants
    town_key      text NOT NULL,           -- the agency of the town
    purpose       text NOT NULL,
    until_day     date NOT NULL,
    granted_at    timestamptz NOT NULL,
    granted_by    text NOT NULL,
    taken_back_at timestamptz,
    taken_back_by text,
    CONSTRAINT return_grant_taken_back_by_somebody CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL))
);
CREATE INDEX return_grant_by_agency ON return_grant (agency_key, grant_id DESC);
CREATE INDEX return_grant_by_town ON return_grant (town_key, grant_id DESC);
CREATE UNIQUE INDEX return_grant_stands_once ON return_grant (item_key, town_key) WHERE taken_back_at IS NULL;

CREATE TABLE return_reading (
    reading_id uuid PRIMARY KEY,           -- in the order of time
    grant_id   uuid NOT NULL REFERENCES return_grant,
    at         timestamptz NOT NULL,
    staff_id   uuid NOT NULL REFERENCES staff,
    staff_name text NOT NULL,
    purpose    text NOT NULL,
    shown      int NOT NULL CHECK (shown >= 0)
);
CREATE INDEX return_reading_by_grant ON return_reading (grant_id, reading_id DESC);
