-- Other systems ask whether somebody holds a certificate that holds: yes, no, unknown. Every question is on record with its
-- purpose, those that were refused too, and the person concerned reads it (政务服务: use with purpose, audit).
CREATE TABLE fact_check (
    check_id    uuid PRIMARY KEY,      -- in the order of time
    at          timestamptz NOT NULL,
    client_id   text NOT NULL,
    client_name text NOT NULL,
    item_key    text NOT NULL,         -- as asked; it may be unknown
    type_key    text NOT NULL,
    holder_hash bytea NOT NULL,
    purpose     text NOT NULL,
    answer      text NOT NULL CHECK (answer IN ('yes', 'no', 'unknown', 'refused'))
);
CREATE INDEX fact_check_by_holder ON fact_check (holder_hash, check_id DESC);
