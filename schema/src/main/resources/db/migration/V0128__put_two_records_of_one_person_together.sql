-- Two records of one person, as a wrong or an old number makes them, are put together by an authorised post with a reason (D1). Nothing that was
-- signed or handed in is altered: the number of the closed record leads to the kept one. What names a person or an account follows, and stands
-- here row by row, so that undoing puts back exactly that.
CREATE TABLE person_merge (
    merge_id     uuid PRIMARY KEY,               -- in the order of time
    kept_id      uuid NOT NULL REFERENCES person,
    gone_id      uuid NOT NULL REFERENCES person,
    kept_account uuid REFERENCES account,        -- present when both had one: the other was closed
    gone_account uuid REFERENCES account,
    at           timestamptz NOT NULL,
    document     text NOT NULL CHECK (document IN ('identity_card', 'temporary_card', 'household_book')),
    reason       text NOT NULL,
    staff_id     uuid NOT NULL REFERENCES staff,
    staff_name   text NOT NULL,
    undone_at    timestamptz,
    undone_reason text,
    undone_staff_id uuid REFERENCES staff,
    CONSTRAINT person_merge_is_of_two CHECK (kept_id <> gone_id),
    CONSTRAINT person_merge_undone_with_a_reason CHECK (
        (undone_at IS NULL) = (undone_reason IS NULL) AND (undone_at IS NULL) = (undone_staff_id IS NULL))
);
CREATE UNIQUE INDEX person_merge_once ON person_merge (gone_id) WHERE undone_at IS NULL;
CREATE INDEX person_merge_by_kept ON person_merge (kept_id);

CREATE TABLE person_merge_row (
    merge_id uuid NOT NULL REFERENCES person_merge,
    place    text NOT NULL,                      -- table and column
    row_id   uuid NOT NULL,
    PRIMARY KEY (merge_id, place, row_id)
);

-- A closed account lets nobody in; its rows have followed to the other.
ALTER TABLE account ADD COLUMN closed_at timestamptz;
